import type { Span } from "../base/span.ts";

/**
 * Without blanks and emphasis or ticks around it, the half of an emphasis that a colon has cut in two, and a colon that
 * stands inside of it. Emphasis that dresses only a part stays whole.
 *
 *     **Owner: | ** Ana | `cargo fmt` | *Order again* fills the cart
 *       ^^^^^       ^^^    ^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function bare({ start, end }: Span, text: string): Span {
  let from = start;
  let to = end;
  for (;;) {
    while (from < to && isBlank(text[from]!)) from++;
    while (to > from && (isBlank(text[to - 1]!) || text[to - 1] === ":")) to--;
    const first = runAt(from, to, text);
    const last = runBefore(to, from, text);
    if (
      first > 0 &&
      first === last &&
      text[from] === text[to - 1] &&
      runs(from + first, to - last, text[from]!, text) === 0
    ) {
      from += first;
      to -= last;
    } else if (first > 0 && runs(from + first, to, text[from]!, text) % 2 === 0) from += first;
    else if (last > 0 && runs(from, to - last, text[to - 1]!, text) % 2 === 0) to -= last;
    else return { start: from, end: Math.max(from, to) };
  }
}

/** How long the run of one mark is that starts here; 0 where none does. */
function runAt(at: number, end: number, text: string): number {
  let to = at;
  while (to < end && isMark(text[to]!) && text[to] === text[at]) to++;
  return to - at;
}

function runBefore(end: number, start: number, text: string): number {
  let from = end;
  while (from > start && isMark(text[from - 1]!) && text[from - 1] === text[end - 1]) from--;
  return end - from;
}

function runs(start: number, end: number, mark: string, text: string): number {
  let count = 0;
  for (let at = start; at < end; at++) if (text[at] === mark && (at === start || text[at - 1] !== mark)) count++;
  return count;
}

function isMark(char: string): boolean {
  return char === "*" || char === "_" || char === "`";
}

function isBlank(char: string): boolean {
  return char.trim() === "";
}
