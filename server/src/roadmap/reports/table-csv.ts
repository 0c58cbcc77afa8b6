import { partText, type Table } from "./table.ts";

/** A table, and the project it is about where there are several. */
export interface CsvPart {
  readonly table: Table;
  readonly project?: string;
}

/**
 * Tables of one sort as RFC 4180 says: a line of names, then the rows, each with its heading in front; lines end with CRLF.
 * No cell begins as a formula does: a spreadsheet would compute it. Nor does what stands behind a semicolon or a tab in one,
 * which are what parts cells to spreadsheets of other languages.
 */
export function tableCsv(parts: readonly CsvPart[]): string {
  const [first] = parts;
  if (first === undefined) return "";
  const hasProjects = parts.some(({ project }) => project !== undefined);
  const isGrouped = first.table.isGrouped === true;
  const names = [
    ...(hasProjects ? ["project"] : []),
    ...(isGrouped ? ["group"] : []),
    ...first.table.columns.map(({ name }) => name),
  ];
  const rows = parts.flatMap(({ table, project }) =>
    table.sections.flatMap(({ title, rows: own }) =>
      own.map(({ cells }) => [
        ...(hasProjects ? [project ?? ""] : []),
        ...(isGrouped ? [title === undefined ? "" : String(title.text)] : []),
        ...cells.map((cell) => cell.map(partText).join("; ")),
      ]),
    ),
  );
  return [names, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

/** One cell, in quotes where it needs them; `=1+1` becomes `'=1+1`, and `-5` stays a number. */
function csvCell(text: string): string {
  const isFormula = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%＝＋－＠]/u.test(text) && !/^[+-]?\d+(?:\.\d+)?$/.test(text);
  const safe = (isFormula ? `'${text}` : text).replace(/[;\t\r\n] ?(?=[=+\-@|%＝＋－＠])/g, "$&'");
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
