import { say, type Words } from "../base/say.ts";
import { type Health, healths, healthWord, readHealth, type StatedHealth } from "../model/health.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import { itemFacts } from "./item-facts.ts";
import { childrenOf, textOf } from "./plan.ts";
import type { Found, Query } from "./query.ts";

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
  let known = answers.get(query);
  if (known === undefined) answers.set(query, (known = new Map()));
  if (!known.has(found)) settle(query, found, known);
  return known.get(found)!;
}

/** Kept for a version of the plan. */
const answers = new WeakMap<Query, Map<Found, ItemHealth>>();

/** An item on the way down, with what is known about it so far. */
interface Visit {
  readonly found: Found;
  readonly stated: StatedHealth | undefined;
  readonly evidence: readonly Evidence[];
  readonly children: readonly Found[];
  readonly number: number;
  low: number;
  next: number;
}

/**
 * Settles an item and everything below it, each once. Items that are parts of each other share their worst child: they are
 * found as components (Tarjan), without recursion, because a plan may be as deep as it likes.
 */
function settle(query: Query, start: Found, known: Map<Found, ItemHealth>): void {
  const visits = new Map<Found, Visit>();
  const open: Visit[] = [];
  const path: Visit[] = [];
  const enter = (found: Found): void => {
    const visit = visitOf(query, found, visits.size);
    if (visit.children.length === 0) {
      known.set(found, answer(visit, worst(visit.evidence), known));
      return;
    }
    visits.set(found, visit);
    open.push(visit);
    path.push(visit);
  };
  enter(start);
  while (path.length > 0) {
    const visit = path.at(-1)!;
    const child = visit.children[visit.next++];
    if (child !== undefined) {
      if (known.has(child)) continue;
      const seen = visits.get(child);
      if (seen === undefined) enter(child);
      else visit.low = Math.min(visit.low, seen.number);
      continue;
    }
    path.pop();
    const above = path.at(-1);
    if (above !== undefined) above.low = Math.min(above.low, visit.low);
    if (visit.low === visit.number) settleTogether(open.splice(open.lastIndexOf(visit)), known);
  }
}

/** Parts of each other go as badly as the worst of them, and of what lies below any of them. */
function settleTogether(members: readonly Visit[], known: Map<Found, ItemHealth>): void {
  let below: Health | undefined;
  for (const { stated, evidence } of members.length > 1 ? members : []) {
    below = worse(below, stated?.health ?? worst(evidence));
  }
  for (const { children } of members) {
    for (const child of children) {
      const shown = known.get(child)?.health;
      if (shown !== undefined && shown !== "unknown") below = worse(below, shown);
    }
  }
  for (const visit of members) known.set(visit.found, answer(visit, worse(below, worst(visit.evidence)), known));
}

function answer(
  { stated, evidence, children }: Visit,
  computed: Health | undefined,
  known: ReadonlyMap<Found, ItemHealth>,
): ItemHealth {
  let reasons: readonly Words[] | undefined;
  return {
    health: stated?.health ?? computed ?? "unknown",
    // Ten thousand items are asked how they go, and only the one under the pointer why.
    get reasons() {
      return (reasons ??= reasonsOf(evidence, children, computed, known));
    },
    stated,
    worse:
      stated !== undefined && computed !== undefined && rank(computed) > rank(stated.health) ? computed : undefined,
  };
}

function reasonsOf(
  evidence: readonly Evidence[],
  children: readonly Found[],
  computed: Health | undefined,
  known: ReadonlyMap<Found, ItemHealth>,
): readonly Words[] {
  const all = [...evidence];
  for (const child of children) {
    const health = known.get(child)?.health;
    if (health === undefined || health === "unknown") continue;
    all.push({ health, reason: () => say`${child.item.title} is ${healthWord(health)}` });
  }
  // Where something is wrong, what goes well is no news.
  const told = all.filter(({ health }) => computed === "on-track" || health !== "on-track");
  const sorted = told.sort((a, b) => rank(b.health) - rank(a.health));
  const reasons = sorted.map(({ reason }) => reason());
  return [...new Map(reasons.map((reason) => [String(reason), reason])).values()];
}

function visitOf(query: Query, found: Found, number: number): Visit {
  const { phase } = itemFacts(query, found);
  const isActive = phase === "active";
  const said = phase === "done" || phase === "dropped" ? undefined : textOf(found, "health");
  return {
    found,
    stated: said === undefined ? undefined : readHealth(said),
    evidence: isActive ? evidenceOf(query, found) : [],
    children: isActive ? childrenOf(query, found, query.incoming(found)) : [],
    number,
    low: number,
    next: 0,
  };
}

function worst(evidence: readonly Evidence[]): Health | undefined {
  let bad: Health | undefined;
  for (const { health } of evidence) bad = worse(bad, health);
  return bad;
}

function worse(a: Health | undefined, b: Health | undefined): Health | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return rank(a) >= rank(b) ? a : b;
}

function rank(health: Health): number {
  return healths.indexOf(health);
}
