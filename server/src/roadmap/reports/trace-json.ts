import type { Found } from "../../workspace/query.ts";
import type { Trace, TracedItem } from "../trace.ts";

/** The trace for programs; the order of keys is part of the form. */
export function traceJson({ goals, loose, unused, holes }: Trace, fileOf: (found: Found) => string) {
  const item = ({ found, depth, kpis, guardrails, holes: missing }: TracedItem) => ({
    id: found.item.key,
    kind: found.item.kind,
    title: found.item.title,
    depth,
    kpis: kpis.map(({ item: kpi }) => kpi.key),
    guardrails: guardrails.map(({ item: kpi }) => kpi.key),
    missing,
    file: fileOf(found),
  });
  return {
    goals: goals.map((goal) => ({ ...item(goal), over: goal.over, features: goal.work.map(item) })),
    withoutGoal: loose.map(item),
    unused: unused.map(item),
    gaps: holes,
  };
}
