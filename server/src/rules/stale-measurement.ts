import { readDay } from "../base/day.ts";
import { say } from "../base/say.ts";
import { isKind } from "../model/schema.ts";
import { showDay } from "../model/show-timeframe.ts";
import { itemsOf, phaseOf, textOf } from "../workspace/plan.ts";
import type { Finding, Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** Days after which the next figure is late: the period, and half of it again for those who write it down. */
const lateAfter: Readonly<Record<string, number>> = {
  daily: 4,
  weekly: 11,
  biweekly: 21,
  monthly: 46,
  quarterly: 137,
  yearly: 548,
};

/** A KPI that is measured less often than it says. */
export const staleMeasurement: Rule = {
  id: "stale-measurement",
  title: "A KPI whose last figure is old",
  group: "kpi",
  level: "information",
  fixable: true,
  check(file, query, report) {
    for (const found of itemsOf(file, query)) {
      const { item } = found;
      if (!isKind(query.config.schema, item.kind, ["kpi"])) continue;
      const cadence = textOf(found, "cadence")?.trim().toLowerCase() ?? "";
      const most = lateAfter[cadence];
      const phase = phaseOf(query, found);
      if (most === undefined || phase === "done" || phase === "dropped") continue;
      const dates = item.fields.get("measurements")?.measurements.map(({ date }) => date) ?? [];
      const last = dates
        .flatMap(({ text, entry }) => {
          const day = readDay(text);
          return day === undefined ? [] : [{ day, entry }];
        })
        .reduce<{ day: number; entry: number } | undefined>(
          (a, b) => (a === undefined || b.day > a.day ? b : a),
          undefined,
        );
      if (last === undefined || !query.isPast(last.day + most)) continue;
      report({
        item,
        entry: last.entry,
        ...settled(readDay(query.today)! - last.day),
        message: say`${nameOf(item)} is measured ${cadence}, and its last figure is from ${showDay(last.day)}. Write down the new one, or change the cadence.`,
      });
    }
  },
};

/** The cadence at which the next figure is not late yet. */
function settled(days: number): Pick<Finding, "data" | "fixable"> {
  const slower = Object.entries(lateAfter).find(([, most]) => days <= most)?.[0];
  return slower === undefined ? { fixable: false } : { data: { set: ["cadence", slower] } };
}
