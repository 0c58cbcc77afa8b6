import assert from "node:assert/strict";
import { roadmapChildren } from "../../../server/src/roadmap/rows.ts";
import { engineOver, root } from "../../check.ts";
import { checkRoadmap, openRows } from "../../draw-roadmap.ts";

const plan = `
      //- vision.md
      ---
      type: vision
      id: VIS-1
      title: Vision
      owner: bo
      ---
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      title: Shoppers finish
      owner: ana
      vision: VIS-1
      ---
      //- goal-2.md
      ---
      type: goal
      id: GOAL-2
      title: Nobody looks for this
      owner: bo
      vision: VIS-1
      ---
      //- prd.md
      ---
      type: prd
      id: PRD-1
      title: Faster checkout
      owner: bo
      goals: GOAL-1
      features:
        - { id: FEAT-1, title: One-tap pay, owner: ana }
        - { id: FEAT-2, title: Guest checkout, owner: ana, status: shipped }
      ---
      `;

describe("the roadmap's filter", () => {
  it("keeps what has all the words in title, id or owner, and what leads there, and counts what has them", () => {
    checkRoadmap(
      plan,
      { filter: "ANA feat-1" },
      `
      v [telescope] Vision — bo · 1 feature
        v [target] Shoppers finish — ana · 1 feature
          v [circle-outline] Faster checkout — bo
              [circle-outline] One-tap pay — ana
      `,
    );
    checkRoadmap(
      plan,
      { filter: "checkout" },
      `
      v [telescope] Vision — bo · 2 features · 1 done
        v [target] Shoppers finish — ana · 2 features · 1 done
          v [circle-outline] Faster checkout — bo
            v [check-all] 1 done
                [pass-filled] Guest checkout — ana
      `,
    );
    checkRoadmap(plan, { filter: "nothing at all" }, ``);
  });

  it("says how many there are, and how many are left", () => {
    const { query } = engineOver(plan).workspace.projects()[0]!;
    const counts = (filter?: string, by = "goal") => {
      const { total, shown } = roadmapChildren(query, { by, ...(filter && { filter }) }, { locate: () => undefined });
      return { total, shown };
    };
    assert.deepEqual(counts(), { total: 6, shown: 6 });
    assert.deepEqual(counts(" "), { total: 6, shown: 6 });
    assert.deepEqual(counts("checkout"), { total: 6, shown: 2 });
    assert.deepEqual(counts("nothing at all"), { total: 6, shown: 0 });
    assert.deepEqual(counts(undefined, "timeline"), { total: 5, shown: 5 });
  });
});

describe("the roadmap's rows", () => {
  it("carry the worst problem at or below them, and how many they have themselves", () => {
    checkRoadmap(
      `
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      title: Growth
      status: active
      owner: ana
      ---
      //- prd.md
      ---
      type: prd
      id: PRD-1
      title: Checkout
      goals: GOAL-1
      owner: ana
      kpis: KPI-9
      ---
      - FR-1: One
      - FR-1: A requirement's problem counts for its document
      `,
      { problems: true },
      `
      v [target] Growth — ana · 1 feature  !error 2
          [circle-outline] Checkout — ana  !error 2
      `,
    );
  });

  it("keep their marks when prose is typed into their file", () => {
    const engine = engineOver(`
      //- prd.md
      ---
      type: prd
      id: PRD-1
      title: Checkout
      goals: GOAL-9
      ---
    `);
    const marks = () =>
      openRows(engine, { problems: true }).map(({ row }) => `${row.label} ${row.worst} ${row.problems}`);
    const before = marks();
    assert.deepEqual(before, ["Not linked to a goal error undefined", "Checkout error 1"]);
    const text = "---\ntype: prd\nid: PRD-1\ntitle: Checkout\ngoals: GOAL-9\n---\nProse.\n";
    engine.apply([{ type: "disk", uri: `${root}/prd.md`, text }]);
    assert.deepEqual(marks(), before);
  });

  it("stand open as long as a screen has room for them", () => {
    const goals = (count: number) =>
      Array.from(
        { length: count },
        (_, at) => `//- ${at}.md\n---\ntype: goal\nid: GOAL-${at}\ntitle: Goal ${at}\nvision: VIS-1\n---\n`,
      );
    const features = Array.from({ length: 50 }, (_, at) => `  - { title: F${at}, goals: GOAL-1 }`).join("\n");
    const vision = "//- vision.md\n---\ntype: vision\nid: VIS-1\ntitle: Vision\n---\n";
    const prd = `//- prd.md\n---\ntype: prd\nid: PRD-1\ntitle: Many\nfeatures:\n${features}\n---\n`;
    const opened = (source: string) => {
      const shown = openRows(engineOver(source)).map(({ row }) => [row.label, row.children] as const);
      return new Map(shown.filter(([label]) => /^(?:Vision|Goal [01])$/.test(label)));
    };
    const few = opened(vision + goals(2).join("") + prd);
    assert.deepEqual([...few.values()], ["expanded", "none", "collapsed"]);
    const many = opened(vision + goals(20).join(""));
    assert.equal(many.get("Vision"), "expanded");
  });

  it("answer nothing for a row that is gone", () => {
    const { query } = engineOver(plan).workspace.projects()[0]!;
    for (const row of ["goal/VIS-1/GOAL-7", "timeline/VIS-1", "", "goal", "goal/"]) {
      assert.deepEqual(roadmapChildren(query, { by: "goal", row }, { locate: () => undefined }).rows, [], row);
    }
  });

  it("are those of the first grouping where one is asked for that does not exist", () => {
    const { query } = engineOver(plan).workspace.projects()[0]!;
    const { rows } = roadmapChildren(query, { by: "mood" }, { locate: () => undefined });
    assert.deepEqual(
      rows.map(({ id }) => id),
      ["goal/VIS-1"],
    );
  });
});

describe("what a screen reader says", () => {
  it("is all that a row shows by shape and colour", () => {
    const engine = engineOver(`
      //- throughline.yaml
      people: [{ handle: ana, name: Ana Li }]
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      title: Growth
      status: committed
      health: "at risk: too few people"
      kpis: [{ id: KPI-1, target: 50% }]
      guardrails: KPI-2
      ---
      //- prd.md
      ---
      type: prd
      id: PRD-1
      title: One-tap pay
      owner: ana
      status: in-progress
      goals: GOAL-1
      timeframe: 2026-Q3
      ---
      //- kpi.md
      ---
      type: kpi
      id: KPI-1
      title: Completion
      owner: ana
      status: tracking
      baseline: 40%
      current: 45%
      timeframe: 2027
      ---
      //- kpi-2.md
      ---
      type: kpi
      id: KPI-2
      title: Disputes
      owner: ana
      status: tracking
      target: 3
      ---
    `);
    assert.deepEqual(
      openRows(engine, { problems: true }).map(({ row }) => row.spoken),
      [
        "Growth, goal, committed, at risk, looks off track, 1 problem",
        "Completion, KPI, tracking, from 40 %, now 45 %, target 50 %, owner Ana Li, 2027",
        "Disputes, guardrail, tracking, target 3, owner Ana Li, 1 problem",
        "One-tap pay, PRD, in progress, off track, overdue, owner Ana Li, third quarter 2026, 2 problems",
      ],
    );
  });
});
