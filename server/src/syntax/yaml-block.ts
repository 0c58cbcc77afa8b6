import { attach } from "./yaml-attach.ts";
import { halfTyped, missingDash, missingSpace, tooDeep } from "./yaml-flaws.ts";
import { judgeIndent } from "./yaml-indent.ts";
import { closedQuote } from "./yaml-quoted.ts";
import {
  columnOf,
  contentEnd,
  crampedKey,
  empty,
  isBlank,
  isComment,
  isDash,
  isEmptyLine,
  keyColon,
  type Line,
  MAX_DEPTH,
  peek,
  plain,
  type Source,
  skipBlanks,
  takeComment,
} from "./yaml-source.ts";
import type { YamlEntry, YamlList, YamlNode, YamlScalar } from "./yaml-tree.ts";
import { readValue, takeLine } from "./yaml-value.ts";

/** Which lines belong to the collections around: a field at `fields` or left of it, a list entry at `items` or left of it. */
interface Around {
  readonly fields: number;
  readonly items: number;
}

/** One field of the block at the top, with what came up while it was read. */
export interface RootEntry {
  readonly entry: YamlEntry;
  readonly firstLine: number;
  readonly endLine: number;
  readonly doubtful: boolean;
  /** Its flaws are `found[from..to)`. */
  readonly from: number;
  readonly to: number;
}

export const nothingAround: Around = { fields: -1, items: -1 };

export function isField(text: string, line: Line): boolean {
  return line.from < line.end && !isDash(text, line.from, line.end) && keyColon(text, line.from, line.end) >= 0;
}

/** Reads what starts at `at`, in `column` of the current line: a list, a map, or a value deeper than `parent`. */
export function readBlock(source: Source, at: number, column: number, parent: number, around: Around): YamlNode {
  const { text } = source;
  const line = source.lines[source.line]!;
  if (source.depth >= MAX_DEPTH) return giveUp(source, at, parent);
  source.depth++;
  let node: YamlNode;
  if (isDash(text, at, line.end)) node = readList(source, at, column, around);
  else if (keyColon(text, at, line.end) >= 0 || isHalfMap(source, at, column, parent)) {
    node = readMap(source, at, column, around, undefined);
  } else node = readValue(source, at, parent);
  source.depth--;
  return node;
}

/** What is nested too deeply stays a text. */
function giveUp(source: Source, at: number, parent: number): YamlScalar {
  const { text, lines } = source;
  tooDeep(source, { start: at, end: at + 1 });
  let { end } = lines[source.line++]!;
  for (; source.line < lines.length; source.line++) {
    const line = lines[source.line]!;
    if (line.from < line.end && line.indent <= parent) break;
    end = Math.max(end, line.end);
  }
  return plain(at, end, text.slice(at, end));
}

/** A word above fields in the same column is a name that is being typed. */
function isHalfMap(source: Source, at: number, column: number, parent: number): boolean {
  const { text, lines } = source;
  if (!/[\p{L}_]/u.test(text[at]!)) return false;
  for (let i = source.line + 1; i < lines.length; i++) {
    const next = lines[i]!;
    if (next.from === next.end) continue;
    if (next.indent <= parent || next.indent !== column || isDash(text, next.from, next.end)) return false;
    if (isField(text, next)) return !opensOuterList(source, i, column);
  }
  return false;
}

/** `reviewers:` with its list further left is a field of an outer map that was moved to the right by mistake. */
function opensOuterList({ text, lines }: Source, at: number, column: number): boolean {
  const { from, end } = lines[at]!;
  if (keyColon(text, from, end) !== end - 1) return false;
  const next = lines.slice(at + 1, at + 20).find((line) => line.from < line.end && text[line.from] !== "#");
  return next !== undefined && next.indent < column && isDash(text, next.from, next.end);
}

export function readMap(
  source: Source,
  start: number,
  column: number,
  around: Around,
  roots: RootEntry[] | undefined,
): YamlNode {
  const { text } = source;
  const entries: YamlEntry[] = [];
  const inList = around.items >= 0;
  let at = start;
  for (;;) {
    const line = source.lines[source.line]!;
    const actual = columnOf(line, at);
    const before = { line: source.line, doubts: source.doubts, found: source.found.length };
    if (at === line.from && isDash(text, at, line.end)) readStray(source, entries, actual, column, around);
    else {
      entries.push(readEntry(source, at, actual, Math.min(actual, column), around));
      if (at === line.from) judgeIndent(source, line, before.line, column, "field");
      roots?.push({
        entry: entries.at(-1)!,
        firstLine: before.line,
        endLine: source.line,
        doubtful: source.doubts > before.doubts,
        from: before.found,
        to: source.found.length,
      });
    }
    const next = peek(source);
    if (next === undefined) break;
    if (isDash(text, next.from, next.end)) {
      if (next.indent <= around.items) break;
      if (next.indent < column && (inList || next.indent <= around.fields)) break;
    } else if (next.indent <= around.fields) break;
    at = next.from;
  }
  const first = entries[0]?.span.start ?? start;
  return { type: "map", flow: false, entries, span: { start: first, end: entries.at(-1)?.span.end ?? first } };
}

function readEntry(source: Source, at: number, column: number, lists: number, around: Around): YamlEntry {
  const { text } = source;
  const line = source.lines[source.line]!;
  let colon = keyColon(text, at, line.end);
  let behind = colon + 1;
  if (colon < 0) {
    const name = crampedKey(text, at, line.end);
    if (name === undefined) return readHalfTyped(source, at, column, around);
    colon = at + name.length;
    behind = colon + 1;
    while (/[\s\u00a0]/.test(text[behind] ?? "") && behind < line.end) behind++;
    missingSpace(source, colon, name, { start: colon + 1, end: behind });
  }
  const key = readKey(source, at, colon);
  const value = readEntryValue(source, behind, colon, column, lists, around);
  return { key, value, span: { start: at, end: Math.max(value.span.end, colon + 1) } };
}

function readKey(source: Source, at: number, colon: number): YamlScalar {
  const { text } = source;
  let end = colon;
  while (end > at && isBlank(text.charCodeAt(end - 1))) end--;
  const first = text[at]!;
  // Names too long for YAML, and signs in front of a name, are for the library to judge.
  if (colon - at > 1000) source.doubts++;
  if (first === '"' || first === "'") return closedQuote(source, at, end);
  if (!/[\p{L}\p{N}_$./(]/u.test(first)) source.doubts++;
  return plain(at, end, text.slice(at, end));
}

/** What stands behind the colon, or below it: deeper than `column`, or a list that starts in column `lists` at least. */
function readEntryValue(
  source: Source,
  behind: number,
  colon: number,
  column: number,
  lists: number,
  around: Around,
): YamlNode {
  const { text } = source;
  const line = source.lines[source.line]!;
  const at = skipBlanks(text, behind, line.end);
  if (at < line.end && !isComment(text, at)) return readValue(source, at, column);
  takeComment(source, at, line.end);
  source.line++;
  const next = peek(source);
  if (next === undefined) return empty(colon + 1);
  const below = isDash(text, next.from, next.end) ? next.indent >= lists : next.indent > column;
  if (!below) return empty(colon + 1);
  return readBlock(source, next.from, next.indent, column, { fields: lists, items: around.items });
}

/** A line that is no field yet; what stands deeper below it is its value already. */
function readHalfTyped(source: Source, at: number, column: number, around: Around): YamlEntry {
  const line = source.lines[source.line]!;
  source.doubts++;
  const end = Math.max(contentEnd(source.text, at, line.end), at + 1);
  takeLine(source, at);
  const key = plain(at, end, source.text.slice(at, end));
  halfTyped(source, key.span);
  const next = peek(source);
  if (next === undefined || next.indent <= column) return { key, value: undefined, span: key.span };
  const value = readBlock(source, next.from, next.indent, column, { fields: column, items: around.items });
  return { key, value, span: { start: at, end: Math.max(end, value.span.end) } };
}

function readList(source: Source, start: number, column: number, around: Around): YamlList {
  const { text } = source;
  const items: YamlNode[] = [];
  let at = start;
  let end = start;
  for (;;) {
    const line = source.lines[source.line]!;
    const actual = columnOf(line, at);
    const firstLine = source.line;
    if (isDash(text, at, line.end)) items.push(readItem(source, at, actual, around));
    else {
      const item = readValue(source, at, actual - 1);
      missingDash(source, item.span);
      items.push(item);
    }
    end = Math.max(items.at(-1)!.span.end, at + 1);
    if (at === line.from) judgeIndent(source, line, firstLine, column, "entry");
    const next = peek(source);
    if (next === undefined) break;
    if (isDash(text, next.from, next.end)) {
      if (next.indent <= around.items) break;
    } else if (next.indent !== column || next.indent <= around.fields || isField(text, next)) break;
    else if (isEmptyLine(source.lines[source.line - 1])) break;
    at = next.from;
  }
  return { type: "list", flow: false, items, span: { start, end } };
}

function readItem(source: Source, dash: number, column: number, around: Around): YamlNode {
  const { text } = source;
  const line = source.lines[source.line]!;
  const inner = { fields: around.fields, items: column };
  const at = skipBlanks(text, dash + 1, line.end);
  // The columns behind a tab are for the library to count.
  if (at < line.end && text.slice(dash, at).includes("\t")) source.doubts++;
  if (at < line.end && !isComment(text, at)) return readBlock(source, at, columnOf(line, at), column, inner);
  takeComment(source, at, line.end);
  source.line++;
  const next = peek(source);
  if (next === undefined || next.indent <= column) return empty(dash + 1);
  return readBlock(source, next.from, next.indent, column, inner);
}

function readStray(source: Source, entries: YamlEntry[], column: number, mapColumn: number, around: Around): void {
  const firstLine = source.line;
  const slot = source.found.length;
  const at = source.lines[firstLine]!.from;
  const list = readList(source, at, column, { fields: mapColumn, items: around.items });
  attach(source, entries, { list, column, firstLine, slot }, mapColumn);
}
