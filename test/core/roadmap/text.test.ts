import assert from "node:assert/strict";
import { widthOf } from "../../../server/src/base/width.ts";
import { roadmapText } from "../../../server/src/roadmap/text.ts";
import { engineOver } from "../../check.ts";
import { checkText, dedent } from "../../fixture.ts";

const plan = `
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      title: 成長 growth
      owner: ana
      kpis: KPI-1
      ---
      //- kpi.md
      ---
      type: kpi
      id: KPI-1
      title: Completion
      baseline: 1%
      ---
      //- prd.md
      ---
      type: prd
      id: PRD-1
      title: A title that is so long that nobody would want all of the other titles to make room for it
      owner: bo
      status: in progress
      timeframe: 2026-Q3
      goals: GOAL-1
      features:
        - { title: Done, status: shipped }
        - { title: Given up, status: rejected }
      ---
      `;

describe("the roadmap in a terminal", () => {
  it("stands in columns, with a sign for each phase", () => {
    const { query } = engineOver(plan).workspace.projects()[0]!;
    checkText(
      `${roadmapText(query, { by: "goal" })}\n`,
      dedent(`
      ○ 成長 growth                                                 draft                 ana  3 features · 1 done · 1 dropped · 1 overdue
        ◇ Completion                                                1 %, no target
        ● A title that is so long that nobody would want all of the other titles to make room for it  in progress  Q3 2026  bo   overdue · 1 of 1 done
          ✓ 1 done, 1 dropped
      `),
    );
    checkText(
      `${roadmapText(query, { by: "goal", showDone: true })}\n`,
      dedent(`
      ○ 成長 growth                                                 draft                 ana  3 features · 1 done · 1 dropped · 1 overdue
        ◇ Completion                                                1 %, no target
        ● A title that is so long that nobody would want all of the other titles to make room for it  in progress  Q3 2026  bo   overdue · 1 of 1 done
          ✓ Done                                                    shipped      Q3 2026  bo
          ✗ Given up                                                rejected     Q3 2026  bo
      `),
    );
  });

  it("paints what does not go well, headings and what is over", () => {
    const engine = engineOver(plan);
    const [project] = engine.workspace.projects();
    const tag = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
    const paint = { bold: tag("b"), dim: tag("d"), red: tag("r"), yellow: tag("y"), green: tag("g") };
    const problemsOf = (path: string) => engine.problems(project!.uriOf(path));
    const text = roadmapText(project!.query, { by: "timeline", showDone: true }, problemsOf, paint);
    checkText(
      `${text}\n`,
      dedent(`
      <b>Overdue</b>                                                       1 feature
        ● A title that is so long that nobody would want all of the other titles to make room for it  in progress  Q3 2026  bo   <r>overdue · 1 of 1 done</r>  <y>2 problems</y>

      <b>Q3 2026</b>                                                       2 features · 1 done · 1 dropped
      <d>  ✓ Done                                                      shipped               bo</d>
      <d>  ✗ Given up                                                  rejected              bo</d>

      <b>Unscheduled</b>                                                   1 goal
        ○ 成長 growth                                               draft                 ana
      `),
    );
  });

  it("is empty for an empty plan", () => {
    const { query } = engineOver("//- a.md\n# Nothing\n").workspace.projects()[0]!;
    assert.equal(roadmapText(query, { by: "goal" }), "");
  });
});

describe("the width of a text", () => {
  it("counts two columns for wide signs and none for marks", () => {
    assert.equal(widthOf("abc"), 3);
    assert.equal(widthOf("Yıldız"), 6);
    assert.equal(widthOf("成長"), 4);
    assert.equal(widthOf("🚀"), 2);
    assert.equal(widthOf("é".normalize("NFD")), 1);
  });
});
