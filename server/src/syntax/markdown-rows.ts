import type { Span } from "../base/span.ts";
import { type Leaf, type Scan, startLeaf } from "./markdown-leaf.ts";
import type { Line } from "./markdown-line.ts";
import { type Paragraph, withoutLastLine } from "./markdown-paragraph.ts";
import { delimiterCells, headerCells, splitRow } from "./markdown-tables.ts";

/** Whether the line is a delimiter row with as many cells as the paragraph's last line. */
export function endsInHeader({ lines, count, mayBeHeader }: Paragraph, line: Line): boolean {
  const { text, code, first, end } = line;
  if (!mayBeHeader || (code !== 124 && code !== 45 && code !== 58)) return false;
  const cells = delimiterCells(text, first, end);
  return cells > 0 && headerCells(text, lines[count - 2]!, lines[count - 1]!) === cells;
}

/** The paragraph's last line becomes the header of a table, and this line its delimiter row. */
export function openTable(scan: Scan, leaf: Leaf, line: Line): void {
  const { lines, count } = scan.paragraph;
  const start = lines[count - 2]!;
  const headerEnd = lines[count - 1]!;
  withoutLastLine(scan);
  leaf.rows = [];
  const span = { start, end: line.end };
  startLeaf(scan, leaf, "table", { type: "table", span, depth: scan.stack.length, rows: leaf.rows });
  addRow(scan, leaf, start, headerEnd);
}

/** Adds a row with its cells, whose inline content is read later. */
export function addRow({ text, regions }: Scan, leaf: Leaf, start: number, end: number): void {
  const cells: Span[] = [];
  splitRow(text, start, end, (from, to) => {
    cells.push({ start: from, end: to });
    if (to > from) regions.push({ text, start: from, end: to, origins: undefined, html: false, heading: undefined });
  });
  leaf.rows.push({ span: { start, end }, cells });
}
