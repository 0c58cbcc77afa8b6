import assert from "node:assert/strict";
import fc from "fast-check";
import { plannedWorld, step, take } from "../../random-steps.ts";
import { problemsBy, saidBy } from "../../world.ts";

describe("looking up links before somebody asks", () => {
  it("may be broken off at any step, by a change or by a question", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ steps: fc.nat(80), next: step, asks: fc.boolean() }), { maxLength: 8 }),
        (edits) => {
          // Nobody has asked it anything yet.
          const world = plannedWorld();
          for (const { steps, next, asks } of edits) {
            for (const project of world.engine.workspace.projects()) {
              const linking = project.lookUp();
              const texts = project.lookIntoTexts();
              for (let at = 0; at < steps; at++) linking.next();
              for (let at = 0; at < steps % 9; at++) texts.next();
            }
            if (asks) problemsBy(world.engine);
            take(world, next);
          }
          assert.deepEqual(saidBy(world.engine), saidBy(world.fromNothing()));
        },
      ),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 30) },
    );
  });
});
