import { say } from "../base/say.ts";
import { isKind } from "../model/schema.ts";
import { showPoint } from "../model/show-measure.ts";
import { kpiLine } from "../workspace/kpi-line.ts";
import { itemsOf, phaseOf } from "../workspace/plan.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** A KPI that is behind the straight line to its target. */
export const kpiOffTrack: Rule = {
  id: "kpi-off-track",
  title: "A KPI that is behind its line",
  group: "kpi",
  level: "information",
  fixable: false,
  check(file, query, report) {
    for (const found of itemsOf(file, query)) {
      const { item } = found;
      if (!isKind(query.config.schema, item.kind, ["kpi"])) continue;
      const phase = phaseOf(query, found);
      if (phase === "done" || phase === "dropped") continue;
      const line = kpiLine(query, found);
      if (line?.standing !== "off") continue;
      const expected = showPoint(line.expected, line.unit);
      report({
        item,
        entry: line.entry,
        message: say`${nameOf(item)} is at ${line.latest.text}, and on the way to ${line.target.text} it would be at ${expected} by then.`,
      });
    }
  },
};
