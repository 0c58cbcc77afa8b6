import type { Span } from "../base/span.ts";
import type { Table, TableRow } from "../syntax/markdown-tree.ts";
import type { YamlEntry, YamlScalar } from "../syntax/yaml-tree.ts";
import { bare } from "./bare.ts";
import { isNotGiven } from "./given.ts";
import { type LeadingId, leadingId } from "./leading-id.ts";
import { splitList } from "./pieces.ts";
import { plainTitle } from "./plain-title.ts";
import { readEntry } from "./read-fields.ts";
import type { Candidate } from "./read-requirements.ts";
import { looksLikeTarget } from "./read-target.ts";
import { addItem, type DraftItem, draftItem, type Reading, viaOf } from "./reading.ts";
import { canonicalName } from "./schema.ts";

const metricColumns = new Set(["metric", "kpi", "indicator", "success-metric", "success-metrics", "metrics", "kpis"]);
const textColumns = new Set([
  ...["requirement", "description", "title", "name", "summary", "statement", "text", "story", "user-story", "details"],
  ...["must-have", "what", "functional-requirement", "acceptance-criteria", "capability", "behavior", "behaviour"],
]);

/** Takes the rows of a metric table (metric, …, target) as KPIs of the item around it; false where it is none. */
export function metricRows(table: Table, container: number, reading: Reading, defining: Set<number>): boolean {
  const corner = table.rows[0]?.cells[0];
  if (corner === undefined || !metricColumns.has(columnName(corner, reading))) return false;
  const columns = columnsOf(table, reading);
  const kpi = [...reading.schema.kinds.values()].find(({ base }) => base === "kpi");
  if (kpi === undefined) return false;
  if (!columns.some((column) => kpi.fieldNames.get(column)?.name === "target")) return false;
  const via = viaOf(reading.items[container]!.kind, kpi);
  if (via === undefined) return false;
  for (const row of table.rows.slice(1)) {
    const [first] = row.cells;
    // A row of a template that nobody has filled in, `| tbd | tbd | tbd |`, measures nothing.
    const name = first === undefined ? undefined : bare(first, reading.text);
    if (first === undefined || name === undefined || isOpen(reading.text.slice(name.start, name.end))) continue;
    const named = leadingId(first, reading);
    const own = named?.kind.base === "kpi" ? named : undefined;
    const title = plainCell(own?.rest ?? first, reading.text);
    const item = draftItem("table", kpi, row.span, {
      container,
      via,
      id: own?.id,
      title: title === "" ? undefined : title,
      entry: reading.places.add(own?.span ?? name),
    });
    if (own !== undefined) defining.add(own.span.start);
    const index = addItem(item, reading);
    readCells(row, columns, item, index, reading);
  }
  return true;
}

function isOpen(name: string): boolean {
  return isNotGiven(name) || /^\{\{[^{}]*\}\}$/.test(name);
}

interface RequirementRow extends Pick<Candidate, "weight" | "fields"> {
  readonly named: LeadingId;
}

/** The rows whose first cell is a requirement's id. */
export function requirementRows(table: Table, reading: Reading): readonly RequirementRow[] {
  const found: RequirementRow[] = [];
  let columns: readonly string[] | undefined;
  for (let at = 1; at < table.rows.length; at++) {
    const row = table.rows[at]!;
    const first = row.cells[0];
    const named = first === undefined ? undefined : leadingId(first, reading);
    if (named === undefined || named.kind.base !== "requirement") continue;
    columns ??= columnsOf(table, reading);
    const text = columns.findIndex((column, at) => at > 0 && textColumns.has(column));
    const isAlone = named.rest.start >= named.rest.end;
    const title = isAlone ? row.cells[text > 0 ? text : 1] : named.rest;
    const draft = draftItem("table", named.kind, row.span);
    readCells(row, columns, draft, reading.items.length, reading);
    found.push({
      named: { ...named, rest: bare(title ?? named.rest, reading.text) },
      weight: text > 0 || !isAlone ? 2 : 0.5,
      fields: draft.fields,
    });
  }
  return found;
}

function columnsOf(table: Table, reading: Reading): readonly string[] {
  return (table.rows[0]?.cells ?? []).map((cell) => columnName(cell, reading));
}

function columnName(cell: Span, reading: Reading): string {
  return canonicalName(plainCell(cell, reading.text));
}

/** Cells under the name of a field; links only where they look like links. */
function readCells(row: TableRow, columns: readonly string[], item: DraftItem, index: number, reading: Reading): void {
  for (const [at, cell] of row.cells.entries()) {
    const definition = at === 0 ? undefined : item.kind.fieldNames.get(columns[at] ?? "");
    if (definition === undefined || definition.name === "id" || definition.name === "title") continue;
    const span = bare(cell, reading.text);
    const text = reading.text.slice(span.start, span.end);
    if (text === "") continue;
    if (definition.type === "link" && !areTargets(text)) continue;
    readEntry(entryOf(columns[at]!, span, text), item, index, reading);
  }
}

function areTargets(text: string): boolean {
  return splitList(text).every(
    ({ start, end }) => looksLikeTarget(text.slice(start, end)) || isNotGiven(text.slice(start, end)),
  );
}

function entryOf(column: string, span: Span, text: string): YamlEntry {
  const key: YamlScalar = { type: "scalar", span, text: column, style: "plain" };
  return { key, value: { type: "scalar", span, text, style: "plain" }, span };
}

/** A cell as a reader sees it. */
function plainCell(cell: Span, text: string): string {
  const { start, end } = bare(cell, text);
  return plainTitle(text.slice(start, end));
}
