import { readDay } from "../base/day.ts";
import { type Health, healths, readHealth, type StatedHealth, showHealth } from "../model/health.ts";
import { showTimeframe } from "../model/show-timeframe.ts";
import { isLater, isOverdue } from "../model/timeframe.ts";
import { incomingOf, outgoingOf } from "./edge-index.ts";
import { kpiHealth } from "./kpi-health.ts";
import { childrenOf, phaseOf, textOf, timeframeOf } from "./plan.ts";
import type { Found, Query } from "./query.ts";

export interface ItemHealth {
  /** What is shown: what somebody says by hand, else what the plan says; `unknown` where nothing can tell. */
  readonly health: Health | "unknown";
  /** Why the plan says so, the worst first: "It needs Wallet, which lands in Q3 2027". No full stop. */
  readonly reasons: readonly string[];
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

/** Whether it should have landed by now and has not; evidence and visions promise nothing. */
export function isLate(query: Query, found: Found): boolean {
  const today = readDay(query.today);
  const phase = phaseOf(query, found);
  if (today === undefined || phase === "done" || phase === "dropped") return false;
  if (timeless.has(query.config.schema.kinds.get(found.item.kind)?.base ?? "")) return false;
  const timeframe = timeframeOf(query, found);
  return timeframe !== undefined && isOverdue(timeframe, today);
}

const timeless = new Set(["decision", "insight", "audience", "vision", "requirement"]);

const answers = new WeakMap<Query, Map<Found, ItemHealth>>();

/** One thing that is known about an item. */
interface Fact {
  readonly health: Health;
  readonly reason: string;
}

/** An item on the way down, with what was found about it so far. */
interface Visit {
  readonly found: Found;
  readonly stated: StatedHealth | undefined;
  readonly facts: Fact[];
  readonly children: readonly Found[];
  next: number;
  low: number;
  readonly number: number;
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
    visits.set(found, visit);
    open.push(visit);
    path.push(visit);
  };
  enter(start);
  while (path.length > 0) {
    const visit = path.at(-1)!;
    const child = visit.children[visit.next++];
    if (child !== undefined) {
      const seen = visits.get(child);
      if (known.has(child)) continue;
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
  const inside = new Map(members.map((member) => [member.found, member]));
  const shownBelow = (child: Found) => {
    const member = inside.get(child);
    return member === undefined ? known.get(child)!.health : shown(member);
  };
  const below = worst(members.flatMap(({ children }) => children.map(shownBelow)));
  const computed = new Map(members.map((member) => [member.found, worstOf(member, below)]));
  for (const { found, stated, facts, children } of members) {
    const health = computed.get(found);
    const all = [...facts];
    for (const child of children) {
      const member = inside.get(child);
      const its = member === undefined ? known.get(child)!.health : (member.stated?.health ?? computed.get(child));
      if (its === undefined || its === "unknown") continue;
      all.push({ health: its, reason: `${child.item.title} is ${showHealth(its).toLowerCase()}` });
    }
    // Where something is wrong, what goes well is no news.
    const told = all.filter((fact) => health === "on-track" || fact.health !== "on-track");
    const reasons = told.sort((a, b) => rank(b.health) - rank(a.health)).map(({ reason }) => reason);
    known.set(found, {
      health: stated?.health ?? health ?? "unknown",
      reasons: [...new Set(reasons)],
      stated,
      worse: stated !== undefined && health !== undefined && rank(health) > rank(stated.health) ? health : undefined,
    });
  }
}

function worstOf({ facts, children }: Visit, below: Health | undefined): Health | undefined {
  return worst([...facts.map(({ health }) => health), ...(children.length > 0 && below !== undefined ? [below] : [])]);
}

function shown({ stated, facts }: Visit): Health | "unknown" {
  return stated?.health ?? worst(facts.map(({ health }) => health)) ?? "unknown";
}

function visitOf(query: Query, found: Found, number: number): Visit {
  const phase = phaseOf(query, found);
  const isOver = phase === "done" || phase === "dropped";
  const isActive = phase === "active";
  return {
    found,
    stated: isOver ? undefined : readHealth(textOf(found, "health") ?? ""),
    facts: isActive ? factsOf(query, found) : [],
    children: isActive ? childrenOf(query, found, incomingOf(query, found)) : [],
    next: 0,
    low: number,
    number,
  };
}

/** What the plan says about an active item, its children left aside. */
function factsOf(query: Query, found: Found): Fact[] {
  if (query.config.schema.kinds.get(found.item.kind)?.base === "kpi") return kpiFacts(query, found);
  const facts: Fact[] = [];
  const timeframe = timeframeOf(query, found);
  if (isLate(query, found))
    facts.push({ health: "off-track", reason: `It was to land by ${showTimeframe(timeframe!)}` });
  else if (timeframe?.kind === "interval")
    facts.push({ health: "on-track", reason: `Its time is not over: ${showTimeframe(timeframe)}` });
  for (const edge of outgoingOf(query, found)) {
    if (edge.name === "kpis" || edge.name === "guardrails") {
      const fact = kpiHealth(query, edge.to, edge);
      if (fact !== undefined) facts.push(fact);
    } else if (edge.name === "depends-on") facts.push(...needFacts(query, found, edge.to));
    else if (edge.name === "goals") facts.push(...goalFacts(query, found, edge.to));
  }
  return facts;
}

function kpiFacts(query: Query, kpi: Found): Fact[] {
  const fact = kpiHealth(query, kpi);
  if (fact !== undefined) return [fact];
  if (!isLate(query, kpi)) return [];
  return [{ health: "off-track", reason: `Its target was for ${showTimeframe(timeframeOf(query, kpi)!)}` }];
}

function needFacts(query: Query, found: Found, need: Found): Fact[] {
  const name = need.item.title;
  const phase = phaseOf(query, need);
  if (phase === "done") return [{ health: "on-track", reason: `${name}, which it needs, is done` }];
  if (phase === "dropped") return [{ health: "at-risk", reason: `It needs ${name}, which is dropped` }];
  const [own, time] = [timeframeOf(query, found), timeframeOf(query, need)];
  if (time === undefined) return [];
  if (isLate(query, need)) return [{ health: "at-risk", reason: `It needs ${name}, which is overdue` }];
  if (own === undefined || !isLater(time, own)) return [];
  return [{ health: "at-risk", reason: `It needs ${name}, which lands in ${showTimeframe(time)}` }];
}

function goalFacts(query: Query, found: Found, goal: Found): Fact[] {
  const phase = phaseOf(query, goal);
  const [own, due] = [timeframeOf(query, found), timeframeOf(query, goal)];
  if (phase === "done" || phase === "dropped" || own === undefined || due === undefined || !isLater(own, due))
    return [];
  return [{ health: "at-risk", reason: `It lands after ${goal.item.title} is due (${showTimeframe(due)})` }];
}

function worst(healths: readonly (Health | "unknown")[]): Health | undefined {
  let bad: Health | undefined;
  for (const health of healths)
    if (health !== "unknown" && (bad === undefined || rank(health) > rank(bad))) bad = health;
  return bad;
}

function rank(health: Health): number {
  return healths.indexOf(health);
}
