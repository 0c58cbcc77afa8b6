import assert from "node:assert/strict";
import { dayOf } from "../../../server/src/base/day.ts";
import type { PanelAnswer } from "../../../server/src/panel/data.ts";
import { drawKpis } from "../../../server/src/panel/draw-kpis.ts";
import { drawTrace } from "../../../server/src/panel/draw-trace.ts";
import { stepTime } from "../../../server/src/panel/move.ts";
import { writeHtml } from "../../../server/src/panel/node.ts";
import { type EditAnswer, panelMove, panelRows } from "../../../server/src/protocol.ts";
import { panelKpis } from "../../../server/src/roadmap/panel/kpis.ts";
import { panelTrace } from "../../../server/src/roadmap/panel/trace.ts";
import { panelWords } from "../../../server/src/roadmap/panel/words.ts";
import { panelProjects } from "../../draw-panel.ts";
import { after, ask, filesOf, stateOf } from "../../gestures.ts";
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

describe("a bar that is moved in the panel", () => {
  const files = filesOf(`
    //- wallet.md
    ---
    type: feature
    id: FEAT-1
    title: Wallet
    status: planned
    timeframe: 2027-Q3
    ---
    //- gifts.md
    ---
    type: feature
    id: FEAT-2
    title: Gifts
    status: planned
    ---
    //- returns.md
    ---
    type: feature
    id: FEAT-3
    title: Returns
    status: planned
    timeframe: later
    ---
  `);
  const state = stateOf(files);
  const rows = new Map(
    ask<PanelAnswer>(state, panelRows, { by: "status" }).rows.map((row) => [row.title, row] as const),
  );
  /** What its document says after a move by one step of what was seen. */
  const moved = (title: string, seen = rows.get(title)!.time) => {
    const { place } = rows.get(title)!;
    const { text } = stepTime(seen, "all", 1, dayOf(2026, 11, 22), "quarters");
    const answer = ask<EditAnswer>(state, panelMove, { place, text, seen });
    const uri = place!.uri.slice(place!.uri.lastIndexOf("/") + 1);
    return answer.edit === undefined ? answer : /timeframe: .*/.exec(after(answer, files).get(uri)!)?.[0];
  };

  it("moves from where the document has it", () => {
    assert.equal(moved("Wallet"), "timeframe: 2027-Q4");
    assert.equal(moved("Gifts"), "timeframe: 2026-Q4");
    assert.equal(moved("Returns"), "timeframe: 2026-Q4");
  });

  it("moves on from where it was moved to, before it is drawn there", () => {
    const { time } = stepTime(rows.get("Wallet")!.time, "end", 1, 0, "quarters");
    const wider = stateOf(filesOf(sourceWith("2027-Q3..2027-Q4")));
    const { place } = rows.get("Wallet")!;
    assert.ok(ask<EditAnswer>(wider, panelMove, { place, text: "2028-Q1..2028-Q2", seen: time }).edit);
  });

  it("stays where it is when the document says another time than the one that was seen", () => {
    const before = { start: dayOf(2027, 4, 1), end: dayOf(2027, 6, 30), unit: "quarter" } as const;
    for (const title of ["Wallet", "Gifts", "Returns"]) assert.deepEqual(moved(title, before), {}, title);
    assert.deepEqual(moved("Returns", { column: "next" }), {});
    const { place } = rows.get("Wallet")!;
    assert.deepEqual(ask<EditAnswer>(state, panelMove, { place, text: "2026-Q4" }), {});
  });
});

function sourceWith(timeframe: string): string {
  return `//- wallet.md\n---\ntype: feature\nid: FEAT-1\ntitle: Wallet\ntimeframe: ${timeframe}\n---\n`;
}
