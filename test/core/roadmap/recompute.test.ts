import assert from "node:assert/strict";
import fc from "fast-check";
import { groupings } from "../../../server/src/roadmap/all.ts";
import { roadmapText } from "../../../server/src/roadmap/text.ts";
import type { RoadmapView } from "../../../server/src/roadmap/tree.ts";
import type { Engine } from "../../../server/src/rules/engine.ts";
import { plannedWorld, step, take } from "../../random-steps.ts";

/** `PROPERTY_RUNS=5000 npx mocha` looks longer. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 40);

describe("the roadmap after any edits", () => {
  it("is the one of a workspace that was made from nothing", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 20 }), (steps) => {
        const world = plannedWorld();
        for (const [turn, next] of steps.entries()) {
          take(world, next);
          // Asked for after each edit, so that what is kept from before has to hold; the others by turns.
          const views = [...plain, ...others.filter((_, at) => at % 4 === turn % 4)];
          const rows = rowsOf(world.engine, views);
          assert.deepEqual(rows, rowsOf(world.fromNothing(), views));
        }
      }),
      { numRuns },
    );
  });
});

/** Groupings by fields of every type, in every order, of some items only. */
const others: readonly RoadmapView[] = [
  { by: "kpis", sort: "rice" },
  { by: "goal", sort: "priority", filter: "-kind:kpi" },
  { by: "health", sort: "rank" },
  { by: "audience", sort: "priority", filter: "goal:GOAL-1" },
  { by: "priority", filter: "no:owner" },
  { by: "tags", sort: "rice", filter: "timeframe<=2027-Q1 status:active" },
  { by: "parent", sort: "rank", filter: "owner:ana,bo has:kpi" },
  { by: "timeline", sort: "rice", filter: "health:at-risk,off-track" },
];

const plain = groupings.map(({ id }): RoadmapView => ({ by: id }));

function rowsOf({ workspace }: Engine, views: readonly RoadmapView[]): unknown {
  return workspace
    .projects()
    .toSorted((a, b) => (a.root < b.root ? -1 : 1))
    .flatMap(({ root, query }) =>
      views.map((view) => [root, JSON.stringify(view), roadmapText(query, view).split("\n")]),
    );
}
