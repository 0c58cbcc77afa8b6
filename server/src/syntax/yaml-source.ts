import { memo } from "../base/memo.ts";
import type { Span } from "../base/span.ts";
import type { Flaw } from "./flaw.ts";
import type { YamlComment, YamlScalar } from "./yaml-tree.ts";

/** One line of the block that is read. */
export interface Line {
  readonly start: number;
  /** The first character that is not blank; equal to `end` on an empty line. */
  readonly from: number;
  /** Behind the last character that is not blank. */
  readonly end: number;
  /** Columns before `from`; a tab counts as two. */
  readonly indent: number;
  /** Where a tab or a no-break space stands in the indentation. */
  readonly odd: boolean;
}

export interface Found {
  readonly flaw: Flaw;
  /** About the shape of the block; reading the entry alone would not show it. */
  readonly structural: boolean;
  /** The library finds an error in the entry too, so it need not be asked. */
  readonly certain: boolean;
}

/** A text while it is read: `line` moves down, flaws and comments pile up. */
export interface Source {
  readonly text: string;
  readonly lines: readonly Line[];
  /** Where the block ends that is read. */
  readonly end: number;
  readonly rule: "frontmatter-unparsable" | "config-invalid";
  readonly comments: YamlComment[];
  readonly found: Found[];
  /** The first line that is not consumed yet. */
  line: number;
  /** How often something came up that the `yaml` library should judge: anchors, tags, several lines, odd signs. */
  doubts: number;
  /** Set where the library is known to join or drop lines without an error. */
  hazard: boolean;
  depth: number;
  /** Set where nesting was not followed to its end, so that nothing else may follow it either. */
  tooDeep: boolean;
}

/** Deeper than anyone writes, and far from where the stack ends. */
export const MAX_DEPTH = 64;

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const BLANK = 32;
const NO_BREAK = 0xa0;
const DASH = 45;
const HASH = 35;
const COLON = 58;

export function openSource(text: string, span: Span, rule: Source["rule"]): Source {
  const lines: Line[] = [];
  const doubts = splitLines(text, span, lines);
  return {
    text,
    lines,
    end: span.end,
    rule,
    comments: [],
    found: [],
    line: 0,
    doubts,
    hazard: false,
    depth: 0,
    tooDeep: false,
  };
}

/** Fills `lines`, and counts those that only the library can judge: with tabs at their start, or with marks of a YAML document. */
function splitLines(text: string, span: Span, lines: Line[]): number {
  let doubts = 0;
  let start = span.start;
  while (start < span.end) {
    const newline = text.indexOf("\n", start);
    const stop = newline < 0 || newline >= span.end ? span.end : newline;
    let end = stop;
    while (end > start && isBlankOrReturn(text.charCodeAt(end - 1))) end--;
    let from = start;
    let indent = 0;
    let odd = false;
    for (; from < end; from++) {
      const code = text.charCodeAt(from);
      if (code === BLANK) indent++;
      else if (code === TAB || code === NO_BREAK) {
        indent += code === TAB ? 2 : 1;
        odd = true;
      } else break;
    }
    lines.push({ start, from, end, indent, odd });
    if (odd || (from === end && end < stop && hasTab(text, start, stop)) || isDocumentMark(text, start)) doubts++;
    start = stop + 1;
  }
  return doubts;
}

function hasTab(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === TAB) return true;
  return false;
}

/** `---`, `...` and `%` at the start of a line. */
function isDocumentMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x25) return true;
  return (code === DASH && text.startsWith("---", at)) || (code === 0x2e && text.startsWith("...", at));
}

function isBlankOrReturn(code: number): boolean {
  return code === BLANK || code === TAB || code === RETURN;
}

export function isEmptyLine(line: Line | undefined): boolean {
  return line !== undefined && line.from === line.end;
}

/** A blank between two words of YAML: a space or a tab. */
export function isBlank(code: number): boolean {
  return code === BLANK || code === TAB;
}

/** The next line with content; empty lines and comments before it are consumed. */
export function peek(source: Source): Line | undefined {
  for (; source.line < source.lines.length; source.line++) {
    const line = source.lines[source.line]!;
    if (line.from === line.end) continue;
    if (source.text.charCodeAt(line.from) !== HASH) return line;
    source.comments.push({ span: { start: line.from, end: line.end } });
  }
  return undefined;
}

/** Whether some value of the block has the name that `*name` repeats. */
export function isNamed(source: Source, name: string): boolean {
  return namesIn(source).has(name);
}

const namesIn = memo(({ text, lines, end }: Source): ReadonlySet<string> => {
  const block = text.slice(lines[0]?.start ?? end, end);
  return new Set(Array.from(block.matchAll(/&([^\s,[\]{}&]+)/g), ([, name]) => name!));
});

export function skipBlanks(text: string, at: number, end: number): number {
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The column of `at` in its line, where tabs can only stand in the indentation. */
export function columnOf(line: Line, at: number): number {
  return line.indent + at - line.from;
}

/** `- ` or a dash that ends its line. */
export function isDash(text: string, at: number, end: number): boolean {
  return text.charCodeAt(at) === DASH && (at + 1 >= end || isBlank(text.charCodeAt(at + 1)));
}

/** A `#` that starts a comment: behind a blank or at the start of a line. */
export function isComment(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== HASH) return false;
  const before = text.charCodeAt(at - 1);
  return at === 0 || isBlank(before) || before === NEWLINE || before === 0xfeff;
}

/** Where the content of `at..end` ends: before a comment, without trailing blanks. */
export function contentEnd(text: string, at: number, end: number): number {
  let stop = at;
  while (stop < end && !isComment(text, stop)) stop++;
  if (stop === end) return end;
  while (stop > at && isBlank(text.charCodeAt(stop - 1))) stop--;
  return stop;
}

/** Keeps the comment that stands in `at..end` behind a value, if one does. */
export function takeComment(source: Source, at: number, end: number): void {
  const start = skipBlanks(source.text, at, end);
  if (start < end && isComment(source.text, start)) source.comments.push({ span: { start, end } });
}

/**
 * The colon that ends the key at `at`, or -1 where the line is no `key: value`.
 *
 *     target date: 2027-01
 *                ^
 */
export function keyColon(text: string, at: number, end: number): number {
  const first = text.charCodeAt(at);
  if (first === 0x5b || first === 0x7b) return -1;
  if (first === 0x22 || first === 0x27) {
    const close = closingQuote(text, at, end);
    if (close < 0) return -1;
    const colon = skipBlanks(text, close + 1, end);
    return isColon(text, colon, end) ? colon : -1;
  }
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === COLON && isColon(text, i, end)) return i;
    if (code === HASH && i > at && isBlank(text.charCodeAt(i - 1))) return -1;
  }
  return -1;
}

/** A colon before a blank or the end of its line. */
function isColon(text: string, at: number, end: number): boolean {
  return at < end && text.charCodeAt(at) === COLON && (at + 1 >= end || isBlank(text.charCodeAt(at + 1)));
}

/** The quote that closes the one at `at`, before `end`, or -1. */
export function closingQuote(text: string, at: number, end: number): number {
  const quote = text.charCodeAt(at);
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x5c && quote === 0x22) i++;
    else if (code === quote) {
      if (quote === 0x27 && text.charCodeAt(i + 1) === 0x27 && i + 1 < end) i++;
      else return i;
    }
  }
  return -1;
}

/** The name in `status:x`, where the space behind the colon is missing; addresses (`https://`) are none. */
export function crampedKey(text: string, at: number, end: number): string | undefined {
  CRAMPED.lastIndex = at;
  const name = CRAMPED.exec(text)?.[0];
  return name !== undefined && at + name.length < end ? name : undefined;
}

const CRAMPED = /[\p{L}_][\p{L}\p{N}_-]*(?=:(?!\/\/))/uy;

/** True for a line that is a field by itself: one word (or a text in quotes) and a colon. */
export function looksLikeField(text: string, at: number, end: number): boolean {
  const colon = keyColon(text, at, end);
  if (colon < 0) return false;
  const first = text.charCodeAt(at);
  return first === 0x22 || first === 0x27 || /^[\p{L}\p{N}_-]+$/u.test(text.slice(at, colon).trimEnd());
}

export function plain(start: number, end: number, text: string): YamlScalar {
  return { type: "scalar", span: { start, end }, text, style: "plain" };
}

export function empty(at: number): YamlScalar {
  return plain(at, at, "");
}
