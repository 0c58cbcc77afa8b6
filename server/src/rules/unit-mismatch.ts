import { say } from "../base/say.ts";
import { sameUnit } from "../model/compare-measures.ts";
import { isKind } from "../model/schema.ts";
import { itemsOf, measureOf } from "../workspace/plan.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** Figures of one KPI that cannot be compared. */
export const unitMismatch: Rule = {
  id: "unit-mismatch",
  title: "Figures of one KPI in different units",
  group: "kpi",
  level: "warning",
  fixable: false,
  check(file, query, report) {
    for (const found of itemsOf(file, query)) {
      const { item } = found;
      if (!isKind(query.config.schema, item.kind, ["kpi"])) continue;
      const [first, ...others] = ["baseline", "target", "current"].flatMap((name) => {
        const measure = measureOf(found, name);
        const written = item.fields.get(name)?.values[0];
        return measure === undefined || written === undefined ? [] : [{ name, measure, entry: written.entry }];
      });
      for (const { name, measure, entry } of others) {
        if (first === undefined || sameUnit(first.measure, measure)) continue;
        report({
          item,
          entry,
          message: say`The ${name} of ${nameOf(item)} is ${measure.text}, and its ${first.name} is ${first.measure.text}: these cannot be compared. Write both in one unit.`,
          related: [{ path: file.path, entry: first.entry, message: say`The ${first.name} is ${first.measure.text}` }],
        });
      }
    }
  },
};
