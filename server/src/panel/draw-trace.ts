import type { PanelTrace, TraceRow } from "./data.ts";
import { type Child, type Element, h } from "./node.ts";
import { opener } from "./opener.ts";
import type { PanelWords } from "./words.ts";

/** Goals and features against KPIs: a dot where one measures the other, and in words what is missing. */
export function drawTrace(trace: PanelTrace, words: PanelWords, isLive = false): Element {
  // A matrix of very many columns tells nobody anything: then the names stand in the row.
  const isMatrix = trace.kpis.length <= mostColumns;
  const columns = isMatrix ? trace.kpis : [];
  const titles = new Map(trace.kpis.map(({ id, title }) => [id, title]));
  return h(
    "table",
    { class: `list trace${isMatrix ? " matrix" : ""}` },
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("th", { scope: "col" }, words.item),
        ...columns.map(({ title }) => h("th", { scope: "col", class: "kpi-name", title }, h("span", {}, title))),
        !isMatrix && h("th", { scope: "col" }, words.kpis),
        h("th", { scope: "col", class: "gaps" }, words.gaps),
      ),
    ),
    h(
      "tbody",
      {},
      ...trace.rows.map((row) =>
        h(
          "tr",
          { key: row.id, class: `traced ${row.type}` },
          h(
            "th",
            { scope: "row", style: { "--level": String(Math.min(row.level, 8)) } },
            isLive && row.place !== undefined ? opener(row.id, row.title) : row.title,
          ),
          ...columns.map(({ id }) => h("td", { class: "dot" }, ...mark(row, id, words))),
          !isMatrix && h("td", { class: "measures" }, names(row, titles)),
          h("td", { class: "gaps" }, ...row.holes.map((hole) => h("span", { class: "hole" }, hole))),
        ),
      ),
    ),
  );
}

const mostColumns = 24;

function mark({ measured, guarded }: TraceRow, id: string, words: PanelWords): readonly Child[] {
  const name = measured.includes(id) ? "full" : guarded.includes(id) ? "ring" : undefined;
  if (name === undefined) return [];
  return [h("i", { class: name, role: "img", "aria-label": name === "full" ? words.measures : words.guardrail })];
}

function names({ measured, guarded }: TraceRow, titles: ReadonlyMap<string, string>): string {
  return [...measured, ...guarded].map((id) => titles.get(id) ?? id).join(", ");
}
