import assert from "node:assert/strict";
import fc from "fast-check";
import { plannedWorld, step, take } from "../../random-steps.ts";
import { problemsBy, saidBy } from "../../world.ts";

/** `PROPERTY_RUNS=5000 npx mocha` looks longer. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 40);

describe("a workspace after any edits", () => {
  it("says what one says that was made from nothing", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 25 }), (steps) => {
        const world = plannedWorld();
        let before = problemsBy(world.engine);
        for (const [at, next] of steps.entries()) {
          const changed = take(world, next);
          const after = problemsBy(world.engine);
          assert.deepEqual(world.engine.unchecked(), [], "nothing is left to be checked");
          for (const file of new Set([...Object.keys(before), ...Object.keys(after)])) {
            if (changed.has(file)) continue;
            assert.deepEqual(after[file], before[file], `${file} is named as changed`);
          }
          before = after;
          if (at % 4 === 3) world.engine.tidy();
          if (at % 3 === 2 || at === steps.length - 1) {
            assert.deepEqual(saidBy(world.engine), saidBy(world.fromNothing()));
          }
        }
      }),
      { numRuns },
    );
  });
});
