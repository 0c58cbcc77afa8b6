import type { Places } from "../model/places.ts";
import type { Summary } from "../model/summary.ts";
import type { Query } from "../workspace/query.ts";
import type { Finding, Reported, Rule } from "./rule.ts";
import { TooMany } from "./too-many.ts";

/** A finding and the rule that made it: the engine stamps the id, a rule never names itself. */
export interface Stamped {
  readonly rule: Rule;
  readonly finding: Finding;
}

/**
 * What rules find in a file. Where one of them finds very much, the first of it are kept, and the last says how many more there are:
 * a document can be made in which there are millions, and memory has an end.
 */
export function findingsIn(
  file: Summary,
  places: Places | undefined,
  query: Query,
  rules: readonly Rule[],
): readonly Stamped[] {
  const found: Stamped[] = [];
  let rule: Rule;
  let start = 0;
  let tooMany: TooMany | undefined;
  const report = (reported: Reported): void => {
    if (tooMany === undefined && found.length - start === most) {
      tooMany = new TooMany(rule.id, most, { file, places, query });
      for (let at = start; at < found.length; at++) tooMany.keeps(found[at]!.finding);
    }
    if (tooMany === undefined || tooMany.keeps(reported)) found.push({ rule, finding: inWords(reported) });
  };
  for (rule of rules) {
    start = found.length;
    tooMany = undefined;
    rule.check?.(file, query, report);
    for (const finding of beyond(tooMany)) found.push({ rule, finding });
  }
  return found.length === 0 ? none : found;
}

/** Findings of one rule that are kept in one file, of each sort. */
const most = 10_000;

/** Of most files nothing is said. */
const none: readonly Stamped[] = [];

function beyond(tooMany: TooMany | undefined): readonly Finding[] {
  return tooMany?.beyond() ?? [];
}

function inWords({ message, ...reported }: Reported): Finding {
  return { ...reported, message: typeof message === "function" ? message() : message };
}
