import { say, type Words } from "../base/say.ts";
import { isBetter, resolveTarget } from "../model/compare-measures.ts";
import { type Measure, readMeasure } from "../model/measure.ts";
import { isKind } from "../model/schema.ts";
import { itemsOf, measureOf, textOf } from "../workspace/plan.ts";
import type { Found } from "../workspace/query.ts";
import { linksOf } from "./each-link.ts";
import type { Rule } from "./rule.ts";
import { nameOf } from "./words.ts";

/** A target that would be a step back. Asked only where `direction` says which way is better; guardrails may stand still. */
export const targetNotBetter: Rule = {
  id: "target-not-better",
  title: "A target that is no better than the baseline",
  group: "kpi",
  level: "warning",
  fixable: true,
  check(file, query, report) {
    for (const found of itemsOf(file, query)) {
      const { item } = found;
      const written = item.fields.get("target")?.values[0];
      if (!isKind(query.config.schema, item.kind, ["kpi"]) || written === undefined || isGuardrailOnly(found)) continue;
      const baseline = measureOf(found, "baseline");
      const better = backward(found, baseline, measureOf(found, "target"));
      if (better === undefined || baseline === undefined) continue;
      report({
        item,
        entry: written.entry,
        data: { set: ["direction", better === "more" ? "down" : "up"] },
        message: say`${nameOf(item)} is to go from ${baseline.text} to ${written.text}, though ${better} is better. Correct the target, or the baseline if things have changed.`,
        related: [
          { path: file.path, entry: item.fields.get("baseline")!.entry, message: say`It starts at ${baseline.text}` },
        ],
      });
    }
    for (const { from, definition, link, resolution } of linksOf(file, query)) {
      if (definition.name !== "kpis" || resolution.type !== "item") continue;
      const { found: kpi } = resolution;
      const target = link.values.get("target");
      if (target === undefined) continue;
      const start = link.values.get("baseline");
      const baseline = start === undefined ? measureOf(kpi, "baseline") : readMeasure(start.text);
      if (baseline === undefined) continue;
      const better = backward(kpi, baseline, readMeasure(target.text));
      if (better === undefined) continue;
      report({
        item: from.item,
        entry: target.entry,
        fixable: false,
        message: say`${nameOf(from.item)} wants ${nameOf(kpi.item)} to go from ${baseline.text} to ${target.text}, though ${better} is better. Correct the target, or the baseline if things have changed.`,
        related: [
          { path: kpi.file.path, entry: kpi.item.entry, message: say`Of ${nameOf(kpi.item)}, ${better} is better` },
        ],
      });
    }

    function isGuardrailOnly(found: Found): boolean {
      return query.hasIncoming(found, "guardrails") && !query.hasIncoming(found, "kpis");
    }
  },
};

/** "more" or "less" is better, and the target is neither that nor anything that cannot be compared. */
function backward(kpi: Found, baseline: Measure | undefined, target: Measure | undefined): Words | undefined {
  const direction = textOf(kpi, "direction")?.trim().toLowerCase();
  if ((direction !== "up" && direction !== "down") || baseline === undefined || target === undefined) return undefined;
  const wanted = resolveTarget(baseline, target);
  if (wanted === undefined || isBetter(wanted, baseline, direction) !== false) return undefined;
  return direction === "up" ? say`more` : say`less`;
}
