import type { Query } from "../workspace/query.ts";
import { groupings } from "./all.ts";
import { countsIn } from "./counts.ts";
import { type ProblemsOf, problemMarks } from "./problem-marks.ts";
import { listForPlan, planOf } from "./project-plan.ts";
import { reachOf } from "./reach.ts";
import { roadmapKinds } from "./states.ts";
import { numbersIn, roadmapTree } from "./tree.ts";

/**
 * Looks up what the roadmap wants to know about every item, puts them in order, and finds what is reached from each goal, in small
 * steps: whoever shows it afterwards need not wait for that. After an edit nobody prepares anything: what is kept is mended.
 */
export function* prepareRoadmap(query: Query, problemsOf: ProblemsOf): IterableIterator<void> {
  yield* listForPlan(query);
  const plan = planOf(query);
  yield;
  for (const base of roadmapKinds) {
    for (const found of plan.of(base)) {
      plan.facts(found);
      query.outgoing(found);
      query.incoming(found);
      yield;
    }
  }
  yield* plan.arrange();
  const reach = reachOf(plan);
  for (const goal of plan.of("goal")) {
    reach.below(goal);
    yield;
  }
  reach.unlinked();
  for (const { id } of groupings) {
    yield;
    const tree = roadmapTree(query, { by: id });
    const marks = problemMarks(tree.plan, problemsOf);
    yield;
    for (const row of tree.top) {
      yield;
      countsIn(plan, numbersIn(row));
      marks.worst(numbersIn(row));
    }
  }
}
