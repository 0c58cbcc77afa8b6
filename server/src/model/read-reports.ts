import type { Span } from "../base/span.ts";
import type { FoundReport } from "./find-reports.ts";
import type { Reading } from "./reading.ts";
import type { ReportFact, ReportFactWord } from "./summary.ts";

/** What is asked for in comments, and where each word of it stands. */
export function readReports(reports: readonly FoundReport[], { places }: Reading): readonly ReportFact[] {
  return reports.map(({ state, comment, words }) => ({
    state,
    entry: places.add(comment),
    words: words.map(({ name, value, isOpen }): ReportFactWord => {
      const parts = partsOf(value.text).map(({ start, end }) => {
        const from = value.span.start;
        return { at: start, length: end - start, entry: places.add({ start: from + start, end: from + end }) };
      });
      return {
        name: name === undefined ? undefined : { text: name.text, entry: places.add(name.span) },
        value: { text: value.text, entry: places.add(value.span) },
        parts,
        isOpen,
      };
    }),
  }));
}

/** Words and signs, as `owner`, `:` and `ana`. */
function partsOf(text: string): readonly Span[] {
  const all: Span[] = [];
  for (const { index, 0: part } of text.matchAll(/[^\s:<>=!,"'()]+|[:<>=!]+/g)) {
    if (all.length === mostParts) break;
    all.push({ start: index, end: index + part.length });
  }
  return all;
}

/** Nobody asks for so much in one line. */
const mostParts = 100;
