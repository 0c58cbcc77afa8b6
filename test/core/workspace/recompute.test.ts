import assert from "node:assert/strict";
import fc from "fast-check";
import type { Change } from "../../../server/src/workspace/change.ts";
import { configText, patch, specText } from "../../random-specs.ts";
import { problemsBy, saidBy, World } from "../../world.ts";

/** `PROPERTY_RUNS=5000 npx mocha` looks longer. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 60);

const root = "file:///w";
const files = ["a.md", "b.md", "specs/c.md", "specs/README.md", "inner/e.md", "inner/a.md", "notes/n.md"];
const configs = ["throughline.yaml", "inner/throughline.yaml", "plan.yaml"];
const uri = fc.constantFrom(...files).map((path) => `${root}/${path}`);
const config = fc.constantFrom(...configs).map((path) => `${root}/${path}`);

type Step =
  | Change
  | {
      readonly type: "edit";
      readonly uri: string;
      readonly at: number;
      readonly length: number;
      readonly text: string;
    };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ type: fc.constant("disk" as const), uri, text: specText }) },
  {
    weight: 8,
    arbitrary: fc.record({ type: fc.constant("edit" as const), uri, at: fc.nat(400), length: fc.nat(30), text: patch }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("open" as const), uri, text: specText }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("close" as const), uri }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("delete" as const), uri: fc.oneof(uri, config) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("disk" as const), uri: config, text: configText }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant("today" as const), date: fc.constantFrom("2026-11-22", "2027-05-01") }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("pictures/x.png", "specs", "inner").map((path) => ({
      ...{ type: "others" as const, uris: [`${root}/${path}`], complete: true },
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom([root], [`${root}/specs`], [`${root}/inner`, root], []).map((uris) => ({
      ...{ type: "roots" as const, uris },
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("plan.yaml", "throughline.yaml").map((path) => ({ type: "configFile" as const, path })),
  },
);

function take(world: World, next: Step): ReadonlySet<string> {
  if (next.type !== "edit") {
    const changed = world.apply(next);
    return next.type === "roots" ? new Set([...changed, ...world.listAgain()]) : changed;
  }
  const { uri } = next;
  const open = world.open.get(uri);
  const before = open ?? world.disk.get(uri) ?? "";
  const at = Math.min(next.at, before.length);
  const text = before.slice(0, at) + next.text + before.slice(at + next.length);
  return world.apply({ type: open === undefined ? "disk" : "open", uri, text });
}

describe("a workspace after any edits", () => {
  it("says what one says that was made from nothing", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 25 }), (steps) => {
        const world = new World([root], "2026-11-22");
        let before = problemsBy(world.engine);
        for (const next of steps) {
          const changed = take(world, next);
          const after = problemsBy(world.engine);
          assert.deepEqual(world.engine.unchecked(), [], "nothing is left to be checked");
          for (const file of new Set([...Object.keys(before), ...Object.keys(after)])) {
            if (changed.has(file)) continue;
            assert.deepEqual(after[file], before[file], `${file} is named as changed`);
          }
          before = after;
          assert.deepEqual(saidBy(world.engine), saidBy(world.fromNothing()));
        }
      }),
      { numRuns },
    );
  });
});
