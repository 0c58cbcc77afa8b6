import assert from "node:assert/strict";
import fc from "fast-check";
import { tallyOf } from "../../../server/src/features/fixes/tally.ts";
import { specText } from "../../random-specs.ts";
import { World } from "../../world.ts";

const root = "file:///w";
const paths = ["a.md", "b.md", "goals/c.md"];

/** What is counted, without the order in which it came and places where nothing is any more. */
function counted(world: Pick<World, "engine">) {
  const [project] = world.engine.workspace.projects();
  const plain = (map: ReadonlyMap<string, unknown>): unknown =>
    Object.fromEntries(
      [...map]
        .map(([key, value]) => [key, value instanceof Map ? plain(value) : value] as const)
        .filter(([, value]) => JSON.stringify(value) !== "{}")
        .sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    );
  const { owners, goals, goalsIn, statuses, items, measured } = tallyOf(project!, "a.md");
  return [owners, goals, goalsIn, statuses, items, measured].map(plain);
}

describe("what documents write most often", () => {
  it("is counted as if it were counted anew, whatever comes, changes and goes", () => {
    const step = fc.record({
      path: fc.constantFrom(...paths),
      text: fc.option(specText, { freq: 4 }),
      asks: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const world = new World([root], "2026-11-22");
        for (const { path, text, asks } of steps) {
          const uri = `${root}/${path}`;
          world.apply(text === null ? { type: "delete", uri } : { type: "disk", uri, text });
          if (asks) counted(world);
        }
        assert.deepEqual(counted(world), counted({ engine: world.fromNothing() }));
      }),
      { numRuns: 100 },
    );
  });
});
