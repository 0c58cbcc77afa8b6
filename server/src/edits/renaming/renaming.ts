import type { Project } from "../../workspace/project.ts";
import type { Found } from "../../workspace/query.ts";
import type { Moves } from "./moves.ts";

/** What gets another name and what another place in one project, all at once. */
export interface Renaming {
  readonly project: Project;
  /** Items that get another name, by their place (`placeOf`). */
  readonly names: ReadonlyMap<string, NewName>;
  readonly moves: Moves;
  /** The folder of the project that a URI will belong to: a file may move from one to another. */
  readonly rootOf: (uri: string) => string | undefined;
  /** A prefix that all ids change, the configuration with them: `TASK` to `BACK`. */
  readonly prefix?: { readonly from: string; readonly to: string };
  /** Links of that prefix lead nowhere, and with the other one to an item: they were left behind when it changed. */
  readonly lost?: { readonly from: string; readonly to: string };
  /** Only a part of the document moves: what leads to it leads to what stays. */
  readonly isPart?: boolean;
  /** VS Code corrects the relative links in the body of what it moves itself. */
  readonly leavesOwnLinks?: boolean;
}

export interface NewName {
  readonly found: Found;
  /** The id: `FEAT-12`, for a requirement `FR-2`. Without an id the end of its key, `wallet` of `PRD-1#wallet`. */
  readonly from: string;
  readonly to: string;
  /** The title, where the item goes by it. */
  readonly title?: string;
  /** Whether the former id is noted under `aliases`. */
  readonly keeps?: boolean;
}
