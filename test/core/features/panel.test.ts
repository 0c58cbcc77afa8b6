import assert from "node:assert/strict";
import { drawKpis } from "../../../server/src/panel/draw-kpis.ts";
import { drawTrace } from "../../../server/src/panel/draw-trace.ts";
import { writeHtml } from "../../../server/src/panel/node.ts";
import { panelKpis } from "../../../server/src/roadmap/panel/kpis.ts";
import { panelTrace } from "../../../server/src/roadmap/panel/trace.ts";
import { panelWords } from "../../../server/src/roadmap/panel/words.ts";
import { panelProjects } from "../../draw-panel.ts";
import { checkGolden, engineOverFolder } from "../../golden.ts";

describe("the other pages of the panel", () => {
  const projects = panelProjects(engineOverFolder("examples"));
  const words = panelWords(String);

  it("show how every KPI stands, what is off track first", () => {
    const lines = panelKpis(projects).rows.map(({ title, about, health, figures, part, due, chart, reason }) => {
      const share = (value: number | undefined) => (value === undefined ? "" : `${Math.round(value * 100)} %`);
      const way = part === undefined ? "" : `${share(part)}${due === undefined ? "" : `, should be ${share(due)}`}`;
      const points = chart === undefined ? "" : `${chart.points.length} points`;
      return [health, title, about, figures, way, points, reason].join(" | ");
    });
    checkGolden("panel/kpis.txt", `${lines.join("\n")}\n`);
  });

  it("show what measures what, and what is missing", () => {
    const { kpis, rows, says } = panelTrace(projects);
    const lines = rows.map(({ title, level, measured, guarded, holes }) => {
      const marks = kpis.map(({ id }) => (measured.includes(id) ? "●" : guarded.includes(id) ? "○" : "·")).join(" ");
      return `${marks}  ${"  ".repeat(level)}${title}${holes.length > 0 ? ` — ${holes.join(", ")}` : ""}`;
    });
    checkGolden("panel/trace.txt", [...kpis.map(({ title }) => title), "", ...lines, "", says, ""].join("\n"));
  });

  it("stop where nobody reads on, and say how much there is", () => {
    const [kpis, trace] = [panelKpis(projects, "", 3), panelTrace(projects, "", false, 5)];
    assert.deepEqual([kpis.rows.length, kpis.total], [3, panelKpis(projects).rows.length]);
    assert.deepEqual([trace.rows.length, trace.total], [5, panelTrace(projects).rows.length]);
  });

  it("are found by what is looked for, and drawn without a letter too many", () => {
    const found = panelKpis(projects, "checkout");
    assert.deepEqual([...new Set(found.rows.map(({ title }) => title))], ["Checkout completion"]);
    const html =
      writeHtml(drawKpis(found, 20_000, words)) + writeHtml(drawTrace(panelTrace(projects, "wallet"), words));
    assert.doesNotMatch(html, /undefined|NaN|\[object/);
    assert.match(html, /role="img" aria-label="guardrail"/);
  });
});
