import type { TextEdit } from "../base/span.ts";
import { oddIndent, wrongIndent } from "./yaml-flaws.ts";
import type { Line, Source } from "./yaml-source.ts";

/** Reports a line that stands in another column than its neighbours, or is indented with something else than spaces. */
export function judgeIndent(
  source: Source,
  line: Line,
  firstLine: number,
  column: number,
  what: "field" | "entry",
): void {
  if (!line.odd && line.indent === column) return;
  const edits = shift(source, firstLine, source.line, column - line.indent);
  const blanks = { start: line.start, end: line.from };
  if (line.odd) {
    // To YAML a no-break space is part of the name behind it.
    if (source.text.slice(line.start, line.from).includes("\u00a0")) source.hazard = true;
    oddIndent(source, blanks, edits);
  } else {
    const sure = what === "entry" || line.indent > column;
    wrongIndent(
      source,
      blanks.end > blanks.start ? blanks : { start: line.from, end: line.from + 1 },
      what,
      sure,
      edits,
    );
  }
}

/** Moves a line, and those below it that do not stand left of it, by `columns`; tabs become spaces. */
export function shift(source: Source, from: number, to: number, columns: number): TextEdit[] {
  const edits: TextEdit[] = [];
  const left = source.lines[from]!.indent;
  for (const line of source.lines.slice(from, to)) {
    if (line.from === line.end || line.indent < left) continue;
    const indent = Math.max(0, line.indent + columns);
    const span = { start: line.start, end: line.from };
    if (line.odd || columns !== 0) edits.push({ span, newText: " ".repeat(indent) });
  }
  return edits;
}
