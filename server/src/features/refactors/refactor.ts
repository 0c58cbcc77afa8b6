import type { ProblemsOf } from "../../roadmap/problem-marks.ts";
import type { FixAction, FixContext } from "../fixes/fix.ts";

/** A change that nothing is wrong without, offered where the cursor is: one file, one line in `all.ts`. */
export interface Refactor {
  readonly kind: "refactor.extract" | "refactor.inline" | "refactor.rewrite";
  /** What is on offer at a place; empty where it means nothing there. */
  readonly offers: (context: RefactorContext) => readonly FixAction[];
  /** It is offered to whoever comes by, rather than to those alone who look for it. */
  readonly isLoud?: boolean;
  /** URIs of closed files that have to be read before it is known whether it can be done. */
  readonly reads?: (context: RefactorContext) => readonly string[];
}

export interface RefactorContext extends Omit<FixContext, "problem" | "found" | "taken"> {
  /** Where the cursor is, as an offset. */
  readonly at: number;
  /** What is known about the problems of a file, for what asks about them. */
  readonly problemsOf?: ProblemsOf;
}
