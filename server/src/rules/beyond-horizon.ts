import { addMonths, readDay } from "../base/day.ts";
import { say } from "../base/say.ts";
import { showDay, showTimeframe } from "../model/show-timeframe.ts";
import { itemsOf, phaseOf, timeframeOf } from "../workspace/plan.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** A date further away than the project plans. */
export const beyondHorizon: Rule = {
  id: "beyond-horizon",
  title: "A timeframe beyond what the project plans",
  group: "time",
  level: "information",
  fixable: true,
  check(file, query, report) {
    const { horizonMonths } = query.config.calendar;
    if (horizonMonths === undefined) return;
    const today = readDay(query.today);
    if (today === undefined) return;
    const horizon = addMonths(today, horizonMonths);
    for (const found of itemsOf(file, query)) {
      const { item } = found;
      const value = item.fields.get("timeframe")?.values[0];
      const timeframe = timeframeOf(query, found);
      if (value === undefined || timeframe?.kind !== "interval" || timeframe.start <= horizon) continue;
      const phase = phaseOf(query, found);
      if (phase === "done" || phase === "dropped") continue;
      report({
        item,
        entry: value.entry,
        data: { set: ["timeframe", "later"] },
        message: say`${nameOf(item)} is planned for ${showTimeframe(timeframe)}, and this roadmap looks ${horizonMonths} months ahead, to ${showDay(horizon)}. Write “later” until it comes near.`,
      });
    }
  },
};
