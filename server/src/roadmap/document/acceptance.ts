import { type Document, documentOffset } from "../../base/document.ts";
import { type Places, placeRange } from "../../model/places.ts";
import type { Found, Query } from "../../workspace/query.ts";

/**
 * The requirements of a document of which nobody says how they are accepted, where it says so of others: who never does has
 * other ways.
 */
export function withoutAcceptance(
  requirements: readonly Found[],
  document: Document,
  places: Places,
  query: Query,
): readonly Found[] {
  const without = requirements.filter((found) => !isAccepted(found, document, places, query));
  return without.length === requirements.length ? [] : without;
}

/** By a list below it, by words such as "acceptance" or "given … then", by a cell for it, or by a requirement that proves it. */
function isAccepted(found: Found, { text, ...document }: Document, places: Places, query: Query): boolean {
  if (query.incoming(found, "verifies").length > 0) return true;
  const { site, whole } = found.item;
  const start = documentOffset({ text, ...document }, placeRange(places, whole).start);
  if (site === "table") return hasCell(text, start);
  const about = site === "list" ? itemAt(text, start) : sectionAt(text, start);
  return /\bacceptance\b|\bgiven\b[\s\S]{0,400}\bthen\b/i.test(about) || (site === "list" && hasList(about));
}

/** The line and those below it that are indented. */
function itemAt(text: string, start: number): string {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const [first = "", ...lines] = text.slice(from, from + longest).split("\n");
  const indent = /^\s*/.exec(first)![0].length;
  const end = lines.findIndex((line) => line.trim() !== "" && /^\s*/.exec(line)![0].length <= indent);
  return [first, ...(end < 0 ? lines : lines.slice(0, end))].join("\n");
}

function hasList(about: string): boolean {
  // Indented, or behind a blank line.
  return /\n(?:[^\S\n]+|[^\S\n]*\n)(?:[-*+]|\d{1,9}[.)])\s/.test(about);
}

/** To the next heading of its level or above. */
function sectionAt(text: string, start: number): string {
  const [first = "", ...lines] = text.slice(start, start + longest).split("\n");
  const level = levelOf(first);
  const end = lines.findIndex((line) => levelOf(line) > 0 && levelOf(line) <= level);
  return [first, ...(end < 0 ? lines : lines.slice(0, end))].join("\n");
}

function levelOf(line: string): number {
  return /^#{1,6}(?=\s)/.exec(line)?.[0].length ?? 0;
}

/** In a table with a column for it, the cell of this row. */
function hasCell(text: string, start: number): boolean {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const head = text
    .slice(0, lineStart)
    .split("\n")
    .findLast((line, at, all) => /^\s*\|/.test(line) && !/^\s*\|/.test(all[at - 1] ?? ""));
  const column = head === undefined ? -1 : cellsOf(head).findIndex((cell) => /accept/i.test(cell));
  const end = text.indexOf("\n", lineStart);
  const row = cellsOf(text.slice(lineStart, end < 0 ? text.length : end));
  return column >= 0 && /\w/.test(row[column] ?? "");
}

function cellsOf(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|");
}

const longest = 10_000;
