/** More of `protocol.ts`, from which alone it imports: documents that are made, tracked and filled in by asking. */

import type { ItemPlace, ProtocolRange } from "./protocol.ts";

/** Fields that can be set on an item: of a row's item, or of the item at a position. */
export const itemFields = "throughline/fields";
export interface ItemFieldsParams {
  readonly item?: string;
  readonly uri?: string;
  readonly position?: { readonly line: number; readonly character: number };
  /** Further items: then the answer is about what they have in common. */
  readonly more?: readonly ItemPlace[];
  /** This field alone, with what may be chosen there: of some there are thousands. */
  readonly field?: string;
}
export interface ItemFields {
  readonly uri: string;
  readonly item: string;
  readonly title: string;
  readonly fields: readonly ItemField[];
}
export interface ItemField {
  readonly name: string;
  readonly title: string;
  readonly documentation: string;
  /** The value as written, empty when there is none. */
  readonly current: string;
  /** Whether to ask for several values. */
  readonly many: boolean;
  /** What may be chosen, where one field was asked for; what stands there now is among it. */
  readonly options: readonly FieldOption[];
  /** False when only the options are valid. */
  readonly free: boolean;
  /** The template of what the field asks for, where there is nothing yet that could be chosen. */
  readonly begins?: string;
}
export interface FieldOption {
  /** What is written; the words of the document for what stands there now. */
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
  /** A heading over this option and those that follow it with the same. */
  readonly group?: string;
  /** Found by typing only, so that what people choose most is a short list. */
  readonly rare?: boolean;
  /** Whether the document says this now. */
  readonly current?: boolean;
}

/** Answers with a WorkspaceEdit; `values` replace what is there, an empty list removes the field. */
export const setField = "throughline/setField";
export interface SetFieldParams extends ItemPlace {
  /** Further items, for which the same is done as one edit. */
  readonly more?: readonly ItemPlace[];
  readonly field: string;
  readonly values: readonly string[];
  /** Where given, these alone give way to the values, and all others stay. */
  readonly instead?: readonly string[];
}

/**
 * Adds one line to a document that is not tracked yet; answers with a WorkspaceEdit, or a sentence why not. Without a
 * kind the answer may be `choices` instead: the client asks the person, then asks again with the kind.
 */
export const trackDocument = "throughline/track";
export interface TrackDocumentParams {
  readonly uri: string;
  readonly kind?: string;
}

/** Whether a document defines items: then its fields can be set, and there is nothing to track. */
export const isTracked = "throughline/isTracked";
export interface IsTrackedParams {
  readonly uri: string;
}

/** *Rename and Keep the Former Id…*: as `textDocument/rename`, and the old id is noted under `aliases`. Answers an `EditAnswer`. */
export const renameKeeping = "throughline/rename";
export interface RenameKeepingParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
  readonly newName: string;
}

/** What a new document can begin as, the team's own first. */
export const newChoices = "throughline/new/choices";
export interface NewChoicesParams {
  /** A document or folder of the project that is meant; else the first with something in it. */
  readonly uri?: string;
}
export interface NewChoice {
  readonly template: string;
  readonly label: string;
  readonly detail: string;
  /** The id that it would get. */
  readonly id?: string;
  /** Whether it is the team's own, by `throughline.yaml`. */
  readonly own: boolean;
}

/** A new document: where it would lie, its text, and the same with tab stops; or a sentence why there can be none. */
export const newDocument = "throughline/new";
export interface NewDocumentParams extends NewChoicesParams {
  readonly template: string;
  readonly title: string;
  /** The folder that it is wanted in; without it, the others of its kind say where it goes. */
  readonly folder?: string;
  readonly owner?: string;
}
export interface NewDocument {
  readonly uri: string;
  /** What links to it say, where it has an id. */
  readonly id?: string;
  readonly text: string;
  readonly snippet: string;
}
export type NewRefusal = { readonly refusal: string };

/** What can be inserted into a document: items, and links to what there is. */
export const insertChoices = "throughline/insert/choices";
export interface InsertChoicesParams {
  readonly uri: string;
  /** Only this choice, with its options. */
  readonly what?: string;
}
export interface InsertChoice {
  readonly what: string;
  readonly label: string;
  readonly detail: string;
  /** It leads to something that there is: to what, is asked for by its name. */
  readonly isLink?: true;
  readonly options?: readonly { readonly value: string; readonly label: string; readonly detail?: string }[];
}

/** Where it goes, and its text with tab stops; or a sentence why it cannot. A link takes one of its options as its value. */
export const insert = "throughline/insert";
export interface InsertParams {
  readonly uri: string;
  readonly what: string;
  readonly value?: string;
}
export type InsertAnswer =
  | { readonly uri: string; readonly range: ProtocolRange; readonly text: string; readonly snippet: string }
  | { readonly refusal: string };
