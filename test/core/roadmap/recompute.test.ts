import assert from "node:assert/strict";
import fc from "fast-check";
import { groupings } from "../../../server/src/roadmap/all.ts";
import { roadmapText } from "../../../server/src/roadmap/text.ts";
import type { Engine } from "../../../server/src/rules/engine.ts";
import { plannedWorld, step, take } from "../../random-steps.ts";

/** `PROPERTY_RUNS=5000 npx mocha` looks longer. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 40);

describe("the roadmap after any edits", () => {
  it("is the one of a workspace that was made from nothing", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 20 }), (steps) => {
        const world = plannedWorld();
        for (const next of steps) {
          take(world, next);
          // Asked for after each edit, so that what is kept from before has to hold.
          const rows = rowsOf(world.engine);
          assert.deepEqual(rows, rowsOf(world.fromNothing()));
        }
      }),
      { numRuns },
    );
  });
});

function rowsOf({ workspace }: Engine): unknown {
  return workspace
    .projects()
    .toSorted((a, b) => (a.root < b.root ? -1 : 1))
    .flatMap(({ root, query }) => groupings.map(({ id }) => [root, id, roadmapText(query, { by: id }).split("\n")]));
}
