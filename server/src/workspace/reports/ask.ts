import type { Words } from "../../base/say.ts";
import type { Span } from "../../base/span.ts";

/** What a comment in a document asks to be kept there. */
export interface ReportAsk {
  readonly name: ReportName;
  /** What a roadmap is grouped by: a grouping of the list, or a field. */
  readonly by: string;
  /** What its rows are sorted by; undefined for the usual order. */
  readonly sort: string | undefined;
  /** A query; empty for everything. */
  readonly where: string;
  /** The columns; undefined for the usual ones. */
  readonly fields: readonly string[] | undefined;
  readonly format: "table" | "mermaid";
  /** Also what is done or dropped. */
  readonly done: boolean;
  /** For changes: a commit, a branch, a tag or a day. */
  readonly since: string;
}

/** Something in a comment that asks for a report, and where: the word, and in its value from where to where. */
export interface AskProblem {
  /** The number of the word; undefined for the whole comment. */
  readonly word: number | undefined;
  readonly part: "name" | "value";
  /** Where in the value it is; undefined for all of it. */
  readonly span?: Span | undefined;
  readonly message: Words;
  /** What may be written there instead. */
  readonly meant?: string | undefined;
}

export type ReportName = "roadmap" | "kpis" | "trace" | "changes";

/** The reports, and what may be said about each. */
export const reportWords: Readonly<Record<ReportName, readonly string[]>> = {
  roadmap: ["by", "sort", "where", "view", "fields", "format", "done"],
  kpis: ["where", "fields"],
  trace: ["where", "format", "done"],
  changes: ["since"],
};

export const reportNames = Object.keys(reportWords) as readonly ReportName[];

/** Columns that are no field of any kind. */
export const itemColumns = ["title", "id", "kind", "phase", "progress", "file"] as const;
export const kpiColumns = ["expected", "due", "measures", "as", "reasons"] as const;
