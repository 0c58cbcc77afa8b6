/** Whether the chain from goals over features to KPIs holds at an item, whichever end wrote its links. */
import type { Found, Query } from "./query.ts";

/** It has a KPI, or is a part of a document that has one, wherever that document writes it. */
export function isMeasured(found: Found, query: Query): boolean {
  return query.hasOutgoing(found, "kpis") || isMeasuredAround(found, query);
}

function isMeasuredAround({ file, item }: Found, query: Query): boolean {
  if (item.container === undefined || item.base === "goal") return false;
  const around = query.at(file.path, item.container);
  return around !== undefined && isMeasured(around, query);
}

/** It has a goal, or is a part of what has one; a ring of parents has none. */
export function servesGoal(found: Found, query: Query): boolean {
  return reachesGoal(found, query, new Set());
}

function reachesGoal(found: Found, query: Query, seen: Set<string>): boolean {
  if (query.hasOutgoing(found, "goals")) return true;
  return query.outgoing(found, "parent").some(({ to }) => {
    // No plan has more levels than these.
    if (seen.has(to.item.key) || seen.size === mostLevels) return false;
    seen.add(to.item.key);
    return reachesGoal(to, query, seen);
  });
}

const mostLevels = 50;

/** Something names it as its KPI, or as its guardrail. */
export function measuresSomething(kpi: Found, query: Query): boolean {
  return query.hasIncoming(kpi, "kpis") || query.hasIncoming(kpi, "guardrails");
}
