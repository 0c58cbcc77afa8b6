import assert from "node:assert/strict";
import fc from "fast-check";
import type { Engine } from "../../../server/src/rules/engine.ts";
import { healthOf } from "../../../server/src/workspace/health.ts";
import { plannedWorld, step, take } from "../../random-steps.ts";
import { World } from "../../world.ts";

/** `PROPERTY_RUNS=5000 npx mocha` looks longer. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 60);

describe("how everything goes after any edits", () => {
  it("is how it goes in a workspace that was made from nothing", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 25 }), fc.integer({ min: 1, max: 4 }), (steps, often) => {
        const world = plannedWorld();
        told(world.engine);
        for (const [at, next] of steps.entries()) {
          take(world, next);
          // Sometimes several things have happened since somebody asked.
          if (at % often === 0 || at === steps.length - 1)
            assert.deepEqual(told(world.engine), told(world.fromNothing()));
        }
      }),
      { numRuns },
    );
  });

  it("follows what changes far away", () => {
    const world = new World(["file:///w"], "2026-11-22");
    for (const [path, text] of Object.entries(chain)) world.apply({ type: "disk", uri: `file:///w/${path}`, text });
    let before = told(world.engine);
    for (const [path, from, to, expected] of edits) {
      const uri = `file:///w/${path}`;
      world.apply({ type: "disk", uri, text: (world.disk.get(uri) ?? "").replace(from, to) });
      const after = told(world.engine);
      assert.deepEqual(after, told(world.fromNothing()));
      const others = after.map(withoutReason).filter((line) => !before.map(withoutReason).includes(line));
      assert.equal(others.join(", "), expected, `${path}: ${to}`);
      before = after;
    }
  });
});

/** Vision, goal, PRD, part; goal and part are measured by a KPI, which has the time of the goal; the part needs a wallet. */
const chain: Readonly<Record<string, string>> = {
  "vision.md": "---\ntype: vision\nid: VIS-1\nstatus: active\n---\n",
  "goal.md": "---\ntype: goal\nid: GOAL-1\nstatus: active\nvision: VIS-1\nkpis: KPI-1\ntimeframe: 2027-Q4\n---\n",
  "prd.md": "---\ntype: prd\nid: PRD-1\nstatus: active\ngoals: GOAL-1\n---\n",
  "part.md":
    "---\ntype: feature\nid: FEAT-1\nstatus: active\nparent: PRD-1\nkpis: KPI-1\ndepends-on: FEAT-2\ntimeframe: 2027-Q2\n---\n",
  "wallet.md": "---\ntype: feature\nid: FEAT-2\ntitle: Wallet\nstatus: active\ntimeframe: 2027-Q1\n---\n",
  "kpi.md": `---
type: kpi
id: KPI-1
status: active
baseline: 0 %
target: 100 %
measurements:
  - { date: 2026-01-01, value: 0 % }
  - { date: 2026-07-01, value: 40 % }
---
`,
};

const allOn = "FEAT-1 on-track, GOAL-1 on-track, KPI-1 on-track, PRD-1 on-track, VIS-1 on-track";
const allOff = allOn.replaceAll("on-track", "off-track");

/** In which file what becomes what, and who goes in another way then. */
const edits: readonly (readonly [string, string, string, string])[] = [
  ["goal.md", "timeframe: 2027-Q4", "timeframe: 2026-Q4", allOff],
  ["goal.md", "timeframe: 2026-Q4", "timeframe: 2028-Q4", allOn],
  ["wallet.md", "2027-Q1", "2027-Q3", "FEAT-1 at-risk, GOAL-1 at-risk, PRD-1 at-risk, VIS-1 at-risk"],
  ["prd.md", "goals: GOAL-1", "goals: GOAL-2", "GOAL-1 on-track, VIS-1 on-track"],
  ["prd.md", "goals: GOAL-2", "goals: GOAL-1", "GOAL-1 at-risk, VIS-1 at-risk"],
  ["wallet.md", "status: active", "status: dropped", "FEAT-2 unknown"],
  ["part.md", "depends-on: FEAT-2", "", "FEAT-1 on-track, GOAL-1 on-track, PRD-1 on-track, VIS-1 on-track"],
  ["kpi.md", "value: 40 %", "value: 1 %", allOff],
  ["goal.md", "kpis: KPI-1", "", "FEAT-1 on-track, GOAL-1 on-track, KPI-1 unknown, PRD-1 on-track, VIS-1 on-track"],
  ["kpi.md", "status: active", "status: active\ntimeframe: 2026-Q4", allOff],
  [
    "kpi.md",
    "id: KPI-1",
    "id: KPI-2",
    "FEAT-1 on-track, GOAL-1 on-track, KPI-2 off-track, PRD-1 on-track, VIS-1 on-track",
  ],
  [
    "kpi.md",
    "id: KPI-2",
    "id: KPI-2\naliases: KPI-1",
    "FEAT-1 off-track, GOAL-1 off-track, PRD-1 off-track, VIS-1 off-track",
  ],
  ["prd.md", "status: active", "status: active\nhealth: on-track", "GOAL-1 on-track, PRD-1 on-track, VIS-1 on-track"],
  ["vision.md", "status: active", "status: idea", "VIS-1 unknown"],
];

/** `FEAT-1 at-risk: It needs Wallet, which lands in Q3 2027`. */
function told({ workspace }: Engine): readonly string[] {
  return workspace
    .projects()
    .flatMap(({ root, query }) =>
      query.items().map((found) => {
        const { health, reasons, stated, worse } = healthOf(query, found);
        const said = [health, stated?.health, stated?.note, worse].filter((word) => word !== undefined).join(" ");
        return `${found.item.key} ${said}: ${reasons.join("; ")} (${root} ${found.file.path})`;
      }),
    )
    .sort();
}

function withoutReason(line: string): string {
  return line.split(" ", 2).join(" ").replace(/:$/, "");
}
