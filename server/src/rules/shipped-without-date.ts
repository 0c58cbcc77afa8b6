import { say } from "../base/say.ts";
import { fieldOf, itemsOf, phaseOf } from "../workspace/plan.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** A feature that people have, and nobody knows since when. */
export const shippedWithoutDate: Rule = {
  id: "shipped-without-date",
  title: "A shipped feature without its date",
  group: "time",
  level: "off",
  fixable: true,
  check(file, query, report) {
    for (const found of itemsOf(file, query)) {
      const { item } = found;
      if (item.base !== "feature" && item.base !== "prd") continue;
      if (phaseOf(query, found) !== "done" || fieldOf(found, "shipped") !== undefined) continue;
      report({
        item,
        entry: item.entry,
        message: say`${nameOf(item)} is done: write under “shipped” when people got it.`,
        data: { field: "shipped" },
      });
    }
  },
};
