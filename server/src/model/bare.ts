import type { Span } from "../base/span.ts";

/** Without blanks, emphasis marks and code ticks around it, and a colon that stands inside the emphasis. */
export function bare({ start, end }: Span, text: string): Span {
  let from = start;
  let to = end;
  while (from < to && isDressing(text[from]!)) from++;
  while (to > from && (isDressing(text[to - 1]!) || text[to - 1] === ":")) to--;
  return { start: from, end: to };
}

function isDressing(char: string): boolean {
  return char === "*" || char === "_" || char === "`" || char.trim() === "";
}
