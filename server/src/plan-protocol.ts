/** More of `protocol.ts`, from which alone it imports: how the plan is changed by hand. */

import type { EditAnswer, ItemPlace, RoadmapChildrenParams, RoadmapRow } from "./protocol.ts";

/** Rows were dragged onto another one: what that means for what they show. Answers an `EditAnswer`, empty where nothing changes. */
export const roadmapDrop = "throughline/roadmap/drop";
export interface RoadmapDropParams extends Omit<RoadmapChildrenParams, "row"> {
  readonly rows: readonly string[];
  readonly onto: string;
}

/** Items as a document names them at a place: links in its text, ids in the block at its top. Answers a text. */
export const linkText = "throughline/linkText";
export interface LinkTextParams {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
  readonly items: readonly ItemPlace[];
}

/** Where the keys and addresses of items lead on the web. */
export const itemAddresses = "throughline/addresses";
export interface ItemAddressesParams {
  readonly items: readonly ItemPlace[];
}
export type ItemAddresses = readonly {
  /** As the document has it: `TILLY-302`. */
  readonly label: string;
  /** The title of its item. */
  readonly detail: string;
  readonly url: string;
}[];

/** *This Document*: goals, features, requirements and KPIs of one document, with what is missing; null where it is no spec. */
export const documentRows = "throughline/document/rows";
export type DocumentRowsParams = { readonly uri: string };
export interface DocumentRows {
  readonly title: string;
  /** From the top, each row before those below it. */
  readonly rows: readonly DocumentRow[];
}
export interface DocumentRow extends RoadmapRow {
  /** The id of the row that it stands below. */
  readonly parent?: string;
}

/** Ticks and empties the boxes of requirements in a document. Answers an `EditAnswer`. */
export const tick = "throughline/tick";
export interface TickParams {
  readonly uri: string;
  readonly boxes: readonly { readonly item: string; readonly done: boolean }[];
}

/** What ids begin with, in all projects. */
export const prefixes = "throughline/prefixes";
export interface IdPrefix {
  readonly prefix: string;
  /** How many ids begin with it. */
  readonly count: number;
  /** The project: the URI of its folder, and its name where there are several. */
  readonly folder: string;
  readonly project?: string;
}

/** *Change Prefix…*: all ids that begin with one begin with another. Answers a `PrefixAnswer`. */
export const changePrefix = "throughline/changePrefix";
export interface ChangePrefixParams {
  readonly folder: string;
  readonly from: string;
  readonly to: string;
  /** Notes each former id under `aliases`. */
  readonly keeps: boolean;
}
export interface PrefixAnswer extends EditAnswer {
  /** How many ids and files would change. */
  readonly ids?: number;
  readonly files?: number;
}
