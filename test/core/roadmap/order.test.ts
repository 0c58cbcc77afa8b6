import assert from "node:assert/strict";
import fc from "fast-check";
import { type Plan, planOf } from "../../../server/src/roadmap/project-plan.ts";
import { roadmapKinds } from "../../../server/src/roadmap/states.ts";
import { plannedWorld, type Step, step, take } from "../../random-steps.ts";

/** `PROPERTY_RUNS=5000 npx mocha` looks longer. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 60);

const root = "file:///w";
/** Titles, times and ranks that are often the same; items come and go, also inside a document. */
const many: fc.Arbitrary<Step> = fc
  .tuple(
    fc.constantFrom("a.md", "b.md", "m/1.md", "m/2.md", "m/3.md", "m/4.md"),
    fc.array(
      fc.tuple(fc.constantFrom("One", "Two", "two"), fc.constantFrom("", "2026-Q4", "later"), fc.constantFrom("", "1")),
      { maxLength: 4 },
    ),
  )
  .map(([path, items]) => ({
    ...{ type: "disk" as const, uri: `${root}/${path}` },
    text: `---\ntype: prd\ntitle: ${path}\nfeatures:\n${items
      .map(([title, time, rank]) => `  - { title: ${title}, timeframe: "${time}", rank: "${rank}" }\n`)
      .join("")}---\n`,
  }));

describe("the order of a plan", () => {
  it("is after any edits the one in which a list would be sorted", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(many, step), { minLength: 2, maxLength: 25 }), (steps) => {
        const world = plannedWorld();
        for (const next of steps) {
          take(world, next);
          for (const { query } of world.engine.workspace.projects()) {
            const plan = planOf(query);
            for (const _ of plan.arrange());
            const all = roadmapKinds.flatMap(plan.of);
            for (const items of [all, all.toReversed(), all.filter((_, at) => at % 2 === 0)])
              assert.deepEqual(shown(plan.inOrder(items)), shown(sorted(items, plan)));
          }
        }
      }),
      { numRuns },
    );
  });
});

function sorted(items: Parameters<Plan["inOrder"]>[0], plan: Plan): typeof items {
  return items.toSorted(plan.compare);
}

function shown(items: Parameters<Plan["inOrder"]>[0]): readonly string[] {
  return items.map(({ file, index, item }) => `${file.path} ${index} ${item.title}`);
}
