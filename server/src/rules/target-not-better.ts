import { isBetter, resolveTarget } from "../model/compare-measures.ts";
import { isKind } from "../model/schema.ts";
import { itemsOf, measureOf, textOf } from "../workspace/plan.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** A target that would be a step back. Asked only where `direction` says which way is better; guardrails may stand still. */
export const targetNotBetter: Rule = {
  id: "target-not-better",
  title: "A target that is no better than the baseline",
  group: "kpi",
  level: "warning",
  fixable: false,
  check(file, query, report) {
    for (const found of itemsOf(file, query)) {
      const { item } = found;
      if (!isKind(query.config.schema, item.kind, ["kpi"])) continue;
      const direction = textOf(found, "direction")?.trim().toLowerCase();
      const written = item.fields.get("target")?.values[0];
      const baseline = measureOf(found, "baseline");
      const target = measureOf(found, "target");
      if ((direction !== "up" && direction !== "down") || written === undefined) continue;
      if (baseline === undefined || target === undefined || isGuardrailOnly(found)) continue;
      const wanted = resolveTarget(baseline, target);
      if (wanted === undefined || isBetter(wanted, baseline, direction) !== false) continue;
      const better = direction === "up" ? "more" : "less";
      report({
        item,
        entry: written.entry,
        message: `${nameOf(item)} is to go from ${baseline.text} to ${target.text}, though ${better} is better. Correct the target, or the baseline if things have changed.`,
        related: [
          { path: file.path, entry: item.fields.get("baseline")!.entry, message: `It starts at ${baseline.text}` },
        ],
      });
    }

    function isGuardrailOnly(found: Parameters<typeof textOf>[0]): boolean {
      return query.incoming(found, "guardrails").length > 0 && query.incoming(found, "kpis").length === 0;
    }
  },
};
