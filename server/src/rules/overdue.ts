import { say } from "../base/say.ts";
import { showTimeframe } from "../model/show-timeframe.ts";
import { isOver, itemsOf, phaseOf, timeframeOf } from "../workspace/plan.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** Something that should have landed by now. Reported where the timeframe is written, not on every part that inherits it. */
export const overdue: Rule = {
  id: "overdue",
  title: "A timeframe that is over",
  group: "time",
  level: "warning",
  fixable: true,
  check(file, query, report) {
    for (const found of itemsOf(file, query)) {
      const { item } = found;
      const written = item.fields.get("timeframe")?.values[0];
      if (written === undefined || asksNothing.has(item.base)) continue;
      const phase = phaseOf(query, found);
      if (phase === "done" || phase === "dropped") continue;
      const timeframe = timeframeOf(query, found);
      if (timeframe === undefined || !isOver(query, timeframe)) continue;
      const [name, time] = [nameOf(item), showTimeframe(timeframe)];
      report({
        item,
        entry: written.entry,
        message:
          phase === "draft"
            ? say`${name} was to land by ${time} and is not begun. Set its status, or a new time.`
            : say`${name} was to land by ${time} and is not done. Set its status, or a new time.`,
      });
    }
  },
};

/** Kinds for which a time in the past is what happened, not a promise. */
const asksNothing = new Set(["decision", "insight", "audience", "vision"]);
