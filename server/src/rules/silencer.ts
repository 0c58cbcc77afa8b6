import { type Places, placeRange } from "../model/places.ts";
import type { Summary, Suppression } from "../model/summary.ts";

/** The comment that silences what a rule finds at an entry. */
export type Silencer = (rule: string, entry: number) => Suppression | undefined;

/** The comment names the rule, and what was found begins on the line that it speaks for. */
export function silencerIn({ suppressions }: Summary, places: Places): Silencer {
  if (suppressions.length === 0) return () => undefined;
  const lines = new Map<number, Suppression[]>();
  for (const suppression of suppressions) {
    const { line } = placeRange(places, suppression.target).start;
    const there = lines.get(line);
    if (there === undefined) lines.set(line, [suppression]);
    else there.push(suppression);
  }
  return (rule, entry) => lines.get(placeRange(places, entry).start.line)?.find(({ rules }) => rules.includes(rule));
}
