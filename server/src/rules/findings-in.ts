import { plural } from "../base/say.ts";
import type { RuleLevel } from "../model/level.ts";
import type { Summary } from "../model/summary.ts";
import type { Query } from "../workspace/query.ts";
import type { Finding, Rule } from "./rule.ts";

/** A finding and the rule that made it: the engine stamps the id, a rule never names itself. */
export interface Stamped {
  readonly rule: Rule;
  readonly finding: Finding;
}

/**
 * What rules find in a file. Where one of them finds very much, the first of it are kept, and the last says how many more there are:
 * a document can be made in which there are millions, and memory has an end.
 */
export function findingsIn(file: Summary, query: Query, rules: readonly Rule[]): readonly Stamped[] {
  const found: Stamped[] = [];
  let rule: Rule;
  let start = 0;
  let beyond: Map<RuleLevel | undefined, Beyond> | undefined;
  const report = (finding: Finding): void => {
    if (found.length - start < most) found.push({ rule, finding });
    else {
      // An error is never lost among warnings: of each level there are enough.
      const level = finding.level;
      beyond ??= countedBy(found.slice(start));
      const before = beyond.get(level);
      const count = (before?.count ?? 0) + 1;
      if (count <= most) found.push({ rule, finding });
      beyond.set(level, { count, last: finding });
    }
  };
  for (rule of rules) {
    start = found.length;
    beyond = undefined;
    rule.check?.(file, query, report);
    for (const { count, last } of beyondMost(beyond)) found.push({ rule, finding: more(count - most, last) });
  }
  return found.length === 0 ? none : found;
}

interface Beyond {
  readonly count: number;
  readonly last: Finding;
}

/** Findings of one rule and level that are kept in one file. */
const most = 10_000;

/** Of most files nothing is said. */
const none: readonly Stamped[] = [];

function countedBy(found: readonly Stamped[]): Map<RuleLevel | undefined, Beyond> {
  const counts = new Map<RuleLevel | undefined, Beyond>();
  for (const { finding } of found)
    counts.set(finding.level, { count: (counts.get(finding.level)?.count ?? 0) + 1, last: finding });
  return counts;
}

function beyondMost(counts: ReadonlyMap<RuleLevel | undefined, Beyond> | undefined): readonly Beyond[] {
  return counts === undefined ? [] : [...counts.values()].filter(({ count }) => count > most);
}

function more(count: number, { entry, item, level }: Finding): Finding {
  const message = plural(
    count,
    "{0} more finding of this kind in this document is not shown. Mend some of these first.",
    "{0} more findings of this kind in this document are not shown. Mend some of these first.",
  );
  return { entry, message, fixable: false, ...(item && { item }), ...(level && { level }) };
}
