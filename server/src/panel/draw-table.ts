import type { ItemRow, PanelRow } from "./data.ts";
import { rowHeight } from "./draw-chart.ts";
import { type Attributes, type Child, type Element, h } from "./node.ts";
import { opener } from "./opener.ts";
import type { SceneRow } from "./scene.ts";
import { sign } from "./signs.ts";
import type { PanelWords } from "./words.ts";

/** What a row of the table may say beside its title. */
export type TableField = "when" | "status" | "health" | "owner" | "progress" | "slips";

/** The chart once more, for those who read it with their ears, and for whoever wants to copy it: a table with the same rows. */
export function drawTable(
  rows: readonly SceneRow[],
  fields: readonly TableField[],
  words: PanelWords,
  live?: Portion,
): Element {
  const parts: { readonly lane: PanelRow | undefined; readonly items: SceneRow[] }[] = [];
  for (const one of rows) {
    if (one.row.type === "lane") parts.push({ lane: one.row, items: [] });
    else {
      if (parts.length === 0) parts.push({ lane: undefined, items: [] });
      parts.at(-1)!.items.push(one);
    }
  }
  const above = live === undefined ? 0 : live.from * rowHeight;
  const below = live === undefined ? 0 : (live.rowCount - live.from - rows.length) * rowHeight;
  let number = live?.from ?? 0;
  // The head of the table is its first row.
  const next = () => (live === undefined ? {} : { "aria-rowindex": ++number + 1 });
  return h(
    "table",
    { class: "list items", ...(live !== undefined && { "aria-rowcount": live.rowCount + 1 }) },
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("th", { scope: "col" }, words.item),
        ...fields.map((field) => h("th", { scope: "col" }, words[field])),
      ),
    ),
    above > 0 && gap("above", above),
    ...parts.map(({ lane, items }) =>
      h(
        "tbody",
        { key: lane?.id ?? "" },
        lane !== undefined && h("tr", next(), h("th", { scope: "rowgroup", colspan: fields.length + 1 }, lane.title)),
        ...items.map((one) => tableRow(one, one.row as ItemRow, fields, words, live !== undefined, next())),
      ),
    ),
    below > 0 && gap("below", below),
  );
}

/** Of a large table only what is seen is drawn, in rows that are all as high. */
interface Portion {
  readonly from: number;
  readonly rowCount: number;
}

function gap(key: string, height: number): Element {
  return h(
    "tbody",
    { key, "aria-hidden": "true" },
    h("tr", {}, h("td", { class: "gap", style: { height: `${height}px` } })),
  );
}

function tableRow(
  drawn: SceneRow,
  row: ItemRow,
  fields: readonly TableField[],
  words: PanelWords,
  isLive: boolean,
  numbered: Attributes,
): Element {
  const title = isLive && row.place !== undefined ? opener(row.id, row.title) : row.title;
  return h(
    "tr",
    { key: row.id, class: `row-of ${drawn.tone}`, ...numbered },
    h("th", { scope: "row", style: { "padding-left": `${row.level * 14}px` } }, title),
    ...fields.map((field) => h("td", field === "slips" ? { class: "slip" } : {}, ...cell(row, drawn, field, words))),
  );
}

function cell(row: ItemRow, { tone }: SceneRow, field: TableField, words: PanelWords): readonly Child[] {
  if (field === "health") return row.phase === "active" ? [sign(tone), healthWord(row, words)] : [];
  if (field === "progress") return [row.progress?.says ?? ""];
  if (field === "slips") return row.slips.map((slip) => h("div", {}, slip));
  return [row[field]];
}

function healthWord({ health }: ItemRow, words: PanelWords): string {
  if (health === "unknown") return words.unknown;
  return health === "on-track" ? words.onTrack : health === "at-risk" ? words.atRisk : words.offTrack;
}
