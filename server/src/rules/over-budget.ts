import { say } from "../base/say.ts";
import { isBetter } from "../model/compare-measures.ts";
import { itemsOf, measureOf } from "../workspace/plan.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** Something that has cost more than it may. */
export const overBudget: Rule = {
  id: "over-budget",
  title: "Something that costs more than its budget",
  group: "state",
  level: "warning",
  fixable: false,
  check(file, query, report) {
    for (const found of itemsOf(file, query)) {
      const { item } = found;
      const budget = measureOf(found, "budget");
      const cost = measureOf(found, "cost");
      const written = item.fields.get("cost")?.values[0];
      if (written === undefined || budget === undefined || cost === undefined) continue;
      if (isBetter(cost, budget, "up") !== true) continue;
      report({
        item,
        entry: written.entry,
        message: say`${nameOf(item)} has cost ${cost.text} of ${budget.text}. Decide whether to stop, to go on or to ask for more, and write it down.`,
        related: [
          { path: file.path, entry: item.fields.get("budget")!.entry, message: say`The budget is ${budget.text}` },
        ],
      });
    }
  },
};
