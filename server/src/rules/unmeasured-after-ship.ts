import { readDay } from "../base/day.ts";
import { say } from "../base/say.ts";
import { showDay } from "../model/show-timeframe.ts";
import { measurementsOf } from "../workspace/kpi-line.ts";
import { phaseOf, textOf, timeframeOf } from "../workspace/plan.ts";
import type { Found, Query } from "../workspace/query.ts";
import { linksOf } from "./each-link.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** Days that pass before somebody may be asked whether it worked. */
const patience = 30;

/** A feature that shipped, and a KPI that has not been looked at since. Only where the KPI is measured at all. */
export const unmeasuredAfterShip: Rule = {
  id: "unmeasured-after-ship",
  title: "A shipped feature whose KPI was not measured since",
  group: "kpi",
  level: "information",
  fixable: false,
  check(file, query, report) {
    for (const { from, definition, link, resolution } of linksOf(file, query)) {
      if (definition.edge?.name !== "kpis" || resolution.type !== "item") continue;
      if (from.item.base === "goal" || from.item.base === "kpi" || phaseOf(query, from) !== "done") continue;
      const shipped = shippedDay(from, query);
      const last = measurementsOf(resolution.found).at(-1);
      if (shipped === undefined || last === undefined || last.day >= shipped || !query.isPast(shipped + patience - 1))
        continue;
      report({
        item: from.item,
        entry: link.entry,
        message: say`${nameOf(from.item)} shipped by ${showDay(shipped)}, and ${nameOf(resolution.found.item)} was last measured on ${showDay(last.day)}. Measure it, to know whether it worked.`,
        related: [{ path: resolution.found.file.path, entry: last.entry, message: say`This is its last figure` }],
      });
    }
  },
};

function shippedDay(found: Found, query: Query): number | undefined {
  const said = textOf(found, "shipped");
  if (said !== undefined) return readDay(said);
  const time = timeframeOf(query, found);
  return time?.kind === "interval" ? time.end : undefined;
}
