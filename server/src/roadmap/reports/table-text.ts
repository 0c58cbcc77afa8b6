import { padTo, widthOf } from "../../base/width.ts";
import type { TextPaint } from "../text.ts";
import { hasRows, partText, readable, type Section, type Table, type TableRow, usefulColumns } from "./table.ts";

/** A table for a terminal: columns below each other, what belongs to a row above indented. */
export function tableText(table: Table, paint: Pick<TextPaint, "bold" | "dim">): string {
  if (!hasRows(table)) return String(table.empty);
  const shown = usefulColumns(table);
  const head = shown.map((at) => table.columns[at]!.title);
  const isIndented = table.sections.some(({ title }) => title !== undefined);
  const bodies = table.sections.map(({ rows }) => rows.map((row) => cellsOf(row, shown, table.indents)));
  const all = bodies.flat();
  const widths = head.map((title, at) =>
    Math.min(widest, Math.max(widthOf(title), ...all.map((cells) => widthOf(cells[at]!)))),
  );
  const line = (cells: readonly string[]): string =>
    (isIndented ? "  " : "") +
    cells
      .map((cell, at) => padTo(cell, widths[at]!))
      .join("  ")
      .trimEnd();
  const parts = table.sections.map((section, at) => {
    const rows = bodies[at]!.map(line);
    return [...headingOf(section, paint), ...rows].join("\n");
  });
  const closing = table.closing === undefined ? [] : [paint.dim(String(table.closing))];
  // Where sections have headings, the names of the columns stand once, above them all.
  const names = all.length === 0 ? [] : [paint.dim(line(head))];
  return isIndented
    ? [...names, ...parts, ...closing].join("\n\n")
    : [[...names, ...parts].join("\n"), ...closing].join("\n\n");
}

/** A longer cell makes its own line longer, not all of them. */
const widest = 48;

function cellsOf({ cells, depth, repeats }: TableRow, shown: readonly number[], indents = 0): readonly string[] {
  return shown.map((at) => {
    if (at === 0 && repeats === true) return "";
    const text = readable(cells[at]).map(partText).join("; ").replace(/\s+/g, " ");
    return at === indents ? "  ".repeat(depth) + text : text;
  });
}

function headingOf({ title, notes = [], facts }: Section, paint: Pick<TextPaint, "bold">): readonly string[] {
  if (title === undefined) return [];
  const more = notes.map(String).filter((note) => note !== "");
  const first = [paint.bold(partText(title)), ...(more.length === 0 ? [] : [more.join(" · ")])].join("  ");
  return facts === undefined ? [first] : [first, `${facts.label} ${facts.cell.map(partText).join("; ")}`];
}
