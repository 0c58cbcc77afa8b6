import { say } from "../base/say.ts";
import { showTimeframe } from "../model/show-timeframe.ts";
import { isLater } from "../model/timeframe.ts";
import { phaseOf, timeframeOf } from "../workspace/plan.ts";
import { ringOf } from "./dependency-cycle.ts";
import { allLinksOf } from "./each-link.ts";
import { isOff } from "./levels.ts";
import type { Rule } from "./rule.ts";

/** A feature that is promised before what it needs. */
export const dependsOnLater: Rule = {
  id: "depends-on-later",
  title: "A feature that needs one which lands later",
  group: "time",
  level: "warning",
  fixable: true,
  check(file, query, report) {
    for (const fact of allLinksOf(file, query)) {
      const { from, definition, link, resolution } = fact;
      if (definition.edge?.name !== "depends-on" || resolution.type !== "item") continue;
      const { found } = resolution;
      if (isSettled(phaseOf(query, from)) || isSettled(phaseOf(query, found))) continue;
      const own = timeframeOf(query, from);
      const needed = timeframeOf(query, found);
      if (own === undefined || needed === undefined || !isLater(needed, own)) continue;
      // On a ring something always lands too late; that is told of as what it is.
      if (ringOf(fact, query) !== undefined && !isOff("dependency-cycle", file.path, query.config)) continue;
      report({
        item: from.item,
        entry: link.entry,
        data: { set: ["timeframe", needed.text] },
        message: say`${from.item.title} (${showTimeframe(own)}) needs ${found.item.title}, which lands in ${showTimeframe(needed)}.`,
        related: [
          {
            path: found.file.path,
            entry: found.item.fields.get("timeframe")?.entry ?? found.item.entry,
            message: say`${found.item.title} lands in ${showTimeframe(needed)}`,
          },
        ],
      });
    }
  },
};

function isSettled(phase: string): boolean {
  return phase === "done" || phase === "dropped";
}
