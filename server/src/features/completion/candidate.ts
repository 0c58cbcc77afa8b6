import type { Words } from "../../base/say.ts";
import type { Span } from "../../base/span.ts";
import type { ValueForm } from "./place.ts";

/** Something that may be written at a place. */
export interface Candidate {
  readonly label: string;
  /** What is written when it is more than the label; it is written as it is, however the place is quoted. */
  readonly insert?: string;
  /** The same with tab stops, for clients that know them. */
  readonly snippet?: string;
  /** Right behind the label: the title of an id. */
  readonly title?: Words;
  /** At the end of the row: the phase of a status, status and owner of an item. */
  readonly detail?: Words;
  /** What typing is compared with, when it is more than the label. */
  readonly filter?: string;
  /** Whether something can be chosen behind it at once: the value of a field. */
  readonly goesOn?: boolean;
  readonly type: "field" | "status" | "person" | "item" | "value" | "kind" | "path" | "new";
}

/** What can be offered at a place, the best first. */
export interface Offer {
  readonly candidates: readonly Candidate[];
  /** There are more than are listed; who types on gets others. */
  readonly isCut?: boolean;
  /** The word that is replaced, and all of the value. */
  readonly span: Span;
  readonly whole?: Span;
  /** What stands of the word before the cursor. */
  readonly typed?: string;
  readonly before?: string;
  /** What must follow a label that is written as it is. */
  readonly behind?: string;
  readonly gap?: number | undefined;
  readonly form?: ValueForm;
  /** For the words that are shown beside the chosen one: the kind whose fields are offered. */
  readonly about: About;
}

/** What the candidates of an offer are, so that the words about one can be found later. */
export type About =
  | { readonly what: "field"; readonly kind: string }
  | { readonly what: "value"; readonly kind: string; readonly field: string }
  /** A word of a `throughline.yaml` below some keys. */
  | { readonly what: "config"; readonly path: readonly string[] }
  /** By id; requirements are those of the document at a path. */
  | { readonly what: "item"; readonly document: string }
  | { readonly what: "kind" | "nothing" };
