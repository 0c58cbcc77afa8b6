import type { Span } from "../base/span.ts";
import type { Mutable } from "./markdown-containers.ts";
import type { Heading, LinkDefinition } from "./markdown-tree.ts";

/** A stretch of text whose inline content is read once all definitions of the document are known. */
export interface Region {
  /** The document's text, or the lines of a paragraph in a quote joined without the quote's signs. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where the joined lines come from: pairs of an offset in `text` and its offset in the document. */
  readonly origins: readonly number[] | undefined;
  readonly html: boolean;
  /** The heading whose plain text is still to be found. */
  readonly heading: Mutable<Heading> | undefined;
}

/** What the definitions of one document say, by `labelKey`; the first of a label counts. */
export type Definitions = Map<string, LinkDefinition>;

/** The span in the document of a span in a region's text. */
export function placed(origins: readonly number[] | undefined, start: number, end: number): Span {
  if (origins === undefined) return { start, end };
  const from = origin(origins, start);
  return { start: from, end: end > start ? origin(origins, end - 1) + 1 : from };
}

function origin(origins: readonly number[], offset: number): number {
  let low = 0;
  let high = origins.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (origins[2 * middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return origins[2 * low + 1]! + offset - origins[2 * low]!;
}
