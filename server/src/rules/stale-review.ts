import { readDay } from "../base/day.ts";
import { showDay } from "../model/show-timeframe.ts";
import { itemsOf, phaseOf, textOf } from "../workspace/plan.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** How long a review lasts where the project does not say. */
const defaultDays = 90;

/** A document that nobody has looked over for long. Asked only of those that say when they were reviewed, or where the project asks for reviews. */
export const staleReview: Rule = {
  id: "stale-review",
  title: "A document that was not reviewed for long",
  group: "time",
  level: "information",
  fixable: false,
  check(file, query, report) {
    const today = readDay(query.today);
    if (today === undefined) return;
    const days = query.config.calendar.reviewEveryDays;
    for (const found of itemsOf(file, query)) {
      const { item } = found;
      if (item.site !== "document" || phaseOf(query, found) !== "active") continue;
      const field = item.fields.get("reviewed");
      const from = textOf(found, "reviewed") ?? (days === undefined ? undefined : textOf(found, "created"));
      const day = from === undefined ? undefined : readDay(from);
      if (day === undefined || today - day <= (days ?? defaultDays)) continue;
      const what =
        field === undefined
          ? `was written on ${showDay(day)} and never reviewed`
          : `was last reviewed on ${showDay(day)}`;
      report({
        item,
        entry: field?.values[0]?.entry ?? item.entry,
        message: `${nameOf(item)} ${what}, ${today - day} days ago. Look it over, and write today's date under “reviewed”.`,
      });
    }
  },
};
