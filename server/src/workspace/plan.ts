/** What the plan says about an item: its own words, what it inherits, and what they mean. */
import { memo } from "../base/memo.ts";
import type { Calendar } from "../model/config.ts";
import { effectiveField } from "../model/inherit.ts";
import { type Measure, readMeasure } from "../model/measure.ts";
import { type Phase, phaseOf as phaseOfStatus } from "../model/phase.ts";
import { readTimeframe } from "../model/read-timeframe.ts";
import type { FieldValue } from "../model/summary.ts";
import type { Timeframe } from "../model/timeframe.ts";
import { ItemTable } from "./item-table.ts";
import { perFile } from "./kept.ts";
import { isSame } from "./place.ts";
import type { Edge, Found, Query } from "./query.ts";
import { isItself } from "./stands-for.ts";

/** The items that a file defines: not its sections about items that a stronger site elsewhere defines. */
export const itemsOf = perFile((file, query): readonly Found[] => {
  const items: Found[] = [];
  for (let index = 0; index < file.items.length; index++) {
    const found = query.at(file.path, index);
    if (found !== undefined && isDefinition(found, query)) items.push(found);
  }
  return items;
});

/** Whether an item stands at the strongest site of its id; duplicates of equal strength all do. */
export function isDefinition(found: Found, query: Query): boolean {
  const { item } = found;
  return isItself(item, query.config) || query.claims(item.key)[0]?.item.site === item.site;
}

export function fieldOf(found: Found, name: string): FieldValue | undefined {
  return effectiveField(found.file, found.index, name);
}

/** The first value of a field that is given, as written. */
export function textOf(found: Found, name: string): string | undefined {
  const field = fieldOf(found, name);
  return field?.state === "given" ? field.values[0]?.text : undefined;
}

/** The owners as written, the one who answers first. */
export function ownersOf(found: Found): readonly string[] {
  const field = fieldOf(found, "owner");
  return field?.state === "given" ? field.values.map((value) => value.text) : [];
}

export function statusOf(found: Found): string | undefined {
  return textOf(found, "status");
}

/**
 * Without a status a document counts as a draft, and what is written inside it takes its phase; an unknown one is active.
 * Kept for as long as the item's file stays as it is: whoever has looked at an item has looked at what is around it.
 */
export function phaseOf(query: Query, found: Found): Phase {
  const phases = phasesIn(query.project);
  return phases.get(found) ?? phases.set(found, readPhase(query, found));
}

const phasesIn = memo((_: object) => new ItemTable<Phase>());

function readPhase(query: Query, found: Found): Phase {
  const status = statusOf(found);
  const kind = query.config.schema.kinds.get(found.item.kind);
  if (status !== undefined) return phaseOfStatus(status, kind) ?? "active";
  const { container } = found.item;
  const around = container === undefined ? undefined : query.at(found.file.path, container);
  return around === undefined ? "draft" : phaseOf(query, around);
}

export function timeframeOf(query: Query, found: Found): Timeframe | undefined {
  const text = textOf(found, "timeframe");
  return text === undefined ? undefined : timesOf(query.config.calendar)(text);
}

/** Whether its last day is past; what is not on the calendar never is. */
export function isOver(query: Query, timeframe: Timeframe): boolean {
  return timeframe.kind === "interval" && query.isPast(timeframe.end);
}

/** A plan has few times, and each is asked for thousands of times. */
const timesOf = memo((calendar: Calendar) => {
  const known = new Map<string, Timeframe>();
  return (text: string): Timeframe => {
    let time = known.get(text);
    if (time === undefined) {
      if (known.size > 1000) known.clear();
      known.set(text, (time = readTimeframe(text, calendar)));
    }
    return time;
  };
});

/** What an item is reached through: goals of a vision, features of a goal, parts of either. Each once, never itself. */
export function childrenOf(query: Query, found: Found, edges = edgesToChildren(query, found)): readonly Found[] {
  const { base } = found.item;
  const children = new Set<Found>();
  // Of a goal there are thousands, and each edit below it asks anew.
  for (let at = 0; at < edges.length; at++) {
    const { name, from } = edges[at]!;
    const its = from.item.base;
    const isChild =
      (name === "goals" && base === "goal" && isWork(its)) ||
      (name === "parent" && (isWork(base) ? isWork(its) : base === "goal" && its === "goal")) ||
      (name === "vision" && base === "vision" && its === "goal");
    if (isChild && !isSame(from, found)) children.add(from);
  }
  return [...children];
}

/** Most items have none, and most edges lead to something else. */
function edgesToChildren(query: Query, found: Found): readonly Edge[] {
  const { base } = found.item;
  if (base === "goal") return query.incoming(found);
  const name = base === "vision" ? "vision" : isWork(base) ? "parent" : undefined;
  return name !== undefined && query.hasIncoming(found, name) ? query.incoming(found, name) : [];
}

function isWork(base: string | undefined): boolean {
  return base === "feature" || base === "prd";
}

export function requirementsOf(query: Query, found: Found): readonly Found[] {
  return query.outgoing(found, "requirements").map(({ to }) => to);
}

export function kpisOf(query: Query, found: Found): readonly Edge[] {
  return query.outgoing(found, "kpis");
}

/** The amount under a name, where it is one. */
export function measureOf(found: Found, name: string): Measure | undefined {
  const text = textOf(found, name);
  return text === undefined ? undefined : readMeasure(text);
}
