import type { Span } from "../base/span.ts";
import type { SchemaKind } from "../model/schema.ts";
import type { Item } from "../model/summary.ts";
import { type Piece, piecesOf } from "./stops.ts";

/** What is written in the place of a span, with places to fill in. */
export interface Insertion {
  readonly span: Span;
  readonly pieces: readonly Piece[];
}

/** Another item below one in the body, written as that one is: as a section, a row of its table, or an entry of its list. */
export function itemLike(text: string, site: Span, like: Item, id: string, kind: SchemaKind): Insertion {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = text.slice(site.start, site.end).split(/\r?\n/);
  const start = lineEnd(text, site.start);
  const first = text.slice(text.lastIndexOf("\n", site.start - 1) + 1, start);
  const isRow = like.site === "table";
  const last = text.slice(0, site.end).trimEnd().length;
  const at = isRow ? start : like.site === "heading" ? last : Math.max(start, lineEnd(text, last));
  const written = (pieces: readonly Piece[]): Insertion => ({ span: { start: at, end: at }, pieces });
  switch (like.site) {
    case "heading":
      return written([newline, newline, ...sectionLike(lines, first, id, kind, newline)]);
    case "table":
      return written([newline, ...rowLike(first, like, id)]);
    default:
      return written([newline, ...entryLike(first, like, id)]);
  }
}

/** `### FEAT-5: …` of the same level, with its fields as the other has them: in a table, in bullets or in bold. */
function sectionLike(
  lines: readonly string[],
  first: string,
  id: string,
  kind: SchemaKind,
  newline: string,
): readonly Piece[] {
  const marks = /^#+/.exec(first.trimStart())?.[0] ?? "###";
  const field = lines.find((line) => /^\s*(?:[-*+] |\||\*\*)/.test(line))?.trimStart() ?? "";
  const fields = field.startsWith("|")
    ? `| Field | Value |\n|---|---|\n| Status | «draft» |\n\n`
    : field.startsWith("**") || /^[-*+] \*\*/.test(field)
      ? `${field.startsWith("**") ? "" : `${field.slice(0, 2)}`}**Status:** «draft»\n\n`
      : field === ""
        ? ""
        : `${field.slice(0, 2)}Status: «draft»\n\n`;
  const words = kind.base === "kpi" ? "«What is counted.»" : "«What people can do with it.»";
  return piecesOf(`${marks} ${id}: «TBD»\n\n${fields}${words}`.replaceAll("\n", newline));
}

/** As many cells; the id stands where the other's does. */
function rowLike(row: string, { id: other }: Item, id: string): readonly Piece[] {
  const cells = row
    .trim()
    .replace(/^\|/, "")
    .replace(/\|$/, "")
    .split(/(?<!\\)\|/);
  const named = other !== undefined && (cells[0] ?? "").includes(other);
  const isAlone = named && (cells[0] ?? "").replace(other, "").replace(/[\s*`:_]/g, "") === "";
  const first = !named ? "«TBD»" : isAlone ? cells[0]!.trim().replace(other, id) : `${id}: «TBD»`;
  const rest = cells
    .slice(1)
    .map((_, index) => (index === 0 && isAlone ? "«What must be true when this is done»" : "«tbd»"));
  return piecesOf(`| ${[first, ...rest].join(" | ")} |`);
}

/** The same sign, box and emphasis; a box is empty. */
function entryLike(line: string, { id: other = "" }: Item, id: string): readonly Piece[] {
  const at = Math.max(0, line.indexOf(other));
  const before = line.slice(0, at).replace(/\[[xX]\]/, "[ ]");
  const behind = /^[^\p{L}\p{N}]*/u.exec(line.slice(at + other.length))?.[0] ?? "";
  const sign = before.replace(
    /^(\s*)(\d+)([.)])/,
    (_, blanks: string, n: string, dot: string) => `${blanks}${Number(n) + 1}${dot}`,
  );
  return [`${sign}${id}${behind.trim() === "" ? ": " : behind}`, { says: "What must be true when this is done." }];
}

function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  if (newline < 0) return text.length;
  return text[newline - 1] === "\r" ? newline - 1 : newline;
}
