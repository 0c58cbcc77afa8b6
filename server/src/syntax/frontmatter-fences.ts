import type { Span } from "../base/span.ts";

export interface Fences {
  /** Where the block should start: at 0, or behind the byte order mark. */
  readonly start: number;
  readonly open: Span;
  readonly close: Span | undefined;
  readonly content: Span;
  readonly bodyStart: number;
}

/**
 * Finds the `---` lines around the block at the top; undefined where there is none.
 * A closing fence that is missing ends the block at the first empty line or heading, if what stands there are fields.
 */
export function findFences(text: string): Fences | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const at = skipEmptyLines(text, start);
  const open = fenceAt(text, at, false);
  if (open === undefined) return undefined;
  const first = lineEnd(text, at);
  const close = findClose(text, first);
  if (at > start) {
    return close && isAllFields(text, first, close.start) ? closed(text, start, open, first, close) : undefined;
  }
  const closedAt = close && !isBody(text, first, close.start) ? close : undefined;
  if (closedAt) return closed(text, start, open, first, closedAt);
  const end = fieldsEnd(text, first);
  return end > first ? { start, open, close: undefined, content: { start: first, end }, bodyStart: end } : undefined;
}

/** One to three words and a colon. */
const FIELD = /^["']?[\p{L}_][\p{L}\p{N}_-]*(?: [\p{L}\p{N}_-]+){0,2}["']?[ \t]*:(?:[ \t\r\n]|$)/u;

/** Below empty lines a `---` is a rule, unless every line up to the next one is a field or belongs to one. */
function isAllFields(text: string, first: number, end: number): boolean {
  let fields = 0;
  for (let at = first; at < end; at = lineEnd(text, at)) {
    const line = lineAt(text, at);
    if (FIELD.test(line)) fields += OURS.test(line) ? 2 : 1;
    else if (fields === 0 || !BELOW_FIELD.test(line)) return false;
  }
  return fields > 1;
}

const OURS = /^(?:type|id)[ \t]*:/;
/** Indented, a list entry, a comment, a closing bracket, or nothing at all. */
const BELOW_FIELD = /^(?:\s|- |-$|#|[\]}]|$)/;

function closed(text: string, start: number, open: Span, first: number, close: Span): Fences {
  return { start, open, close, content: { start: first, end: close.start }, bodyStart: lineEnd(text, close.start) };
}

function skipEmptyLines(text: string, start: number): number {
  let at = start;
  for (let i = start; ; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) at = i + 1;
    else if (code !== 13 && code !== 32 && code !== 9 && code !== 0xfeff) return code === 45 ? at : -1;
  }
}

/** The `---` that is all that stands on the line at `at`; as a closing fence `...` counts as well. */
function fenceAt(text: string, at: number, closes: boolean): Span | undefined {
  if (at < 0) return undefined;
  const fence = text.startsWith("---", at) || (closes && text.startsWith("...", at));
  if (!fence) return undefined;
  let end = at + 3;
  while (text[end] === " " || text[end] === "\t" || text[end] === "\r") end++;
  return end === text.length || text[end] === "\n" ? { start: at, end: at + 3 } : undefined;
}

function findClose(text: string, first: number): Span | undefined {
  const dashes = findFence(text, first, "---");
  // Dots count only above the dashes: below them they are part of the document.
  const dots = findFence(dashes ? text.slice(0, dashes.start) : text, first, "...");
  return dots ?? dashes;
}

function findFence(text: string, first: number, mark: string): Span | undefined {
  if (text.startsWith(mark, first)) {
    const fence = fenceAt(text, first, true);
    if (fence) return fence;
  }
  const line = `\n${mark}`;
  for (let at = text.indexOf(line, first); at >= 0; at = text.indexOf(line, at + 1)) {
    const fence = fenceAt(text, at + 1, true);
    if (fence) return fence;
  }
  return undefined;
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf("\n", at);
  return newline < 0 ? text.length : newline + 1;
}

/**
 * Where the fields below an unclosed fence end: at the first empty line or heading; at `first` where there are none.
 * One line that could be a field, unless it is one of ours, may as well be a remark below a rule.
 */
function fieldsEnd(text: string, first: number): number {
  let fields = 0;
  let at = first;
  while (at < text.length) {
    const line = lineAt(text, at);
    const next = lineEnd(text, at);
    // A comment among the fields looks like a heading; no heading has a field right below it.
    if (/^\s*$/.test(line) || (/^#{1,6}[ \t]/.test(line) && !FIELD.test(lineAt(text, next)))) break;
    if (FIELD.test(line)) fields += OURS.test(line) ? 2 : 1;
    else if (fields === 0) return first;
    at = next;
  }
  return fields > 1 ? at : first;
}

function lineAt(text: string, at: number): string {
  return text.slice(at, lineEnd(text, at));
}

/**
 * True where a closing fence was forgotten and the `---` found is a rule in the document:
 * there are fields first, and below an empty line or heading more prose than fields.
 */
function isBody(text: string, first: number, end: number): boolean {
  if (!hasBreak(text.slice(first, end))) return false;
  const fields = fieldsEnd(text, first);
  if (fields === first || fields >= end) return false;
  let prose = 0;
  let named = 0;
  for (let at = fields; at < end; at = lineEnd(text, at)) {
    const line = lineAt(text, at);
    if (FIELD.test(line)) named++;
    else if (PROSE.test(line)) prose++;
  }
  return prose > named;
}

/** Whether there is an empty line or what may be a heading. */
function hasBreak(block: string): boolean {
  if (block.includes("\n\n") || block.includes("\n#") || block.includes("\n\r\n")) return true;
  return /[ \t]\n/.test(block) && /\n[ \t\r]+\n/.test(block);
}

/** A line from the left margin that YAML has no use for: several words, or a mark that only Markdown knows. */
const PROSE = /^(?:[\p{L}\p{N}*_`[("'“‘][^\s]*[ \t]+\S|[*+>|!`~]|\d+[.)] |<\w)/u;
