import type { KpiCard, PanelCurve, PanelKpis, PanelPoint } from "./data.ts";
import { type Child, type Element, h } from "./node.ts";
import { opener } from "./opener.ts";
import type { Tone } from "./scene.ts";
import { sign } from "./signs.ts";
import type { PanelWords } from "./words.ts";

/** How each KPI stands: how it moved, its figures, and how far it is on its way. */
export function drawKpis({ rows }: PanelKpis, today: number, words: PanelWords, look: KpiLook = {}): Element {
  return h(
    "table",
    { class: "list kpis" },
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        ...[words.kpi, words.measured, words.figures, words.progress, ...(look.plain ? [] : [words.health])].map(
          (name) => h("th", { scope: "col" }, name),
        ),
      ),
    ),
    h("tbody", {}, ...rows.map((card) => row(card, today, words, look))),
  );
}

export interface KpiLook {
  /** Without owners and without how it goes. */
  readonly plain?: boolean;
  /** A title opens the document that it stands in. */
  readonly isLive?: boolean;
}

function row(card: KpiCard, today: number, words: PanelWords, look: KpiLook): Element {
  const tone: Tone = card.isOver ? "done" : look.plain === true ? "unknown" : card.health;
  return h(
    "tr",
    { key: card.id, class: `kpi ${tone}` },
    h(
      "th",
      { scope: "row" },
      h(
        "div",
        { class: "kpi-title" },
        sign(tone),
        look.isLive === true ? opener(card.id, card.title) : h("span", {}, card.title),
      ),
      h(
        "div",
        { class: "about" },
        look.plain === true || card.owner === "" ? card.about : dotted(card.about, card.owner),
      ),
    ),
    h("td", { class: "curve" }, card.chart && drawCurve(card.chart, today)),
    h("td", { class: "figures" }, ...figures(card.figures)),
    h("td", { class: "way" }, ...way(card, words)),
    look.plain !== true && h("td", { class: "reason" }, card.reason),
  );
}

function dotted(a: string, b: string): string {
  return a === "" ? b : `${a} · ${b}`;
}

/** What is now stands out between what was and what is to be. */
function figures(text: string): readonly Child[] {
  const parts = text.split(" → ");
  if (parts.length !== 3) return [text];
  return [`${parts[0]} → `, h("b", {}, parts[1]!), ` → ${parts[2]}`];
}

/** The way from baseline to target, what is done of it, and a mark where it should be today. */
function way({ part, due }: KpiCard, words: PanelWords): readonly Child[] {
  if (part === undefined) return [];
  const share = (value: number) => `${Math.round(Math.min(1, Math.max(0, value)) * 1000) / 10}%`;
  const says = `${Math.round(part * 100)} %`;
  const expected = due === undefined ? "" : `, ${words.expected} ${Math.round(Math.min(1, due) * 100)} %`;
  return [
    h(
      "div",
      { class: "meter", role: "img", "aria-label": `${says}${expected}`, title: `${says}${expected}` },
      h("div", { class: "full", style: { width: share(part) } }),
      due !== undefined && h("i", { style: { left: share(due) } }),
    ),
    h("span", { class: "share", "aria-hidden": "true" }, says),
  ];
}

const [width, height, edge] = [150, 40, 4];

/** What was measured as a line, the way to the target dashed, and where that ends a ring. */
function drawCurve({ points, course, target }: PanelCurve, today: number): Element {
  const all: readonly PanelPoint[] = [...points, ...(course ?? [])];
  const days = [...all.map(([day]) => day), today];
  const values = [...all.map(([, value]) => value), ...(target === undefined ? [] : [target])];
  const [left, right, low, high] = [Math.min(...days), Math.max(...days), Math.min(...values), Math.max(...values)];
  const spot = ([day, value]: PanelPoint) => {
    const x = edge + ((day - left) / Math.max(1, right - left)) * (width - 2 * edge);
    const y = height - edge - ((value - low) / (high - low || 1)) * (height - 2 * edge);
    return `${round(x)} ${round(y)}`;
  };
  const last = points.at(-1)!;
  const dot = (point: PanelPoint, name: string, r: number) => {
    const [cx, cy] = spot(point).split(" ");
    return h("circle", { class: name, cx, cy, r });
  };
  const now = spot([today, low]).split(" ")[0];
  return h(
    "svg",
    { class: "spark", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" },
    h("path", { class: "now", d: `M${now} 2V${height - 2}` }),
    course && h("path", { class: "course", d: `M${spot(course[0])}L${spot(course[1])}` }),
    course && dot(course[1], "goal", 2.6),
    h("path", { class: "line", d: `M${points.map(spot).join("L")}` }),
    dot(last, "last", 3),
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
