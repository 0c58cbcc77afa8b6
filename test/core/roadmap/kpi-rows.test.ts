import assert from "node:assert/strict";
import { writeDay } from "../../../server/src/base/day.ts";
import { asWords, type KpiRow, kpiRows } from "../../../server/src/roadmap/kpi-rows.ts";
import { planOf } from "../../../server/src/roadmap/project-plan.ts";
import { engineOver } from "../../check.ts";
import { checkText, dedent } from "../../fixture.ts";
import { checkGolden, engineOverFolder } from "../../golden.ts";

describe("the KPIs of a plan", () => {
  it("stand with what is off its line first, and what is over last", () => {
    checkRows(
      `
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      timeframe: 2026
      kpis: KPI-1, KPI-2, KPI-3, KPI-4
      ---
      //- kpis.md
      ---
      type: kpi
      id: KPI-1
      title: A nobody measures
      target: 3
      ---
      //- b.md
      ---
      type: kpi
      id: KPI-2
      title: B on its line
      target: 10
      measurements: [{ date: 2026-01-01, value: 0 }, { date: 2026-07-01, value: 9 }]
      ---
      //- c.md
      ---
      type: kpi
      id: KPI-3
      title: C off its line
      target: 10
      measurements: [{ date: 2026-01-01, value: 0 }, { date: 2026-07-01, value: 1 }]
      ---
      //- d.md
      ---
      type: kpi
      id: KPI-4
      title: D achieved
      status: achieved
      target: 10
      measurements: [{ date: 2026-01-01, value: 0 }, { date: 2026-07-01, value: 1 }]
      ---
      `,
      `
      KPI-3 C off its line [off-track] 1 → 10 for GOAL-1 | chart 2026-01-01 0, 2026-07-01 1 -> 2026-12-31 10 today 8.93
      KPI-2 B on its line [on-track] 9 → 10 for GOAL-1 | chart 2026-01-01 0, 2026-07-01 9 -> 2026-12-31 10 today 8.93
      KPI-1 A nobody measures [unknown] 3 for GOAL-1 | chart
      KPI-4 D achieved [unknown] 1 → 10 for GOAL-1 | chart 2026-01-01 0, 2026-07-01 1 -> 2026-12-31 10 today 8.93
      `,
    );
  });

  it("stand once for each key result, with the goal's own figures, and once as a guardrail", () => {
    checkRows(
      `
      //- one.md
      ---
      type: goal
      id: GOAL-1
      kpis: [{ id: KPI-1, target: 50%, timeframe: 2026-12-31 }]
      ---
      //- two.md
      ---
      type: goal
      id: GOAL-2
      guardrails: KPI-1
      ---
      //- feature.md
      ---
      type: feature
      id: FEAT-1
      kpis: KPI-1
      ---
      //- kpi.md
      ---
      type: kpi
      id: KPI-1
      title: Share
      baseline: 10%
      current: 30%
      target: 90%
      ---
      `,
      `
      KPI-1 Share guardrail [on-track] 10 % → 30 % → 90 % for GOAL-2 | chart
      KPI-1 Share [unknown] 10 % → 30 % → 90 % for FEAT-1 | chart done 0.25
      KPI-1 Share key result of one [unknown] 10 % → 30 % → 50 % for GOAL-1 | chart done 0.5
      `,
    );
  });

  it("have done all of it where a limit is kept that is no better than the baseline, and none that could be drawn beyond it", () => {
    const kpi = (id: string, title: string, current: string, figures: string) => `
      //- ${id}.md
      ---
      type: kpi
      id: ${id}
      title: ${title}
      timeframe: 2026
      measurements: [{ date: 2026-01-01, value: 15 }, { date: 2026-07-01, value: ${current} }]
      ${figures}
      ---`;
    checkRows(
      `
      ${kpi("KPI-1", "A kept", "14", "baseline: 14\n      target: 18\n      direction: down")}
      ${kpi("KPI-2", "B kept, at the baseline", "14", "baseline: 14\n      target: ≤ 14")}
      ${kpi("KPI-3", "C kept, though worse than before", "17", "baseline: 14\n      target: ≤ 18")}
      ${kpi("KPI-4", "D beyond its limit", "20", "baseline: 14\n      target: ≤ 18")}
      ${kpi("KPI-5", "E on its way", "14", "baseline: 18\n      target: 10\n      direction: down")}
      `,
      `
      KPI-4 D beyond its limit [off-track] 14 → 20 → ≤ 18 for  | chart 2026-01-01 15, 2026-07-01 20 -> 2026-12-31 18 today 17.7
      KPI-5 E on its way [off-track] 18 → 14 → 10 for  | chart 2026-01-01 15, 2026-07-01 14 -> 2026-12-31 10 today 10.5 done 0.5 due 0.933
      KPI-1 A kept [on-track] 14 → 14 → 18 for  | chart 2026-01-01 15, 2026-07-01 14 -> 2026-12-31 18 today 17.7 done 1
      KPI-2 B kept, at the baseline [on-track] 14 → 14 → ≤ 14 for  | chart 2026-01-01 15, 2026-07-01 14 -> 2026-12-31 14 today 14.1 done 1
      KPI-3 C kept, though worse than before [on-track] 14 → 17 → ≤ 18 for  | chart 2026-01-01 15, 2026-07-01 17 -> 2026-12-31 18 today 17.7 done 1
      `,
    );
  });

  it("have no chart where a figure is no number, and none of figures that do not compare", () => {
    checkRows(
      `
      //- a.md
      ---
      type: kpi
      id: KPI-1
      title: In words
      target: people love it
      ---
      //- b.md
      ---
      type: kpi
      id: KPI-2
      title: Mixed
      baseline: 3 tickets
      target: 50%
      measurements: [{ date: 2026-01-01, value: 200 ms }, { date: 2026-02-01, value: 20% }]
      ---
      //- c.md
      ---
      type: kpi
      id: KPI-3
      title: A step from nowhere
      target: +10%
      current: 7
      ---
      `,
      `
      KPI-3 A step from nowhere [unknown] 7 → +10 % for  | chart
      KPI-1 In words [unknown] people love it for  | no chart
      KPI-2 Mixed [unknown] 3 tickets → 20 % → 50 % for  | chart 2026-02-01 20
      `,
    );
  });

  it("are those of the sample", () => {
    checkGolden(
      "roadmap/kpis.rows.txt",
      drawn(kpiRows(planOf(engineOverFolder("examples").workspace.projects()[0]!.query))),
    );
  });

  it("are those that are asked for", () => {
    const { query } = engineOverFolder("examples").workspace.projects()[0]!;
    const rows = kpiRows(planOf(query), (kpi) => kpi.item.id === "KPI-2");
    assert.deepEqual(new Set(rows.map(({ found }) => found.item.id)), new Set(["KPI-2"]));
  });
});

function checkRows(source: string, expected: string): void {
  const { query } = engineOver(source).workspace.projects()[0]!;
  checkText(drawn(kpiRows(planOf(query))), dedent(expected));
}

function drawn(rows: readonly KpiRow[]): string {
  return rows.map((row) => `${draw(row)}\n`).join("");
}

function draw(row: KpiRow): string {
  const { found, measures, values, health, chart } = row;
  const as = String(asWords(row));
  const figures = [values.baseline, values.current, values.target].filter((value) => value !== undefined).join(" → ");
  const points = chart?.points.map(({ day, value }) => `${writeDay(day)} ${value}`).join(", ") ?? "";
  const parts = [
    points,
    chart?.course === undefined ? "" : `-> ${writeDay(chart.course.to.day)} ${chart.course.to.value}`,
    chart?.expected === undefined ? "" : `today ${Number(chart.expected.toPrecision(3))}`,
    chart?.part === undefined ? "" : `done ${Number(chart.part.toPrecision(3))}`,
    chart?.due === undefined ? "" : `due ${Number(chart.due.toPrecision(3))}`,
  ];
  const head = `${found.item.key} ${found.item.title}${as === "" ? "" : ` ${as}`} [${health.health}] ${figures}`;
  const serves = measures.map(({ item }) => item.key).join(", ");
  const drawing = chart === undefined ? "no chart" : ["chart", ...parts.filter((part) => part !== "")].join(" ");
  return `${head} for ${serves} | ${drawing}`;
}
