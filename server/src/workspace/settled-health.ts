import { memo } from "../base/memo.ts";
import type { Config } from "../model/config.ts";
import { type Health, readHealth, type StatedHealth, worseHealth } from "../model/health.ts";
import { evidenceOf } from "./evidence.ts";
import { itemFacts } from "./item-facts.ts";
import { ItemTable } from "./item-table.ts";
import { childrenOf, textOf } from "./plan.ts";
import type { Found, Query } from "./query.ts";

/** How an item goes, without the reasons. */
export interface SettledHealth {
  /** What the plan says. */
  readonly computed: Health | undefined;
  /** What somebody says by hand, else what the plan says. */
  readonly shown: Health | undefined;
}

/**
 * Settles an item and everything below it, each once, and keeps that for as long as nothing changes on which it rests: in a
 * plan of ten thousand items an edit costs what it touches.
 */
export function settledHealth(query: Query, found: Found): SettledHealth {
  const known = upToDate(query);
  if (!known.has(found)) settle(query, found, known);
  return known.get(found)!;
}

/** What somebody says by hand; what is over says nothing any more. */
export function statedHealth(query: Query, found: Found): StatedHealth | undefined {
  const { phase } = itemFacts(query, found);
  const said = phase === "done" || phase === "dropped" ? undefined : textOf(found, "health");
  return said === undefined ? undefined : readHealth(said);
}

/** What an active item is judged by: what is below it. */
export function judgedBy(query: Query, found: Found): readonly Found[] {
  return itemFacts(query, found).phase === "active" ? childrenOf(query, found, query.incoming(found)) : [];
}

interface Kept {
  readonly config: Config;
  readonly today: string;
  moment: number;
  readonly settled: ItemTable<SettledHealth>;
}

const keptFor = memo((_: object): { kept: Kept | undefined } => ({ kept: undefined }));

function upToDate(query: Query): ItemTable<SettledHealth> {
  const { config, today, lately, project } = query;
  const { moment } = lately;
  const of = keptFor(project);
  const { kept } = of;
  const isSame = kept !== undefined && kept.config === config && kept.today === today;
  const changed = isSame ? lately.since(kept.moment) : undefined;
  if (!isSame || changed === undefined) {
    of.kept = { config, today, moment, settled: new ItemTable() };
    return of.kept.settled;
  }
  if (changed.size > 0) for (const found of restingOn(changed, query)) kept.settled.forget(found);
  kept.moment = moment;
  return kept.settled;
}

/** The items of some files, all that looks at them, and all that is judged by any of these. */
function restingOn(paths: ReadonlySet<string>, query: Query): Iterable<Found> {
  const resting = new Set<Found>();
  for (const path of paths) {
    for (const index of query.file(path)?.items.keys() ?? []) {
      const found = query.at(path, index);
      if (found === undefined) continue;
      resting.add(found);
      for (const { from } of query.incoming(found)) resting.add(from);
      // A KPI is to be on its line until the time of its goals.
      if (found.item.base !== "goal") continue;
      for (const { to } of query.outgoing(found, "kpis")) {
        resting.add(to);
        for (const { from } of query.incoming(to)) resting.add(from);
      }
    }
  }
  // A set is walked to its end, with what is added on the way.
  for (const found of resting) {
    for (const { name, to } of query.outgoing(found))
      if (name === "parent" || name === "goals" || name === "vision") resting.add(to);
  }
  return resting;
}

/** An item on the way down. */
interface Visit {
  readonly found: Found;
  readonly stated: Health | undefined;
  readonly evidence: Health | undefined;
  readonly children: readonly Found[];
  readonly number: number;
  low: number;
  next: number;
}

/**
 * Items that are parts of each other share their worst child: they are found as components (Tarjan), without recursion, because
 * a plan may be as deep as it likes.
 */
function settle(query: Query, start: Found, known: ItemTable<SettledHealth>): void {
  const visits = new Map<Found, Visit>();
  const open: Visit[] = [];
  const path: Visit[] = [];
  const enter = (found: Found): void => {
    const visit = visitOf(query, found, visits.size);
    if (visit.children.length === 0) {
      known.set(found, answer(visit, visit.evidence));
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
function settleTogether(members: readonly Visit[], known: ItemTable<SettledHealth>): void {
  let below: Health | undefined;
  for (const { stated, evidence } of members.length > 1 ? members : []) below = worseHealth(below, stated ?? evidence);
  for (const { children } of members) for (const child of children) below = worseHealth(below, known.get(child)?.shown);
  for (const visit of members) known.set(visit.found, answer(visit, worseHealth(below, visit.evidence)));
}

function answer({ stated }: Visit, computed: Health | undefined): SettledHealth {
  return { computed, shown: stated ?? computed };
}

function visitOf(query: Query, found: Found, number: number): Visit {
  const isActive = itemFacts(query, found).phase === "active";
  let evidence: Health | undefined;
  for (const { health } of isActive ? evidenceOf(query, found) : []) evidence = worseHealth(evidence, health);
  return {
    ...{ found, number, low: number, next: 0, evidence },
    stated: statedHealth(query, found)?.health,
    children: judgedBy(query, found),
  };
}
