import { type Counts, counted, countsOf } from "../roadmap/counts.ts";
import { kpiValues, valueBar, valueWords } from "../roadmap/kpi-values.ts";
import { incomingOf, outgoingOf } from "../workspace/edge-index.ts";
import { itemFacts } from "../workspace/item-facts.ts";
import { childrenOf } from "../workspace/plan.ts";
import { progressOf } from "../workspace/progress.ts";
import type { Found, Query } from "../workspace/query.ts";

/** "3 features", "2 KPIs", "67 %": what an item comes to, in a few words; none where nothing is linked yet. */
export function figuresOf(query: Query, found: Found): readonly string[] {
  const { base } = itemFacts(query, found);
  const outgoing = outgoingOf(query, found);
  const incoming = incomingOf(query, found);
  const count = (items: Iterable<Found>) => countsOf({ facts: (item) => itemFacts(query, item) }, new Set(items));
  if (base === "kpi") {
    const measured = count(
      incoming.filter(({ name }) => name === "kpis" || name === "guardrails").map(({ from }) => from),
    );
    const bar = valueBar(found);
    return [`${valueWords(kpiValues(found))}${bar === undefined ? "" : ` ${bar}`}`, ...workWords(measured)];
  }
  if (base === "requirement") return [];
  if (base !== "vision" && base !== "goal" && base !== "feature" && base !== "prd") {
    return workWords(count([...outgoing.map(({ to }) => to), ...incoming.map(({ from }) => from)]));
  }
  const to = (edge: string) => new Set(outgoing.filter(({ name }) => name === edge).map(({ to }) => to)).size;
  const progress = progressOf(query, found);
  const words = [
    ...workWords(count(childrenOf(query, found, incoming))),
    counted(to("kpis"), "KPI"),
    counted(to("requirements"), "requirement"),
    progress === undefined ? "" : `${Math.round((progress.done / progress.all) * 100)} %`,
  ];
  return words.filter((word) => word !== "");
}

function workWords({ goals, features, launches }: Counts): readonly string[] {
  const words = [counted(goals, "goal"), counted(features, "feature"), counted(launches, "launch", "launches")];
  return words.filter((word) => word !== "");
}
