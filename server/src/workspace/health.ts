import { say, type Words } from "../base/say.ts";
import { type Health, healths, healthWord, type StatedHealth } from "../model/health.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import { itemFacts } from "./item-facts.ts";
import type { Found, Query } from "./query.ts";
import { judgedBy, settledHealth, statedHealth } from "./settled-health.ts";

export interface ItemHealth {
  /** What is shown: what somebody says by hand, else what the plan says; `unknown` where nothing can tell. */
  readonly health: Health | "unknown";
  /** Why the plan says so, the worst first: "It needs Wallet, which lands in Q3 2027". No full stop. */
  readonly reasons: readonly Words[];
  /** What somebody says by hand. */
  readonly stated: StatedHealth | undefined;
  /** What the plan says, where that is worse than what is said by hand. */
  readonly worse: Health | undefined;
}

/**
 * How an active item goes. Off track: overdue, a success KPI off its line, a guardrail breached. At risk: it needs what comes
 * later, is dropped or overdue, or lands after its goal. A parent goes as badly as its worst child. Never on track without
 * evidence; what is not active has only what is said by hand, and what is over nothing at all.
 */
export function healthOf(query: Query, found: Found): ItemHealth {
  const { computed, shown } = settledHealth(query, found);
  const stated = statedHealth(query, found);
  let reasons: readonly Words[] | undefined;
  return {
    health: shown ?? "unknown",
    // Ten thousand items are asked how they go, and only the one under the pointer why.
    get reasons() {
      return (reasons ??= reasonsOf(query, found, computed));
    },
    stated,
    worse:
      stated !== undefined && computed !== undefined && rank(computed) > rank(stated.health) ? computed : undefined,
  };
}

function reasonsOf(query: Query, found: Found, computed: Health | undefined): readonly Words[] {
  const isActive = itemFacts(query, found).phase === "active";
  const all: Evidence[] = isActive ? [...evidenceOf(query, found)] : [];
  for (const child of judgedBy(query, found)) {
    const { shown } = settledHealth(query, child);
    if (shown !== undefined)
      all.push({ health: shown, reason: () => say`${child.item.title} is ${healthWord(shown)}` });
  }
  // Where something is wrong, what goes well is no news.
  const told = all.filter(({ health }) => computed === "on-track" || health !== "on-track");
  const sorted = told.sort((a, b) => rank(b.health) - rank(a.health));
  const reasons = sorted.map(({ reason }) => reason());
  return [...new Map(reasons.map((reason) => [String(reason), reason])).values()];
}

function rank(health: Health): number {
  return healths.indexOf(health);
}
