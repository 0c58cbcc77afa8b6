import { say } from "../base/say.ts";
import { isKind } from "../model/schema.ts";
import { itemsOf, phaseOf } from "../workspace/plan.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** A goal that is active while nothing that serves it is. A goal that nothing serves at all is `unused-goal`. */
export const idleGoal: Rule = {
  id: "idle-goal",
  title: "An active goal for which nothing is being done",
  group: "state",
  level: "information",
  fixable: false,
  check(file, query, report) {
    for (const found of itemsOf(file, query)) {
      const { item } = found;
      if (!isKind(query.config.schema, item.kind, ["goal"]) || phaseOf(query, found) !== "active") continue;
      const serving = [...query.incoming(found, "goals"), ...query.incoming(found, "parent")]
        .map(({ from }) => from)
        .filter(({ item: { base } }) => base !== "insight" && base !== "decision");
      if (serving.length === 0 || serving.some((part) => phaseOf(query, part) === "active")) continue;
      report({
        item,
        entry: item.entry,
        message: say`${nameOf(item)} is active, and nothing that serves it is: ${serving.length} ${serving.length === 1 ? "item is" : "items are"} done, dropped or still a draft. Start one, or say that the goal waits.`,
      });
    }
  },
};
