import type { Health } from "../model/health.ts";
import type { Phase } from "../model/phase.ts";

/**
 * A ThemeIcon by phase; kinds that are no work have their own, as long as they are not over. Work that is in trouble has
 * another shape, not only another colour: a selected row has none, and not everybody tells red from green.
 */
export function iconOf(base: string, phase: Phase, health: Health | "unknown"): string {
  const own = ownIcons.get(base);
  if (base === "kpi") return own!;
  if (own === undefined && phase === "active") return troubleIcons.get(health) ?? phaseIcons.active;
  return own !== undefined && (phase === "draft" || phase === "active") ? own : phaseIcons[phase];
}

export const phaseIcons: Readonly<Record<Phase, string>> = {
  draft: "circle-outline",
  active: "record",
  done: "pass-filled",
  dropped: "circle-slash",
};

const troubleIcons = new Map<Health | "unknown", string>([
  ["at-risk", "warning"],
  ["off-track", "error"],
]);

const ownIcons = new Map([
  ["vision", "telescope"],
  ["goal", "target"],
  ["launch", "rocket"],
  ["kpi", "graph-line"],
]);

/** A theme colour; what nobody can tell has none. */
export function colorOf(health: Health | "unknown"): string | undefined {
  return health === "unknown" ? undefined : colors[health];
}

const colors: Readonly<Record<Health, string>> = {
  "on-track": "charts.green",
  "at-risk": "charts.yellow",
  "off-track": "charts.red",
};
