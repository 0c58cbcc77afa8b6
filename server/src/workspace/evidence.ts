import { say, type Words } from "../base/say.ts";
import type { Health } from "../model/health.ts";
import { showTimeframe } from "../model/show-timeframe.ts";
import { isLater } from "../model/timeframe.ts";
import { itemFacts } from "./item-facts.ts";
import { kpiHealth } from "./kpi-health.ts";
import type { Found, Query } from "./query.ts";

/** One thing that tells how an item goes. */
export interface Evidence {
  readonly health: Health;
  /** "It needs Wallet, which lands in Q3 2027". No full stop. */
  readonly reason: () => Words;
}

/** What the plan says about an active item, its children left aside. */
export function evidenceOf(query: Query, found: Found): readonly Evidence[] {
  const { base, timeframe, isLate, isInTime } = itemFacts(query, found);
  if (base === "kpi") return ofKpi(query, found);
  const all: Evidence[] = [];
  if (isLate) all.push({ health: "off-track", reason: () => say`It was to land by ${showTimeframe(timeframe!)}` });
  if (isInTime) all.push({ health: "on-track", reason: () => say`Its time is not over: ${showTimeframe(timeframe!)}` });
  for (const edge of query.outgoing(found)) {
    if (edge.name === "kpis" || edge.name === "guardrails") add(all, kpiHealth(query, edge.to, edge));
    else if (edge.name === "depends-on") add(all, ofNeed(query, found, edge.to));
    else if (edge.name === "goals") add(all, ofGoal(query, found, edge.to));
  }
  return all;
}

function add(all: Evidence[], evidence: Evidence | undefined): void {
  if (evidence !== undefined) all.push(evidence);
}

function ofKpi(query: Query, kpi: Found): readonly Evidence[] {
  const measured = kpiHealth(query, kpi);
  if (measured !== undefined) return [measured];
  const { isLate, timeframe } = itemFacts(query, kpi);
  return isLate ? [{ health: "off-track", reason: () => say`Its target was for ${showTimeframe(timeframe!)}` }] : [];
}

function ofNeed(query: Query, found: Found, need: Found): Evidence | undefined {
  const { title } = need.item;
  const { phase, timeframe, isLate } = itemFacts(query, need);
  if (phase === "done") return { health: "on-track", reason: () => say`${title}, which it needs, is done` };
  if (phase === "dropped") return { health: "at-risk", reason: () => say`It needs ${title}, which is dropped` };
  if (isLate) return { health: "at-risk", reason: () => say`It needs ${title}, which is overdue` };
  const own = itemFacts(query, found).timeframe;
  if (own === undefined || timeframe === undefined || !isLater(timeframe, own)) return undefined;
  return { health: "at-risk", reason: () => say`It needs ${title}, which lands in ${showTimeframe(timeframe)}` };
}

function ofGoal(query: Query, found: Found, goal: Found): Evidence | undefined {
  const { phase, timeframe: due } = itemFacts(query, goal);
  const own = itemFacts(query, found).timeframe;
  if (phase === "done" || phase === "dropped" || own === undefined || due === undefined) return undefined;
  if (!isLater(own, due)) return undefined;
  return { health: "at-risk", reason: () => say`It lands after ${goal.item.title} is due (${showTimeframe(due)})` };
}
