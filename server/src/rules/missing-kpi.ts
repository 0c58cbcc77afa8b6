import { say } from "../base/say.ts";
import { isMeasured } from "../workspace/traced.ts";
import { missing } from "./missing.ts";
import type { Rule } from "./rule.ts";

/** A goal, a document or a feature whose success nobody measures. A goal's KPIs are its own, not those of its features. */
export const missingKpi: Rule = missing({
  id: "missing-kpi",
  title: "A goal or feature without a KPI",
  field: "kpis",
  topic: "kpis",
  message: (name) => say`${name} has no KPI: say how its success is measured.`,
  has: isMeasured,
});
