import type { Document } from "../../base/document.ts";
import type { Words } from "../../base/say.ts";
import type { TextEdit } from "../../base/span.ts";
import type { Problem } from "../../rules/problem.ts";
import type { Project } from "../../workspace/project.ts";
import type { Found } from "../../workspace/query.ts";

/** How problems of some rules are mended: one file, one line in `all.ts`. */
export interface Fix {
  /** The ids of the rules, or a test for what the problem carries. */
  readonly mends: (problem: Problem) => boolean;
  /** The edits on offer, the best one first. Empty where this problem cannot be mended so. */
  readonly actions: (context: FixContext) => readonly FixAction[];
}

export interface FixContext {
  readonly problem: Problem;
  readonly document: Document;
  readonly project: Project;
  readonly path: string;
  /** The item that the problem is about. */
  readonly found: Found | undefined;
}

export interface FixAction {
  readonly title: Words;
  /** Of the document the problem stands in. */
  readonly edits: readonly TextEdit[];
}
