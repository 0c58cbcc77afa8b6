import type { Axis, Tick } from "./axis.ts";
import type { ItemRow, LaneRow } from "./data.ts";
import { type Child, type Element, h, type Style } from "./node.ts";
import type { Scene, SceneRow, Spot } from "./scene.ts";
import { sign } from "./signs.ts";
import type { PanelWords } from "./words.ts";

/** How a chart is shown beyond what is in it. */
export interface ChartLook {
  /** The id of the row that the keys act on; undefined on a page, where nothing can be chosen. */
  readonly focus?: string;
  /** Rows can be chosen and moved. */
  readonly isLive?: boolean;
}

/** What the colours and signs mean. */
export function drawLegend(words: PanelWords): Element {
  const meanings = [
    ["on-track", words.onTrack],
    ["at-risk", words.atRisk],
    ["off-track", words.offTrack],
    ["unknown", words.unknown],
  ] as const;
  return h("ul", { class: "legend" }, ...meanings.map(([tone, word]) => h("li", { class: tone }, sign(tone), word)));
}

/** Every row is as high, so that one can tell where each stands without drawing those above it. */
export const rowHeight = 32;

/** The whole chart: the names of time above, and lanes with their bars below. */
export function drawChart(scene: Scene, words: PanelWords, look: ChartLook = {}): Element {
  const { axis, rows, from, rowCount } = scene;
  const role = look.isLive === true ? { role: "tree", "aria-label": words.roadmap } : {};
  return h(
    "div",
    { class: "chart", style: { "--track": `${Math.round(axis.least)}px` } },
    drawHead(axis, words),
    h(
      "div",
      { class: "body" },
      drawGrid(axis),
      h(
        "div",
        { class: "rows", ...role, style: padding(from, rowCount - from - rows.length) },
        ...rows.map((row) => drawRow(row, words, look)),
      ),
      scene.arrows.length > 0 && drawArrows(scene),
    ),
  );
}

function drawHead(axis: Axis, words: PanelWords): Element {
  const ticks = (list: readonly Tick[], name: string) =>
    list.map(({ at, width, label }) => h("span", { class: name, style: across({ at, width }) }, h("b", {}, label)));
  return h(
    "div",
    { class: "head", "aria-hidden": "true" },
    h("div", { class: "corner" }),
    h(
      "div",
      { class: "ticks" },
      ...ticks(axis.upper, "upper"),
      ...ticks(axis.lower, "lower"),
      axis.today !== undefined && h("span", { class: "now", style: { left: percent(axis.today) } }, words.today),
    ),
  );
}

function drawGrid({ lower, upper, today }: Axis): Element {
  const years = new Set(upper.map(({ at }) => at));
  const lines = [...new Set([...lower, ...upper].map(({ at }) => at))].filter((at) => at > 0);
  return h(
    "div",
    { class: "grid", "aria-hidden": "true" },
    ...lines.map((at) => h("i", { class: years.has(at) ? "line year" : "line", style: { left: percent(at) } })),
    today !== undefined && h("i", { class: "today", style: { left: percent(today) } }),
  );
}

function drawRow(drawn: SceneRow, words: PanelWords, look: ChartLook): Element {
  const { row, tone } = drawn;
  const isFocus = look.focus === row.id;
  const live =
    look.isLive === true
      ? {
          role: "treeitem",
          "aria-level": row.type === "lane" ? 1 : row.level + 1,
          "aria-selected": isFocus ? "true" : "false",
          ...(row.type === "lane" && { "aria-expanded": row.isOpen ? "true" : "false" }),
          tabindex: isFocus ? 0 : -1,
          "data-row": row.id,
        }
      : {};
  const kind = row.type === "lane" ? (row.isProject === true ? "lane project" : "lane") : `item ${row.phase}`;
  return h(
    "div",
    { key: row.id, class: `row ${kind} ${tone}${isFocus ? " focus" : ""}`, ...live },
    look.isLive === true && h("span", { class: "sr" }, row.spoken),
    row.type === "lane" ? laneName(row) : itemName(row, drawn),
    h(
      "div",
      { class: "track", "aria-hidden": "true" },
      ...(row.type === "lane" ? laneTrack(row, drawn) : itemTrack(row, drawn, words, look)),
    ),
  );
}

function laneName({ title, isOpen }: LaneRow): Element {
  return h(
    "div",
    { class: "name", "aria-hidden": "true" },
    h("span", { class: isOpen ? "twist open" : "twist", "aria-hidden": "true" }),
    h("span", { class: "title", title }, title),
  );
}

function itemName({ title, owner, level }: ItemRow, { tone }: SceneRow): Element {
  return h(
    "div",
    { class: "name", "aria-hidden": "true", style: { "--level": String(Math.min(level, 6)) } },
    sign(tone),
    h("span", { class: "title", title }, title),
    owner !== "" && h("span", { class: "owner" }, owner),
  );
}

/** The time of a goal: until when all in its lane has to be there. */
function laneTrack({ says }: LaneRow, { bar }: SceneRow): readonly Child[] {
  return [
    h("span", { class: "says" }, says),
    ...(bar === undefined ? [] : [h("div", { class: "due", style: across(bar) })]),
  ];
}

function itemTrack(row: ItemRow, { bar, done, note }: SceneRow, words: PanelWords, look: ChartLook): readonly Child[] {
  const isMovable = look.isLive === true && row.place !== undefined;
  if (bar === undefined)
    return [h("span", { class: isMovable ? "no-time movable" : "no-time" }, row.when === "" ? words.noTime : row.when)];
  const beside = noteBeside(note);
  if (isPoint(row)) {
    const left = percent(bar.at + bar.width / 2);
    return [
      h("i", { class: `point${isMovable ? " movable" : ""}`, style: { left } }),
      h("span", { class: "when", style: { left } }, row.when),
      ...beside,
    ];
  }
  const body = h(
    "div",
    { class: `bar ${row.base}${isMovable ? " movable" : ""}`, style: across(bar) },
    done !== undefined && h("div", { class: "part", style: { width: percent(done) } }),
    h("span", { class: "in" }, row.progress?.says ?? row.status),
    isMovable && h("i", { class: "grip start" }),
    isMovable && h("i", { class: "grip end" }),
  );
  return [body, ...beside];
}

function noteBeside(note: SceneRow["note"]): readonly Child[] {
  if (note === undefined) return [];
  const style: Style = note.side === "right" ? { left: percent(note.at) } : { right: percent(1 - note.at) };
  return [h("span", { class: `note ${note.side}`, style }, note.text)];
}

/** One day is a point in time, with its date beside it. */
function isPoint({ time }: ItemRow): boolean {
  return time !== undefined && "start" in time && time.start === time.end;
}

/** Across the whole height, because one end may be far away. */
function drawArrows({ arrows, rowCount }: Scene): Element {
  const height = rowCount * rowHeight;
  const middle = (row: number) => row * rowHeight + rowHeight / 2;
  return h(
    "div",
    { class: "arrows", "aria-hidden": "true" },
    h(
      "svg",
      { viewBox: `0 0 1000 ${height}`, preserveAspectRatio: "none", width: "100%", height },
      ...arrows.map(({ from, to, isLate }) =>
        h("path", {
          class: isLate ? "late" : "well",
          d: steps(from.x * 1000, middle(from.row), to.x * 1000, middle(to.row)),
          "vector-effect": "non-scaling-stroke",
        }),
      ),
    ),
    ...arrows.map(({ to, isLate }) =>
      h("i", {
        class: isLate ? "tip late" : "tip well",
        style: { left: percent(to.x), top: `${middle(to.row)}px` },
      }),
    ),
  );
}

/** Leaves to the right and comes in from the left; where it has to go back in time, between two rows. */
function steps(x1: number, y1: number, x2: number, y2: number): string {
  const [out, into] = [round(x1 + gap), round(x2 - gap)];
  if (out <= into) return `M${round(x1)} ${y1}H${into}V${y2}H${round(x2)}`;
  const between = y2 + (y1 < y2 ? -rowHeight / 2 : rowHeight / 2);
  return `M${round(x1)} ${y1}H${out}V${between}H${into}V${y2}H${round(x2)}`;
}

/** Thousandths of the track. */
const gap = 10;

function across({ at, width }: Spot): Style {
  return { left: percent(at), width: percent(width) };
}

function padding(above: number, below: number): Style | undefined {
  if (above === 0 && below === 0) return undefined;
  return { "padding-top": `${above * rowHeight}px`, "padding-bottom": `${below * rowHeight}px` };
}

function percent(share: number): string {
  return `${round(share * 100)}%`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
