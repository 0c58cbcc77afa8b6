import { lineAt, type Range } from "../base/lines.ts";
import type { Span } from "../base/span.ts";

/** Packed ranges, four numbers each: start line, start column, end line, end column; all zero-based, UTF-16. */
export type Places = Uint32Array;

export function placeRange(places: Places, entry: number): Range {
  const at = entry * 4;
  return {
    start: { line: places[at]!, character: places[at + 1]! },
    end: { line: places[at + 2]!, character: places[at + 3]! },
  };
}

/** Collects spans while a file is read, and packs them when it is done. */
export class PlaceCollector {
  readonly #spans: Span[] = [];

  /** The entry under which `span` will be found. */
  add(span: Span): number {
    return this.#spans.push(span) - 1;
  }

  pack(starts: Uint32Array): Places {
    const places = new Uint32Array(this.#spans.length * 4);
    for (const [entry, { start, end }] of this.#spans.entries()) {
      const first = lineAt(starts, start);
      const last = lineAt(starts, end);
      places.set([first, start - starts[first]!, last, end - starts[last]!], entry * 4);
    }
    return places;
  }
}
