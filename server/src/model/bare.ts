import type { Span } from "../base/span.ts";
import { isUnicodeWhitespace } from "../syntax/markdown-chars.ts";

/**
 * Without blanks and emphasis or ticks around it, the half of an emphasis that a colon has cut in two, and a colon that
 * stands inside of it, and without a comment at its end. Emphasis that dresses only a part stays whole.
 *
 *     **Owner: | ** Ana | `cargo fmt` | *Order again* fills the cart
 *       ^^^^^       ^^^    ^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function bare({ start, end }: Span, text: string): Span {
  let from = start;
  let to = end;
  for (;;) {
    while (from < to && isUnicodeWhitespace(text.charCodeAt(from))) from++;
    while (to > from && (isUnicodeWhitespace(text.charCodeAt(to - 1)) || text.charCodeAt(to - 1) === 58)) to--;
    const comment = commentAt(from, to, text);
    if (comment !== undefined) {
      to = comment;
      continue;
    }
    const opening = text.charCodeAt(from);
    const closing = text.charCodeAt(to - 1);
    const first = runAt(from, to, text);
    const last = runBefore(to, from, text);
    if (first > 0 && first === last && opening === closing && runs(from + first, to - last, opening, text) === 0) {
      from += first;
      to -= last;
    } else if (first > 0 && runs(from + first, to, opening, text) % 2 === 0) from += first;
    else if (last > 0 && runs(from, to - last, closing, text) % 2 === 0) to -= last;
    else return { start: from, end: Math.max(from, to) };
  }
}

/** Where the comment begins that stands at the end. */
function commentAt(start: number, end: number, text: string): number | undefined {
  if (text.charCodeAt(end - 1) !== 62 || !text.startsWith("-->", end - 3)) return undefined;
  const open = text.lastIndexOf("<!--", end - 4);
  return open >= start ? open : undefined;
}

/** How long the run of one mark is that starts here; 0 where none does. */
function runAt(at: number, end: number, text: string): number {
  const mark = text.charCodeAt(at);
  let to = at;
  while (to < end && isMark(mark) && text.charCodeAt(to) === mark) to++;
  return to - at;
}

function runBefore(end: number, start: number, text: string): number {
  const mark = text.charCodeAt(end - 1);
  let from = end;
  while (from > start && isMark(mark) && text.charCodeAt(from - 1) === mark) from--;
  return end - from;
}

function runs(start: number, end: number, mark: number, text: string): number {
  let count = 0;
  let before = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === mark && before !== mark) count++;
    before = code;
  }
  return count;
}

/** A star, an underscore or a tick. */
function isMark(code: number): boolean {
  return code === 42 || code === 95 || code === 96;
}
