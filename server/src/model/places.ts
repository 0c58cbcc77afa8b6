import { lineAt, type Range } from "../base/lines.ts";
import type { Span } from "../base/span.ts";

/**
 * Packed ranges, four numbers each: start line, start column, end line, end column; all zero-based, UTF-16. Hardly any
 * text needs more than two bytes a number.
 */
export type Places = Uint16Array | Uint32Array;

export function placeRange(places: Places, entry: number): Range {
  const at = entry * 4;
  return {
    start: { line: places[at]!, character: places[at + 1]! },
    end: { line: places[at + 2]!, character: places[at + 3]! },
  };
}

/** Collects spans while a file is read, and packs them when it is done. */
export class PlaceCollector {
  /** Pairs of start and end. */
  readonly #offsets: number[] = [];

  /** The entry under which `span` will be found. */
  add({ start, end }: Span): number {
    return this.#offsets.push(start, end) / 2 - 1;
  }

  /** `length` is that of the text, which no line and no column is beyond. */
  pack(starts: Uint32Array, length: number): Places {
    const offsets = this.#offsets;
    const places = length < 0x10000 ? new Uint16Array(offsets.length * 2) : new Uint32Array(offsets.length * 2);
    let first = 0;
    for (let at = 0; at < offsets.length; at += 2) {
      const start = offsets[at]!;
      const end = offsets[at + 1]!;
      // Many stand on the line of the one before them.
      if (start < starts[first]! || start >= (starts[first + 1] ?? Number.POSITIVE_INFINITY))
        first = lineAt(starts, start);
      // Nearly all places end on the line on which they start.
      const last = end < (starts[first + 1] ?? Number.POSITIVE_INFINITY) ? first : lineAt(starts, end);
      places[at * 2] = first;
      places[at * 2 + 1] = start - starts[first]!;
      places[at * 2 + 2] = last;
      places[at * 2 + 3] = end - starts[last]!;
    }
    return places;
  }
}
