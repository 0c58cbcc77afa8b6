import type { Inline } from "./markdown-inline-state.ts";

/** How many backticks stand at `start`. */
export function tickCount(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) === 96) at++;
  return at - start;
}

/** The offset of the run of exactly `size` backticks that ends the code span opened at `start`, or -1. */
export function codeSpanClose(inline: Inline, start: number, size: number): number {
  const { text, end } = inline;
  if (inline.lastTicks !== undefined && (inline.lastTicks.get(size) ?? -1) <= start) return -1;
  for (let at = text.indexOf("`", start + size); at >= 0 && at < end; ) {
    const count = tickCount(text, at, end);
    if (count === size) return at;
    at = text.indexOf("`", at + count);
  }
  inline.lastTicks ??= lastTicks(text, start, end);
  return -1;
}

/** Looks through the rest of the region once, so that no later opener has to. */
function lastTicks(text: string, start: number, end: number): Map<number, number> {
  const last = new Map<number, number>();
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== 96) continue;
    const count = tickCount(text, at, end);
    last.set(count, at);
    at += count;
  }
  return last;
}
