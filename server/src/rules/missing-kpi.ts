import { say } from "../base/say.ts";
import { kpisOf } from "../workspace/plan.ts";
import type { Found, Query } from "../workspace/query.ts";
import { missing } from "./missing.ts";
import type { Rule } from "./rule.ts";

/** A goal, a document or a feature whose success nobody measures. A goal's KPIs are its own, not those of its features. */
export const missingKpi: Rule = missing({
  id: "missing-kpi",
  title: "A goal or feature without a KPI",
  field: "kpis",
  topic: "kpis",
  message: (name) => say`${name} has no KPI: say how its success is measured.`,
  has: (found, query) => kpisOf(query, found).length > 0 || isMeasuredAround(found, query),
});

/** A part is measured by the KPIs of the document it stands in, wherever that document writes them. */
function isMeasuredAround({ file, item }: Found, query: Query): boolean {
  if (item.container === undefined || item.base === "goal") return false;
  const around = query.at(file.path, item.container);
  return around !== undefined && (kpisOf(query, around).length > 0 || isMeasuredAround(around, query));
}
