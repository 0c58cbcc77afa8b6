import { say, type Words } from "../base/say.ts";
import { amountIn, isBetter, isReached, resolveTarget } from "../model/compare-measures.ts";
import type { Health } from "../model/health.ts";
import { type Measure, readMeasure } from "../model/measure.ts";
import { showMeasure, showPoint } from "../model/show-measure.ts";
import { itemFacts } from "./item-facts.ts";
import { directionOf, kpiLine, measurementsOf } from "./kpi-line.ts";
import { measureOf, textOf } from "./plan.ts";
import type { Edge, Found, Query } from "./query.ts";

/** How a KPI stands, and why: "Checkout completion is on its line, at 63.1 %". No full stop. */
export interface KpiHealth {
  readonly health: Health;
  readonly reason: () => Words;
}

/**
 * How a KPI stands for what links to it: a success KPI beside its line to the target, a guardrail beside what it must not
 * fall behind. Without an edge, for itself. Undefined where nothing has been measured that could tell.
 */
export function kpiHealth(query: Query, kpi: Found, edge?: Edge): KpiHealth | undefined {
  const key = sharedKey(query, kpi, edge);
  if (key === undefined) return judge(query, kpi, edge);
  let known = answers.get(query);
  if (known === undefined) answers.set(query, (known = new Map()));
  let byKey = known.get(kpi);
  if (byKey === undefined) known.set(kpi, (byKey = new Map()));
  if (!byKey.has(key)) byKey.set(key, judge(query, kpi, edge));
  return byKey.get(key);
}

/** A thousand features may share one KPI: where the link says nothing of its own, they share the answer too. */
const answers = new WeakMap<Query, Map<Found, Map<string, KpiHealth | undefined>>>();

function sharedKey(query: Query, kpi: Found, edge: Edge | undefined): string | undefined {
  if (edge === undefined) return "itself";
  if (edge.values.size > 0) return undefined;
  if (edge.name === "guardrails") return "guardrail";
  if (itemFacts(query, kpi).timeframe?.kind === "interval") return "own time";
  return edge.from.item.base === "goal" ? `until ${textOf(edge.from, "timeframe") ?? ""}` : "time of its goals";
}

function judge(query: Query, kpi: Found, edge: Edge | undefined): KpiHealth | undefined {
  if (itemFacts(query, kpi).phase === "dropped") return undefined;
  return edge?.name === "guardrails" ? guardrail(kpi, edge) : line(query, kpi, edge);
}

function line(query: Query, kpi: Found, edge: Edge | undefined): KpiHealth | undefined {
  const stands = kpiLine(query, kpi, edge);
  if (stands === undefined) return undefined;
  const { title } = kpi.item;
  const latest = () => showMeasure(stands.latest);
  if (stands.standing === "reached")
    return { health: "on-track", reason: () => say`${title} has reached its target, ${showMeasure(stands.target)}` };
  if (stands.standing === "on")
    return { health: "on-track", reason: () => say`${title} is on its line, at ${latest()}` };
  const expected = () => showPoint(stands.expected, stands.unit);
  return {
    health: "off-track",
    reason: () => say`${title} is off its line: at ${latest()}, by then it should have been at ${expected()}`,
  };
}

/** It must not get worse: beside the limit that the link sets, else beside its baseline, else beside a target that is a limit. */
function guardrail(kpi: Found, edge: Edge): KpiHealth | undefined {
  const latest = latestOf(kpi);
  if (latest === undefined) return undefined;
  const baseline = linked(edge, "baseline") ?? measureOf(kpi, "baseline");
  const target = linked(edge, "target") ?? measureOf(kpi, "target");
  const direction = directionOf(kpi, baseline, target);
  const isLimit = linked(edge, "target") !== undefined || baseline === undefined;
  const limit = isLimit ? limitOf(baseline, target) : baseline;
  if (limit === undefined || direction === undefined) return undefined;
  const holds = isLimit ? isReached(latest, limit, direction) : holdsUp(latest, limit, direction);
  if (holds === undefined) return undefined;
  const { title } = kpi.item;
  const [now, than] = [showMeasure(latest), showMeasure(limit)];
  if (holds) return { health: "on-track", reason: () => say`The guardrail ${title} holds, at ${now}` };
  return {
    health: "off-track",
    reason: () => say`The guardrail ${title} is breached: at ${now}, it must not be worse than ${than}`,
  };
}

/** The latest figure: the last one that was measured, else the one that is said to be current. */
function latestOf(kpi: Found): Measure | undefined {
  return measurementsOf(kpi).at(-1)?.value ?? measureOf(kpi, "current");
}

function limitOf(baseline: Measure | undefined, target: Measure | undefined): Measure | undefined {
  return baseline === undefined || target === undefined ? target : resolveTarget(baseline, target);
}

function holdsUp(latest: Measure, limit: Measure, direction: "up" | "down"): boolean | undefined {
  const isWorse = isBetter(limit, latest, direction);
  return isWorse === undefined || amountIn(latest, limit.unit, direction) === undefined ? undefined : !isWorse;
}

function linked(edge: Edge, name: string): Measure | undefined {
  const text = edge.values.get(name)?.text;
  return text === undefined ? undefined : readMeasure(text);
}
