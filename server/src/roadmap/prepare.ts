import type { Query } from "../workspace/query.ts";
import { planOf, roadmapKinds } from "./facts.ts";
import { reachOf } from "./reach.ts";

/**
 * Looks up what the roadmap wants to know about every item, and what is reached from each goal, in small steps: whoever shows
 * it afterwards need not wait for that. What is known already takes no time.
 */
export function* prepareRoadmap(query: Query): IterableIterator<void> {
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
  const reach = reachOf(plan);
  for (const goal of plan.of("goal")) {
    reach.below(goal);
    yield;
  }
  reach.unlinked();
}
