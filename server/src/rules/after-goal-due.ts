import { say } from "../base/say.ts";
import { showTimeframe } from "../model/show-timeframe.ts";
import { isLater } from "../model/timeframe.ts";
import { isOver, phaseOf, timeframeOf } from "../workspace/plan.ts";
import { linksOf } from "./each-link.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** A feature that lands when its goal is over already. */
export const afterGoalDue: Rule = {
  id: "after-goal-due",
  title: "A feature that lands after its goal",
  group: "time",
  level: "warning",
  fixable: true,
  check(file, query, report) {
    for (const { from, definition, link, resolution } of linksOf(file, query)) {
      if (definition.edge?.name !== "goals" || resolution.type !== "item") continue;
      const { found: goal } = resolution;
      const phase = phaseOf(query, from);
      if (phase === "done" || phase === "dropped" || !lands(from.item.base)) continue;
      const own = timeframeOf(query, from);
      const due = timeframeOf(query, goal);
      if (own === undefined || due === undefined || !isLater(own, due)) continue;
      report({
        item: from.item,
        entry: link.entry,
        // Nothing can be moved to what has been.
        ...(isOver(query, due) ? { fixable: false } : { data: { set: ["timeframe", due.text] } }),
        message: say`${nameOf(from.item)} lands in ${showTimeframe(own)}, after ${nameOf(goal.item)} is due (${showTimeframe(due)}): it cannot help to reach it. Move one of them, or link another goal.`,
        related: [
          {
            path: goal.file.path,
            entry: goal.item.fields.get("timeframe")?.entry ?? goal.item.entry,
            message: say`${goal.item.title} is due in ${showTimeframe(due)}`,
          },
        ],
      });
    }
  },
};

/** Evidence and decisions have dates, but they do not land. */
function lands(base: string): boolean {
  return base !== "insight" && base !== "decision";
}
