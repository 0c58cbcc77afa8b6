import type { Query } from "../workspace/query.ts";
import { readWhere } from "../workspace/where/read-where.ts";
import { groupingNamed } from "./by-field.ts";
import { type ProblemsOf, problemMarks } from "./problem-marks.ts";
import { planOf } from "./project-plan.ts";
import type { RoadmapView } from "./tree.ts";

/** Asks of each item what a filter asks, in small steps, for those who will want a tree of it: most of the answers are kept. */
export function* askAhead(query: Query, view: RoadmapView, problemsOf?: ProblemsOf): Generator<void> {
  const filter = view.filter?.trim() ?? "";
  if (filter === "") return;
  const plan = planOf(query);
  yield;
  const { matches } = readWhere(filter, query, { levelsOf: problemMarks(plan, problemsOf).levels });
  for (const base of groupingNamed(view.by, query).shows) {
    for (const [at, found] of plan.of(base).entries()) {
      if (at % itemsInAStep === 0) yield;
      matches(found);
    }
  }
}

/** So many items in a step: each by itself costs less than the step. */
export const itemsInAStep = 32;
