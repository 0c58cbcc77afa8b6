import type { Span } from "./span.ts";

/** Zero-based line and UTF-16 column, as LSP counts them by default. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/**
 * Offsets at which the lines of `text` start; `\n`, `\r\n` and a lone `\r` end a line, as LSP says. They may stand in a `room`
 * that is used again, where nobody asks for them later. Prose has longer lines than the room of its own has place for:
 * what is left over costs less than a list that grows and is copied.
 */
export function lineStarts(text: string, room = new Uint32Array(16 + (text.length >> 5))): Uint32Array {
  let starts = room;
  let count = 1;
  let feed = text.indexOf("\n");
  let carriage = text.indexOf("\r");
  while (feed >= 0 || carriage >= 0) {
    const isFeed = carriage < 0 || (feed >= 0 && feed < carriage);
    const start = isFeed || feed === carriage + 1 ? feed + 1 : carriage + 1;
    if (count === starts.length) starts = grown(starts);
    starts[count++] = start;
    if (feed >= 0 && feed < start) feed = text.indexOf("\n", start);
    if (carriage >= 0 && carriage < start) carriage = text.indexOf("\r", start);
  }
  return starts.subarray(0, count);
}

function grown(list: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(list.length * 2);
  larger.set(list);
  return larger;
}

/** Where the line of `offset` starts, in a text whose lines end with `\n`. */
export function lineStartAt(text: string, offset: number): number {
  // From before the start it would be looked for at the start.
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** The line of `offset`, by binary search. */
export function lineAt(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function positionAt(starts: Uint32Array, offset: number): Position {
  const line = lineAt(starts, offset);
  return { line, character: offset - starts[line]! };
}

export function rangeOf(starts: Uint32Array, span: Span): Range {
  return { start: positionAt(starts, span.start), end: positionAt(starts, span.end) };
}

/** Whether a position is in a range; both of its ends are. */
export function isIn({ start, end }: Range, { line, character }: Position): boolean {
  const isAfterStart = line > start.line || (line === start.line && character >= start.character);
  return isAfterStart && (line < end.line || (line === end.line && character <= end.character));
}
