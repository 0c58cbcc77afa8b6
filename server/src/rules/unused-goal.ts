import { say } from "../base/say.ts";
import { isKind } from "../model/schema.ts";
import { itemsOf, phaseOf } from "../workspace/plan.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** A goal that nothing works for: no feature, no document, no goal below it. */
export const unusedGoal: Rule = {
  id: "unused-goal",
  title: "A goal that nothing works for",
  group: "links",
  level: "information",
  fixable: false,
  check(file, query, report) {
    for (const found of itemsOf(file, query)) {
      if (!isKind(query.config.schema, found.item.kind, ["goal"])) continue;
      const phase = phaseOf(query, found);
      if (phase === "done" || phase === "dropped") continue;
      if (query.hasIncoming(found, "goals") || query.hasIncoming(found, "parent")) continue;
      report({
        item: found.item,
        entry: found.item.entry,
        message: say`Nothing works for ${nameOf(found.item)} yet: no feature names it as its goal.`,
      });
    }
  },
};
