import { say, type Words } from "../base/say.ts";
import { counted, countsOf, workWords } from "../roadmap/counts.ts";
import { kpiValues, valueBar, valueWords } from "../roadmap/kpi-values.ts";
import { itemFacts } from "../workspace/item-facts.ts";
import { childrenOf } from "../workspace/plan.ts";
import { progressOf } from "../workspace/progress.ts";
import type { Found, Query } from "../workspace/query.ts";

/** "3 features", "2 KPIs", "67 %": what an item comes to, in a few words; none where nothing is linked yet. */
export function figuresOf(query: Query, found: Found): readonly Words[] {
  const { base } = itemFacts(query, found);
  const outgoing = query.outgoing(found);
  const incoming = query.incoming(found);
  const count = (items: Iterable<Found>) => countsOf({ facts: (item) => itemFacts(query, item) }, new Set(items));
  if (base === "kpi") {
    const measured = count(
      incoming.filter(({ name }) => name === "kpis" || name === "guardrails").map(({ from }) => from),
    );
    const bar = valueBar(found);
    const values = valueWords(kpiValues(found));
    return [bar === undefined ? values : say`${values} ${bar}`, ...workWords(measured)];
  }
  if (base === "requirement") return [];
  if (base !== "vision" && base !== "goal" && base !== "feature" && base !== "prd") {
    return workWords(count([...outgoing.map(({ to }) => to), ...incoming.map(({ from }) => from)]));
  }
  const to = (edge: string) => new Set(outgoing.filter(({ name }) => name === edge).map(({ to }) => to)).size;
  const progress = progressOf(query, found);
  return [
    ...workWords(count(childrenOf(query, found, incoming))),
    ...counted(to("kpis"), "{0} KPI", "{0} KPIs"),
    ...counted(to("requirements"), "{0} requirement", "{0} requirements"),
    ...(progress === undefined ? [] : [`${Math.round((progress.done / progress.all) * 100)} %`]),
  ];
}
