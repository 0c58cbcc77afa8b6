import { readDay } from "../base/day.ts";
import { plural, say, type Words } from "../base/say.ts";
import { showDay } from "../model/show-timeframe.ts";
import { itemsOf, phaseOf, textOf } from "../workspace/plan.ts";
import type { Found, Query } from "../workspace/query.ts";
import type { Rule } from "./rule.ts";
import { nameOf, notGiven } from "./words.ts";

/** How long a review lasts where the project does not say. */
const defaultDays = 90;

/**
 * A document that nobody has looked over for long. Asked of those that say when they were reviewed; where the project asks
 * for reviews, of every document that is asked for anything, and one that tells no day at all was never looked over.
 */
export const staleReview: Rule = {
  id: "stale-review",
  title: "A document that was not reviewed for long",
  group: "time",
  level: "information",
  fixable: true,
  check(file, query, report) {
    const days = query.config.calendar.reviewEveryDays;
    for (const found of itemsOf(file, query)) {
      const { item } = found;
      if (item.site !== "document" || phaseOf(query, found) !== "active") continue;
      const field = item.fields.get("reviewed");
      const reviewed = textOf(found, "reviewed");
      const isAsked = days !== undefined && field?.state !== "none" && asksAnything(found, query);
      if (reviewed === undefined && !isAsked) continue;
      const from = reviewed ?? textOf(found, "created");
      const day = from === undefined ? undefined : readDay(from);
      // A date that cannot be read is told of as that.
      if (from !== undefined && (day === undefined || !query.isPast(day + (days ?? defaultDays)))) continue;
      report({
        item,
        entry: reviewed === undefined ? notGiven(item, "reviewed") : field!.values[0]!.entry,
        message: say`${said(nameOf(item), reviewed !== undefined, day, query)} Look it over, and write today's date under “reviewed”.`,
        data: { field: "reviewed" },
      });
    }
  },
};

/** Who looks a KPI over writes down what was measured, and is asked for that. */
function asksAnything({ item }: Found, { config }: Query): boolean {
  return item.base !== "kpi" && (config.schema.kinds.get(item.kind)?.required.length ?? 0) > 0;
}

function said(name: string, isReviewed: boolean, day: number | undefined, query: Query): Words {
  if (day === undefined) return say`${name} does not say when it was last looked over.`;
  const today = readDay(query.today)!;
  return isReviewed
    ? plural(
        today - day,
        "{1} was last reviewed on {2}, {0} day ago.",
        "{1} was last reviewed on {2}, {0} days ago.",
        name,
        showDay(day),
      )
    : plural(
        today - day,
        "{1} was written on {2} and never reviewed, {0} day ago.",
        "{1} was written on {2} and never reviewed, {0} days ago.",
        name,
        showDay(day),
      );
}
