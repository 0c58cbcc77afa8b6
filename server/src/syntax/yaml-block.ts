import type { TextEdit } from "../base/span.ts";
import {
  halfTyped,
  listBelowValue,
  missingDash,
  missingSpace,
  oddIndent,
  ownerlessList,
  tooDeep,
  wrongIndent,
} from "./yaml-flaws.ts";
import { closedQuote } from "./yaml-quoted.ts";
import {
  columnOf,
  contentEnd,
  crampedKey,
  empty,
  isBlank,
  isComment,
  isDash,
  keyColon,
  type Line,
  MAX_DEPTH,
  peek,
  plain,
  type Source,
  skipBlanks,
  takeComment,
} from "./yaml-source.ts";
import type { YamlEntry, YamlNode, YamlScalar } from "./yaml-tree.ts";
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

const NOTHING_AROUND: Around = { fields: -1, items: -1 };

/**
 * Reads the whole text as YAML that may be unfinished: every line that is a field stays one, whatever stands around it.
 * What is not clearly right leaves a flaw or a doubt in `source`.
 */
export function readRoot(source: Source): { root: YamlNode | undefined; entries: readonly RootEntry[] } {
  const first = peek(source);
  if (first === undefined) return { root: undefined, entries: [] };
  const column = rootColumn(source, first);
  if (column === undefined) {
    const root = readBlock(source, first.from, first.indent, -1, NOTHING_AROUND);
    // Whatever is left belongs to nothing that we know.
    if (peek(source)) source.doubts++;
    return { root, entries: [] };
  }
  const entries: RootEntry[] = [];
  const root = readMap(source, first.from, column, NOTHING_AROUND, entries);
  return { root, entries };
}

/** Where the fields of the block at the top start; undefined when it has none and is a list or a text. */
function rootColumn(source: Source, first: Line): number | undefined {
  const { text, lines } = source;
  if (isField(text, first) && first.indent === 0) return 0;
  let column: number | undefined;
  for (let i = source.line; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.indent <= first.indent && isField(text, line)) column = Math.min(column ?? line.indent, line.indent);
  }
  return column;
}

function isField(text: string, line: Line): boolean {
  return line.from < line.end && !isDash(text, line.from, line.end) && keyColon(text, line.from, line.end) >= 0;
}

/** Reads what starts at `at`, in `column` of the current line: a list, a map, or a value deeper than `parent`. */
function readBlock(source: Source, at: number, column: number, parent: number, around: Around): YamlNode {
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

function readMap(
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
    if (at === line.from && isDash(text, at, line.end)) attach(source, entries, actual, column, around);
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
  if (first === '"' || first === "'") return closedQuote(source, at, end);
  // Signs in front of a name, and names too long for YAML, are for the library to judge.
  if (!/[\p{L}\p{N}_$./(]/u.test(first) || end - at > 1000) source.doubts++;
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

function readList(source: Source, start: number, column: number, around: Around): YamlNode {
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

/** A list where none can stand: it continues the value of the field above it. */
function attach(source: Source, entries: YamlEntry[], column: number, mapColumn: number, around: Around): void {
  const { text } = source;
  const line = source.lines[source.line]!;
  const firstLine = source.line;
  const at = line.from;
  const dash = { start: at, end: at + 1 };
  const slot = source.found.length;
  const list = readList(source, at, column, { fields: mapColumn, items: around.items });
  const last = entries.at(-1);
  if (list.type !== "list") return;
  // An empty line between the two says that the name of the list is missing.
  const apart = last?.value !== undefined && isEmptyLine(source.lines[firstLine - 1]);
  if (!last || last.value?.type === "map" || apart) {
    ownerlessList(source, dash);
    return;
  }
  const { value } = last;
  const within = { start: last.span.start, end: list.span.end };
  if (value === undefined || value.span.start === value.span.end) {
    entries[entries.length - 1] = { key: last.key, value: list, span: within };
    if (value) wrongIndent(source, dash, "entry", true, shift(source, firstLine, source.line, mapColumn - column));
    return;
  }
  const before = value.type === "list" ? value.items : [value];
  const items = [...before, ...list.items];
  const late = value.type === "list" && !value.flow;
  const span = { start: value.span.start, end: list.span.end };
  entries[entries.length - 1] = { key: last.key, value: { type: "list", flow: false, items, span }, span: within };
  if (!late) {
    const edits = value.type === "scalar" ? moveDown(text, value, column, line) : undefined;
    listBelowValue(source, dash, edits);
    // The cause comes before what it leads to.
    source.found.splice(slot, 0, source.found.pop()!);
  }
}

function isEmptyLine(line: Line | undefined): boolean {
  return line !== undefined && line.from === line.end;
}

function moveDown(text: string, value: YamlScalar, column: number, line: Line): TextEdit[] {
  const newline = text[line.start - 2] === "\r" ? "\r\n" : "\n";
  let gap = value.span.start;
  while (isBlank(text.charCodeAt(gap - 1))) gap--;
  return [{ span: { start: gap, end: value.span.start }, newText: `${newline}${" ".repeat(column)}- ` }];
}

/** Reports a line that stands in another column than its neighbours, or is indented with something else than spaces. */
function judgeIndent(source: Source, line: Line, firstLine: number, column: number, what: "field" | "entry"): void {
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
function shift(source: Source, from: number, to: number, columns: number): TextEdit[] {
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
