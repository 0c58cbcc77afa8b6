import type { Span } from "../base/span.ts";
import { isBlank, isBlankOrBreak, isBreak } from "./markdown-chars.ts";
import type { Container, Containers, Mutable } from "./markdown-containers.ts";
import { takeDefinition } from "./markdown-definitions.ts";
import type { Level } from "./markdown-flow.ts";
import { type Line, trimmedEnd } from "./markdown-line.ts";
import { type Definitions, placed, type Region } from "./markdown-regions.ts";
import type { Heading, LinkDefinition, ListItem } from "./markdown-tree.ts";

/** The lines of a paragraph while it grows; it may still turn out to be definitions, a heading or a table. */
export interface Paragraph {
  /** Pairs of offsets: a line without its leading blanks. One list serves all paragraphs; `count` numbers are of this one. */
  readonly lines: number[];
  count: number;
  /** A quote's signs stand between the lines. */
  gaps: boolean;
  /** The last line is not indented like code, so a delimiter row below makes it a table's header. */
  mayBeHeader: boolean;
  /** The item that starts with this paragraph. */
  item: Mutable<ListItem> | undefined;
  mayBeTask: boolean;
}

/** What a paragraph is written to. */
export interface Sink extends Containers {
  readonly text: string;
  readonly regions: Region[];
  readonly definitions: LinkDefinition[];
  readonly defined: Definitions;
  readonly paragraph: Paragraph;
}

export function newParagraph(): Paragraph {
  return { lines: [], count: 0, gaps: false, mayBeHeader: false, item: undefined, mayBeTask: false };
}

/** Starts a paragraph with its first line; `container` is the one around it where nothing stands before it. */
export function startParagraph(paragraph: Paragraph, line: Line, container: Container | undefined): void {
  const list = container?.type === "list" ? container : undefined;
  const task = container?.task;
  paragraph.count = 0;
  pushLine(paragraph, line.first, line.end);
  paragraph.gaps = false;
  paragraph.mayBeHeader = line.indent <= 3;
  paragraph.item = list?.block?.type === "item" ? list.block : undefined;
  paragraph.mayBeTask = task === "yes" || (task === "unindented" && line.indent === 0);
}

/**
 * Takes a line that begins with a letter and stands in no container: nothing but a paragraph starts with it or goes on in
 * it. Most lines are of that sort. `isFirst` starts the paragraph.
 */
export function addPlainLine(sink: Sink, isFirst: boolean, start: number, end: number): void {
  const { paragraph } = sink;
  paragraph.mayBeHeader = true;
  sink.contentEnd = end;
  if (isFirst) paragraph.count = 0;
  pushLine(paragraph, start, end);
  if (!isFirst) return;
  paragraph.gaps = false;
  paragraph.item = undefined;
  paragraph.mayBeTask = false;
}

export function addLine(paragraph: Paragraph, line: Line): void {
  if (!paragraph.gaps) paragraph.gaps = hasQuoteSign(line);
  paragraph.mayBeHeader = line.indent <= 3;
  pushLine(paragraph, line.first, line.end);
}

function pushLine(paragraph: Paragraph, start: number, end: number): void {
  const { lines } = paragraph;
  lines[paragraph.count++] = start;
  lines[paragraph.count++] = end;
}

/**
 * Ends the paragraph: definitions at its start are taken off, the rest is a paragraph, or a heading when an underline
 * of this `level` ended it. False when nothing but definitions was there.
 */
export function closeParagraph(sink: Sink, level: Level | 0, end: number): boolean {
  const { paragraph } = sink;
  const { lines, count, item } = paragraph;
  const origins = paragraph.gaps ? [] : undefined;
  const text = origins === undefined ? sink.text : joinLines(sink.text, paragraph, origins);
  const close = origins === undefined ? lines[count - 1]! : text.length;
  let start = origins === undefined ? lines[0]! : 0;
  while (text.charCodeAt(start) === 91) {
    const next = takeDefinition(sink, text, start, close, origins);
    if (next < 0) break;
    start = next;
    while (start < close && isBlankOrBreak(text.charCodeAt(start))) start++;
    if (start >= close) return false;
  }
  const trimmed = trimmedEnd(text, start, close);
  const depth = sink.stack.length;
  const from = placed(origins, start, close);
  if (level > 0) {
    const heading: Mutable<Heading> = {
      type: "heading",
      span: { start: from.start, end },
      depth,
      level: level as Level,
      content: placed(origins, start, trimmed),
      plain: "",
    };
    sink.blocks.push(heading);
    sink.regions.push({ text, start, end: trimmed, origins, html: false, heading });
    return true;
  }
  sink.blocks.push({ type: "paragraph", span: from, depth });
  const behindBox = item !== undefined && paragraph.mayBeTask ? checkboxEnd(text, start, close) : -1;
  if (item !== undefined) {
    if (behindBox > 0) {
      item.checkbox = placed(origins, start, behindBox);
      item.checked = isChecked(text.charCodeAt(start + 1));
    }
    item.content = firstLine(text, behindBox > 0 ? behindBox : start, close, lines, origins);
  }
  if (behindBox > 0) start = behindBox;
  if (trimmed > start) sink.regions.push({ text, start, end: trimmed, origins, html: false, heading: undefined });
  return true;
}

/** Ends the paragraph above its last line, which is about to become a table's header. */
export function withoutLastLine(sink: Sink): void {
  const { paragraph } = sink;
  paragraph.count -= 2;
  if (paragraph.count > 0) closeParagraph(sink, 0, paragraph.lines[paragraph.count - 1]!);
}

/** The offset behind `[ ]` or `[x]` when it makes a task: blanks and something else follow. */
function checkboxEnd(text: string, start: number, end: number): number {
  if (text.charCodeAt(start) !== 91) return -1;
  const mark = text.charCodeAt(start + 1);
  if (!isChecked(mark) && mark !== 32 && !isBreak(mark)) return -1;
  const close = mark === 13 && text.charCodeAt(start + 2) === 10 ? start + 3 : start + 2;
  if (close >= end || text.charCodeAt(close) !== 93) return -1;
  let at = close + 1;
  if (at >= end || !isBlankOrBreak(text.charCodeAt(at))) return -1;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at < end ? close + 1 : -1;
}

function isChecked(mark: number): boolean {
  return mark === 88 || mark === 120;
}

function firstLine(
  text: string,
  start: number,
  end: number,
  lines: readonly number[],
  origins: readonly number[] | undefined,
): Span {
  let from = start;
  while (from < end && isBlankOrBreak(text.charCodeAt(from))) from++;
  const to = origins === undefined ? lineEnd(lines, from) : Math.min(joinedLineEnd(text, from), end);
  return placed(origins, from, trimmedEnd(text, from, to));
}

function lineEnd(lines: readonly number[], from: number): number {
  let at = 1;
  while (lines[at]! < from) at += 2;
  return lines[at]!;
}

function joinedLineEnd(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline;
}

/** Only a quote's sign can stand before a further line of a paragraph, apart from blanks. */
function hasQuoteSign(line: Line): boolean {
  for (let at = line.start; at < line.first; at++) if (line.text.charCodeAt(at) === 62) return true;
  return false;
}

function joinLines(text: string, { lines, count }: Paragraph, origins: number[]): string {
  const parts: string[] = [];
  let length = 0;
  for (let index = 0; index < count; index += 2) {
    origins.push(length, lines[index]!);
    parts.push(text.slice(lines[index], lines[index + 1]));
    length += lines[index + 1]! - lines[index]! + 1;
  }
  return parts.join("\n");
}
