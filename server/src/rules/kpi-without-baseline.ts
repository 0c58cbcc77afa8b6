import { say } from "../base/say.ts";
import { isKind } from "../model/schema.ts";
import { fieldOf, itemsOf, textOf } from "../workspace/plan.ts";
import type { Rule } from "./rule.ts";
import { nameOf, notGiven } from "./words.ts";

/** A KPI whose target cannot be judged, since nobody says where it began. */
export const kpiWithoutBaseline: Rule = {
  id: "kpi-without-baseline",
  title: "A KPI without a baseline",
  group: "completeness",
  level: { active: "information", draft: "off" },
  fixable: true,
  check(file, query, report) {
    for (const found of itemsOf(file, query)) {
      const { item } = found;
      if (!isKind(query.config.schema, item.kind, ["kpi"])) continue;
      const target = fieldOf(found, "target");
      const baseline = fieldOf(found, "baseline");
      if (target?.state !== "given" || (baseline !== undefined && baseline.state !== "not-given")) continue;
      if (fieldOf(found, "measurements")?.measurements.length) continue;
      if (query.incoming(found, "kpis").some(({ values }) => values.has("baseline"))) continue;
      report({
        item,
        entry: notGiven(item, "baseline"),
        message: say`${nameOf(item)} has a target and no baseline: say where it stands today, so that progress can be seen.`,
        fixable: textOf(found, "current") !== undefined,
        data: { field: "baseline" },
      });
    }
  },
};
