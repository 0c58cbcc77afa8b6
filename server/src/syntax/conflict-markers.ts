import type { Span } from "../base/span.ts";

/** Two versions that a merge left in the text. */
export interface Conflict {
  /** The `<<<<<<<`. */
  readonly marker: Span;
  /** Whole lines: the marks and the second version. */
  readonly spare: readonly Span[];
  /** False where a mark is missing in the text that was looked at. */
  readonly complete: boolean;
}

/** The merge conflicts in `span`, in order; cheap where there is none. */
export function conflictsIn(text: string, span: Span): Conflict[] {
  const conflicts: Conflict[] = [];
  // The document below the block is none of our business, and may be long.
  const first = text.slice(span.start, span.end).indexOf(OPEN);
  let at = first < 0 ? -1 : span.start + first;
  while (at >= 0 && at < span.end) {
    if (isMark(text, at, OPEN, span)) {
      const conflict = conflictAt(text, at, span);
      conflicts.push(conflict);
      at = conflict.spare.at(-1)!.end;
    } else at += OPEN.length;
    at = text.indexOf(OPEN, at);
  }
  return conflicts;
}

/** The text as it would be with the first versions kept, and where its places stand in `text`. */
export function withoutSpare(
  text: string,
  conflicts: readonly Conflict[],
): { text: string; back: (span: Span) => Span } {
  const spare = conflicts.flatMap((conflict) => conflict.spare);
  let result = "";
  let at = 0;
  // The offsets in the result at which something is missing, and how much is missing up to there.
  const gaps: { readonly at: number; readonly missing: number }[] = [];
  let missing = 0;
  for (const { start, end } of spare) {
    result += text.slice(at, start);
    at = end;
    missing += end - start;
    gaps.push({ at: result.length, missing });
  }
  const back = (offset: number, isEnd: boolean) => {
    let [from, to] = [0, gaps.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const gap = gaps[middle]!;
      if (gap.at < offset || (gap.at === offset && !isEnd)) from = middle + 1;
      else to = middle;
    }
    return offset + (gaps[from - 1]?.missing ?? 0);
  };
  return {
    text: result + text.slice(at),
    back: ({ start, end }) => {
      const from = back(start, false);
      return { start: from, end: Math.max(from, back(end, true)) };
    },
  };
}

const OPEN = "<<<<<<<";
const BASE = "|||||||";
const MIDDLE = "=======";
const CLOSE = ">>>>>>>";

function conflictAt(text: string, at: number, span: Span): Conflict {
  const marker = { start: at, end: at + OPEN.length };
  const first = { start: at, end: nextLine(text, at, span) };
  let spareFrom = -1;
  let middle = false;
  for (let line = first.end; line < span.end; line = nextLine(text, line, span)) {
    if (isMark(text, line, OPEN, span)) break;
    if (spareFrom < 0 && isMark(text, line, BASE, span)) spareFrom = line;
    else if (!middle && isMark(text, line, MIDDLE, span)) {
      middle = true;
      if (spareFrom < 0) spareFrom = line;
    } else if (middle && isMark(text, line, CLOSE, span)) {
      return { marker, spare: [first, { start: spareFrom, end: nextLine(text, line, span) }], complete: true };
    }
  }
  // Without its closing mark the second version goes on to the end of what was looked at.
  const spare = spareFrom < 0 ? [first] : [first, { start: spareFrom, end: span.end }];
  return { marker, spare, complete: false };
}

function isMark(text: string, at: number, mark: string, span: Span): boolean {
  if (at > span.start && text[at - 1] !== "\n") return false;
  return text.startsWith(mark, at) && /^[ \r\n]?$/.test(text[at + mark.length] ?? "");
}

function nextLine(text: string, at: number, span: Span): number {
  const newline = text.indexOf("\n", at);
  return newline < 0 || newline >= span.end ? span.end : newline + 1;
}
