import { canonicalName, type SchemaKind } from "../../model/schema.ts";
import type { Asker } from "./asker.ts";
import type { BodyLine } from "./body-line.ts";
import type { Offer } from "./candidate.ts";
import { fieldValues, kindOf, linesAbove } from "./label-candidates.ts";

/** What may stand in a cell whose column, or in a table of two columns whose row, is named after a field; undefined elsewhere. */
export function cellOffer(line: BodyLine, asker: Asker): readonly Offer[] | undefined {
  const { before, behind, offset } = line;
  const cells = cellsOf(before);
  if (!/^\s*\|/.test(before) || cells.length < 2) return undefined;
  const head = headOf(line);
  if (head === undefined) return undefined;
  const sought = head.cells.length === 2 && cells.length === 2 ? ofRow(cells[0]!, head.line, line, asker) : undefined;
  const { kind, name } = sought ?? ofColumn(head.cells, cells.length - 1, asker);
  const field = name === undefined ? undefined : kind?.fieldNames.get(canonicalName(name));
  if (kind === undefined || field === undefined || field.name === "id" || field.name === "title") return undefined;
  const typed = /[^,]*$/.exec(cells.at(-1)!)![0].trimStart();
  const rest = /^[\p{L}\p{N}_./-]*/u.exec(behind)![0];
  const span = { start: offset - typed.length, end: offset + rest.length };
  return [{ ...fieldValues(field, kind, typed, new Set(), asker), span, typed }];
}

interface Sought {
  readonly kind: SchemaKind | undefined;
  readonly name: string | undefined;
}

/** `| Owner | |` right below a heading. */
function ofRow(label: string, head: number, { text, starts }: BodyLine, asker: Asker): Sought | undefined {
  const above = linesAbove({ text, starts, line: head });
  const kind = above && kindOf(above.heading, asker);
  return kind && { kind, name: label.replace(/^[\s*_]+|[\s*_:]+$/g, "") };
}

/** A table of KPIs has a metric in its first column, one of requirements their ids. */
function ofColumn(head: readonly string[], column: number, { project }: Asker): Sought {
  const isMetric = metricNames.has(canonicalName(head[0]!.trim()));
  const base = isMetric ? "kpi" : "requirement";
  const kind = [...project.config.schema.kinds.values()].find((one) => one.base === base);
  return { kind, name: head[column]?.trim() };
}

const metricNames: ReadonlySet<string> = new Set(["metric", "metrics", "kpi", "kpis", "indicator", "success-metric"]);

/** The first line of the table that a line stands in. */
function headOf({
  text,
  starts,
  line,
}: BodyLine): { readonly cells: readonly string[]; readonly line: number } | undefined {
  let at = line;
  const rowAt = (row: number): string => text.slice(starts[row], starts[row + 1]).trim();
  while (at > 0 && rowAt(at - 1).startsWith("|")) at--;
  if (line - at < 2 || !/^[|\s:-]+$/.test(rowAt(at + 1))) return undefined;
  return { cells: cellsOf(rowAt(at).replace(/\|$/, "")), line: at };
}

/** The cells of a row from its first `|` on, the one that is being written last. */
function cellsOf(row: string): readonly string[] {
  return row
    .trimStart()
    .slice(1)
    .split(/(?<!\\)\|/);
}
