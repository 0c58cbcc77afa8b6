import { isBlank, isDigit } from "./markdown-chars.ts";
import { goTo, type Line, takeBlanks } from "./markdown-line.ts";

/** What a list marker says. One object is filled again and again: lines are many. */
export interface Marker {
  ordered: boolean;
  /** `*`, `+`, `-`, or the `.` or `)` behind a number. */
  sign: number;
  start: number;
  end: number;
  /** Columns that a further line of the item is indented by. */
  size: number;
  /** Nothing stands behind the marker. */
  empty: boolean;
}

export function newMarker(): Marker {
  return { ordered: false, sign: 0, start: 0, end: 0, size: 0, empty: false };
}

export function copyMarker(from: Marker, to: Marker): void {
  to.ordered = from.ordered;
  to.sign = from.sign;
  to.start = from.start;
  to.end = from.end;
  to.size = from.size;
  to.empty = from.empty;
}

/**
 * Reads the list marker at the line's first character and takes it with its blanks.
 * A list that interrupts a paragraph starts with 1 and with text; the next item of a list (`like`) has the same sign.
 */
export function takeListMarker(line: Line, interrupts: boolean, like: Marker | undefined, into: Marker): boolean {
  const { text, code, first } = line;
  let end = first + 1;
  let sign = code;
  const ordered = isDigit(code);
  if (like !== undefined && like.ordered !== ordered) return false;
  if (ordered) {
    if (interrupts && code !== 49) return false;
    while (end < line.end && isDigit(text.charCodeAt(end))) end++;
    if (end - first > (interrupts ? 1 : 9)) return false;
    sign = end < line.end ? text.charCodeAt(end) : -1;
    if (sign !== 46 && sign !== 41) return false;
    end++;
  } else {
    if (code !== 42 && code !== 43 && code !== 45) return false;
    if (code !== 43 && isThematicBreak(line)) return false;
  }
  if (like !== undefined && like.sign !== sign) return false;
  if (end < line.end && !isBlank(text.charCodeAt(end))) return false;
  const width = end - first;
  const indent = line.indent;
  if (interrupts && isBlankUntil(text, end, line.end)) return false;
  goTo(line, end);
  into.ordered = ordered;
  into.sign = sign;
  into.start = first;
  into.end = end;
  into.empty = line.code < 0;
  if (into.empty) into.size = indent + width + 1;
  else {
    const blanks = line.indent > 4 ? 1 : line.indent;
    into.size = indent + width + blanks;
    takeBlanks(line, blanks);
  }
  return true;
}

/** `> `: takes the sign and one column behind it. */
export function takeQuoteMarker(line: Line): void {
  goTo(line, line.first + 1);
  if (line.indent > 0) takeBlanks(line, 1);
}

/** `[^label]:`: the label, and the line goes on behind the marker and its blanks. */
export function takeFootnoteMarker(line: Line): string | undefined {
  const { text, first, end } = line;
  if (text.charCodeAt(first + 1) !== 94) return undefined;
  const close = footnoteLabelEnd(text, first + 2, end);
  if (close < 0 || close + 1 >= end || text.charCodeAt(close + 1) !== 58) return undefined;
  goTo(line, close + 2);
  takeBlanks(line, line.indent);
  return text.slice(first + 2, close);
}

/** The offset of the `]` that ends a footnote's label, or -1: such a label has no blanks and no bare brackets. */
export function footnoteLabelEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && at - start <= 999) {
    const code = text.charCodeAt(at);
    if (code === 93) return at > start ? at : -1;
    if (code === 91 || code === 32 || (code >= 9 && code <= 13 && code !== 11 && code !== 12)) return -1;
    at++;
    if (code === 92) {
      const next = at < end ? text.charCodeAt(at) : -1;
      if (next === 91 || next === 92 || next === 93) at++;
    }
  }
  return -1;
}

/** `***`, `- - -`: from the line's first character on three or more of one sign and nothing else. */
export function isThematicBreak(line: Line): boolean {
  const { text, code: sign, end } = line;
  if (sign !== 42 && sign !== 45 && sign !== 95) return false;
  // A line of many list markers is asked at each of them; what stopped the first look stops the next ones too.
  if (line.ruleSign === sign && line.first < line.ruleStop) return false;
  let count = 0;
  let at = line.first;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === sign) count++;
    else if (!isBlank(code)) break;
  }
  if (at === end && count >= 3) return true;
  line.ruleSign = sign;
  line.ruleStop = at;
  return false;
}

function isBlankUntil(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isBlank(text.charCodeAt(at))) return false;
  return true;
}
