import type { Words } from "../base/say.ts";
import type { Branch } from "./branch.ts";
import type { Plan } from "./project-plan.ts";

/** A way to look at the plan: one file `by-<id>.ts`, one line in `all.ts`. */
export interface Grouping {
  readonly id: string;
  /** As the menu says it: "Goal". */
  readonly title: Words;
  /** The field that is grouped by: rows need not repeat it. */
  readonly field: "timeframe" | "owner" | "status" | "team" | undefined;
  /** The field that an item gets another value of when it is put into a group, where rows do repeat it. */
  readonly sets?: string;
  /** The built-in kinds that it shows. */
  readonly shows: readonly string[];
  top(plan: Plan): readonly Branch[];
}
