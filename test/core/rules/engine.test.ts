import assert from "node:assert/strict";
import type { Problem } from "../../../server/src/rules/problem.ts";
import { checkProblems, engineOver, root } from "../../check.ts";

describe("checking a workspace", () => {
  it("finds what is missing, on the id of the item", () => {
    checkProblems(
      `
      //- specs/checkout.md
      ---
      type: prd
      id: PRD-1
          ^^^^^ warning missing-kpi "Faster checkout (PRD-1) has no KPI"
      title: Faster checkout
      owner: ana
      status: active
      goals: GOAL-1
      timeframe: 2027-Q1
      ---
      //- goals/growth.md
      ---
      type: goal
      id: GOAL-1
      title: Growth
      owner: ana
      kpis: n/a
      ---
      `,
    );
  });

  it("leaves ordinary Markdown alone, whatever stands at its top", () => {
    checkProblems(`
      //- README.md
      # Read me
      See FEAT-12 and [[nothing]].
      //- posts/feature.md
      ---
      type: feature
      title: A post
      ---
    `);
  });

  it("says what is wrong in a text alone before the others are there, and leaves its check due", () => {
    const engine = engineOver(
      `
      //- a.md
      ---
      type: prd
      id: PRD-1
      status: shiped
      goals: GOAL-1
      ---
    `,
      { isReading: true },
    );
    const uri = `${root}/a.md`;
    const rulesOf = (problems: readonly Problem[]) => problems.map(({ rule }) => rule);
    assert.deepEqual(rulesOf(engine.problems(uri)), ["unknown-status"]);
    assert.deepEqual(engine.unchecked(), [uri]);
    engine.complete();
    assert.ok(rulesOf(engine.problems(uri)).includes("unknown-reference"));
  });

  it("sees links change when another file does, and checks no other file again", () => {
    const engine = engineOver(`
      //- a.md
      ---
      type: prd
      id: PRD-1
      goals: GOAL-1
      ---
      //- b.md
      ---
      type: prd
      id: PRD-2
      goals: GOAL-2
      ---
    `);
    const links = (path: string) =>
      engine.problems(`${root}/${path}`).filter(({ rule }) => rule === "unknown-reference").length;
    assert.deepEqual([links("a.md"), links("b.md")], [1, 1]);
    const text = "---\ntype: goal\nid: GOAL-1\nkpis: n/a\n---\n";
    const { changed } = engine.apply([{ type: "disk", uri: `${root}/goal.md`, text }]);
    assert.ok(changed.has(`${root}/a.md`), "the file that links to the new goal is due");
    assert.deepEqual([links("a.md"), links("b.md")], [0, 1]);
    // Once nothing is unknown in it any more, a file does not look at the names of others.
    links("a.md");
    const again = engine.apply([{ type: "disk", uri: `${root}/other.md`, text: "---\ntype: kpi\nid: KPI-1\n---\n" }]);
    assert.ok(!again.changed.has(`${root}/a.md`));
  });
});
