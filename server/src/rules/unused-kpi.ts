import { say } from "../base/say.ts";
import { isKind } from "../model/schema.ts";
import { itemsOf, phaseOf } from "../workspace/plan.ts";
import { measuresSomething } from "../workspace/traced.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** A KPI that measures nothing in the plan. */
export const unusedKpi: Rule = {
  id: "unused-kpi",
  title: "A KPI that measures nothing",
  group: "links",
  level: "information",
  fixable: true,
  check(file, query, report) {
    for (const found of itemsOf(file, query)) {
      if (!isKind(query.config.schema, found.item.kind, ["kpi"])) continue;
      const phase = phaseOf(query, found);
      if (phase === "done" || phase === "dropped") continue;
      if (measuresSomething(found, query)) continue;
      report({
        item: found.item,
        entry: found.item.entry,
        data: { field: "goals" },
        message: say`${nameOf(found.item)} measures nothing in the plan: no goal or feature names it.`,
      });
    }
  },
};
