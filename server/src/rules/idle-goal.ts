import { plural } from "../base/say.ts";
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
  fixable: true,
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
        data: { set: ["status", "on-hold"] },
        message: plural(
          serving.length,
          "{1} is active, and nothing that serves it is: {0} item is done, dropped or still a draft. Start one, or say that the goal waits.",
          "{1} is active, and nothing that serves it is: {0} items are done, dropped or still a draft. Start one, or say that the goal waits.",
          nameOf(item),
        ),
      });
    }
  },
};
