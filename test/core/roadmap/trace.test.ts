import assert from "node:assert/strict";
import { planOf } from "../../../server/src/roadmap/project-plan.ts";
import { holeWords, type Trace, type TracedItem, traceOf } from "../../../server/src/roadmap/trace.ts";
import { engineOver } from "../../check.ts";
import { checkText, dedent } from "../../fixture.ts";
import { checkGolden, engineOverFolder } from "../../golden.ts";

const plan = `
      //- goals.md
      ---
      type: goal
      id: GOAL-1
      title: Grow
      status: active
      kpis: KPI-1
      ---
      ## GOAL-2: Below it
      - Parent: GOAL-1

      ## GOAL-3: On purpose without a KPI
      - KPIs: n/a
      //- prd.md
      ---
      type: prd
      id: PRD-1
      title: Checkout
      status: in progress
      goals: GOAL-1, GOAL-3
      guardrails: KPI-2
      features:
        - { title: Part, id: FEAT-1 }
        - { title: Shipped part, id: FEAT-2, status: shipped }
      ---
      //- loose.md
      ---
      type: feature
      id: FEAT-9
      title: For nothing
      status: planned
      kpis: KPI-1
      ---
      //- free.md
      ---
      type: feature
      id: FEAT-10
      title: For nothing, on purpose
      goals: none
      kpis: none
      ---
      //- one.md
      ---
      type: kpi
      id: KPI-1
      ---
      //- two.md
      ---
      type: kpi
      id: KPI-2
      ---
      //- three.md
      ---
      type: kpi
      id: KPI-3
      title: Nobody looks at it
      ---
      `;

describe("the trace of goals, features and KPIs", () => {
  const { query } = engineOver(plan).workspace.projects()[0]!;

  it("says what breaks the chain, and nothing of what is missing on purpose", () => {
    checkText(
      draw(traceOf(planOf(query))),
      dedent(`
      GOAL-1 KPI-1 +1 over
        PRD-1 !KPI-2 [no KPI]
          FEAT-1
        GOAL-2 [no feature] [no KPI]
        GOAL-3 +1 over
        PRD-1 !KPI-2 [no KPI]
          FEAT-1
      without a goal
        FEAT-9 KPI-1 [no goal]
        FEAT-10
      unused
        KPI-3 [measures nothing]
      KPIs: KPI-1, KPI-2
      holes: 5
      `),
    );
  });

  it("shows what is over when it is asked for", () => {
    const [goal] = traceOf(planOf(query), { showDone: true }).goals;
    assert.deepEqual(
      goal!.work.map(({ found }) => found.item.id),
      ["PRD-1", "FEAT-1", "FEAT-2"],
    );
    assert.equal(goal!.over, 0);
  });

  it("keeps a goal where one of its features is wanted", () => {
    const isHit = ({ item }: { item: { id: string | undefined } }) => item.id === "FEAT-1";
    checkText(
      draw(traceOf(planOf(query), { isHit })),
      dedent(`
      GOAL-1 KPI-1 +1 over
        FEAT-1
        GOAL-3 +1 over
        FEAT-1
      KPIs: KPI-1
      holes: 0
      `),
    );
  });

  it("is that of the sample", () => {
    checkGolden(
      "roadmap/trace.rows.txt",
      draw(traceOf(planOf(engineOverFolder("examples").workspace.projects()[0]!.query))),
    );
  });
});

function draw({ goals, loose, unused, kpis, holes }: Trace): string {
  const lines = [
    ...goals.flatMap((goal) => [
      `${line(goal)}${goal.over === 0 ? "" : ` +${goal.over} over`}`,
      ...goal.work.map((item) => `  ${line(item)}`),
    ]),
    ...(loose.length === 0 ? [] : ["without a goal", ...loose.map((item) => `  ${line(item)}`)]),
    ...(unused.length === 0 ? [] : ["unused", ...unused.map((item) => `  ${line(item)}`)]),
    `KPIs: ${kpis.map(({ item }) => item.key).join(", ")}`,
    `holes: ${holes}`,
  ];
  return lines.map((text) => `${text}\n`).join("");
}

function line({ found, depth, kpis, guardrails, holes }: TracedItem): string {
  const links = [...kpis.map(({ item }) => item.key), ...guardrails.map(({ item }) => `!${item.key}`)];
  const missing = holes.map((hole) => `[${holeWords(hole)}]`);
  return ["  ".repeat(depth) + found.item.key, ...links, ...missing].join(" ");
}
