import assert from "node:assert/strict";
import fc from "fast-check";
import { groupings } from "../../../server/src/roadmap/all.ts";
import { prepareRoadmap } from "../../../server/src/roadmap/prepare.ts";
import { roadmapText } from "../../../server/src/roadmap/text.ts";
import type { RoadmapView } from "../../../server/src/roadmap/tree.ts";
import type { Engine } from "../../../server/src/rules/engine.ts";
import { plannedWorld, type Step, step, take } from "../../random-steps.ts";

/** `PROPERTY_RUNS=5000 npx mocha` looks longer. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 40);

describe("the roadmap after any edits", () => {
  it("is the one of a workspace that was made from nothing", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 20 }), fc.boolean(), (steps, isPrepared) => {
        const world = plannedWorld();
        for (const [turn, next] of steps.entries()) {
          take(world, next);
          if (isPrepared && turn === 0) prepareAll(world.engine);
          // What is kept of all items may be let go of in any quiet moment.
          if (turn % 3 === 2) world.engine.tidy();
          // Asked for after each edit, so that what is kept from before has to hold; the others by turns.
          const views = [...plain, ...others.filter((_, at) => at % 4 === turn % 4)];
          const rows = rowsOf(world.engine, views);
          assert.deepEqual(rows, rowsOf(world.fromNothing(), views));
        }
      }),
      { numRuns },
    );
  });

  it("is that also where a goal has many features that are parts of each other, of one title, or over", () => {
    fc.assert(
      fc.property(fc.array(ofGoal, { minLength: 2, maxLength: 12 }), (steps) => {
        const world = plannedWorld();
        const titles = Array.from({ length: 100 }, (_, at) => `  - { title: More ${at}, status: active }\n`);
        take(world, {
          type: "disk",
          uri: "file:///w/many.md",
          text: `---\ntype: prd\ntitle: Many\ngoals: GOAL-1\nfeatures:\n${titles.join("")}---\n`,
        });
        for (const next of numbers.map((number) => asText({ number, title: "One", parent: "", status: "active" })))
          take(world, next);
        prepareAll(world.engine);
        let rows: unknown;
        for (const next of steps) {
          take(world, next);
          rows = rowsOf(world.engine, byGoal);
        }
        assert.deepEqual(rows, rowsOf(world.fromNothing(), byGoal));
      }),
      { numRuns },
    );
  });
});

const numbers = [11, 12, 13, 14, 15];

interface Feature {
  readonly number: number;
  readonly title: string;
  readonly parent: string;
  readonly status: string;
}

function asText({ number, title, parent, status }: Feature): Step {
  const fields = `type: feature\nid: FEAT-${number}\ntitle: ${title}\nparent: ${parent}\nstatus: ${status}\ngoals: GOAL-1`;
  return { type: "disk", uri: `file:///w/f/${number}.md`, text: `---\n${fields}\n---\n` };
}

/** Mostly a title is typed. */
const ofGoal = fc
  .record({
    number: fc.constantFrom(...numbers),
    title: fc.constantFrom("One", "Two", "Three"),
    parent: fc.constantFrom("", "", "", ...numbers.map((number) => `FEAT-${number}`)),
    status: fc.constantFrom("active", "active", "active", "done"),
  })
  .map(asText);

const byGoal: readonly RoadmapView[] = [{ by: "goal", showDone: true }];

/** As the server does in a quiet moment: what is asked for afterwards is mended. */
function prepareAll({ workspace }: Engine): void {
  for (const { query } of workspace.projects()) for (const _ of prepareRoadmap(query, () => []));
}

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
