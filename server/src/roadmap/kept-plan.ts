import { longer } from "../base/longer.ts";
import { memo } from "../base/memo.ts";
import { ItemTable } from "../workspace/item-table.ts";
import type { Found, Query } from "../workspace/query.ts";
import type { Facts, Owner } from "./facts.ts";
import type { Order } from "./order.ts";
import { roadmapKinds, type State } from "./states.ts";

/** What is kept of a plan for the next version of it: for as long as items stand and the day is the same, whatever happens to others. */
export interface KeptPlan {
  today: string;
  facts: ItemTable<Facts>;
  /** By number: the item, what kind of item it is, what is counted of it, and when it was last met. */
  now: (Found | undefined)[];
  bases: number[];
  states: State[];
  /** Another one when any of them is another. */
  counted: object;
  met: number[];
  meetings: number;
  lists: PlannedLists;
  edges: number;
  shape: Shape;
  readonly owners: Map<string, Owner | undefined>;
  order: Order | undefined;
}

/** Stands for which items there are, by number, and for their edges: what follows from those alone can be kept under it. */
export type Shape = object;

/** By built-in kind, what can stand in a roadmap. */
export type PlannedLists = ReadonlyMap<string, readonly Found[]>;

/** What is kept of the project that somebody asks about, as far as it holds today. */
export function keptToday(query: Query): KeptPlan {
  const kept = keptFor(query.project);
  if (kept.today !== query.today) {
    kept.facts = new ItemTable();
    kept.states.fill(unknown);
    kept.counted = {};
  }
  kept.today = query.today;
  return kept;
}

const keptFor = memo(
  (_: object): KeptPlan => ({
    ...{ today: "", facts: new ItemTable(), owners: new Map() },
    ...{ now: [], bases: [], states: [], counted: {}, met: [], meetings: 0, lists: new Map(), edges: -1, shape: {} },
    order: undefined,
  }),
);

/**
 * Notes what stands in this plan. Where nothing came or went and every edge is as it was, its shape is that of the one before.
 * Returns the numbers of the items that are others now.
 */
export function takeIn(lists: PlannedLists, query: Query, kept: KeptPlan): readonly number[] {
  const changed = [...lists].filter(([base, items]) => kept.lists.get(base) !== items);
  const replaced = replaceEach(changed, kept);
  const touched = replaced ?? touchedIn(changed, kept);
  const isSame = replaced !== undefined || replaceAll(changed, kept);
  if (!isSame || kept.edges !== query.shape) kept.shape = {};
  kept.lists = lists;
  kept.edges = query.shape;
  return touched;
}

/** Mostly some titles have changed: only those are noted. Undefined, and nothing noted, where any item came, went or moved. */
function replaceEach(changed: Changed, kept: KeptPlan): readonly number[] | undefined {
  const others: Found[] = [];
  for (const [base, items] of changed) {
    const before = kept.lists.get(base);
    if (before?.length !== items.length) return undefined;
    for (let at = 0; at < items.length; at++) {
      const found = items[at]!;
      if (found === before[at]) continue;
      if (found.number !== before[at]!.number) return undefined;
      others.push(found);
    }
  }
  for (const found of others) kept.now[found.number] = found;
  return others.map(({ number }) => number);
}

/** Only where an order has been made is there something to be mended. */
function touchedIn(changed: Changed, { lists, order }: KeptPlan): readonly number[] {
  if (order === undefined) return [];
  const before = new Set(changed.flatMap(([base]) => lists.get(base) ?? []));
  const after = new Set(changed.flatMap(([, items]) => items));
  const others = [...before, ...after].filter((found) => !before.has(found) || !after.has(found));
  return others.map(({ number }) => number);
}

/** Notes all of them. False where other items stand there than before. */
function replaceAll(changed: Changed, kept: KeptPlan): boolean {
  let isSame = true;
  kept.counted = {};
  for (const [base, items] of changed) {
    const code = roadmapKinds.indexOf(base);
    if (kept.lists.get(base)?.length !== items.length || items.some(({ number }) => kept.bases[number] !== code))
      isSame = false;
  }
  for (const [base] of changed) for (const { number } of kept.lists.get(base) ?? []) kept.bases[number] = nowhere;
  makeRoom(kept, changed);
  for (const [base, items] of changed) {
    const code = roadmapKinds.indexOf(base);
    for (const found of items) {
      if (kept.now[found.number] !== found) kept.states[found.number] = unknown;
      kept.now[found.number] = found;
      kept.bases[found.number] = code;
    }
  }
  return isSame;
}

function makeRoom(kept: KeptPlan, lists: Changed): void {
  let count = 0;
  for (const [, items] of lists) for (const { number } of items) if (number >= count) count = number + 1;
  if (count <= kept.now.length) return;
  kept.now = longer(kept.now, count, undefined);
  kept.bases = longer(kept.bases, count, nowhere);
  kept.states = longer(kept.states, count, unknown);
  kept.met = longer(kept.met, count, 0);
}

type Changed = readonly (readonly [string, readonly Found[]])[];

/** No kind of a roadmap. */
const nowhere = -1;
/** No state. */
const unknown = 0;

/** Work of other teams has no row. Who was planned already in the same place is not asked again. */
export function planned(items: readonly Found[], before: readonly Found[] = []): readonly Found[] {
  if (items === before) return items;
  for (let at = 0; at < items.length; at++) {
    const found = items[at]!;
    if (found !== before[at] && found.item.outside) return withoutOthers(items);
  }
  return items;
}

const withoutOthers = memo((items: readonly Found[]) => items.filter(({ item }) => !item.outside));

/** Whether the item that has a number stands in the plan. */
export function isPlanned(number: number, { bases }: KeptPlan): boolean {
  return (bases[number] ?? nowhere) !== nowhere;
}

/** The items of several lists, each once, in the order in which they come first. */
export function once(lists: Iterable<readonly Found[]>, kept: KeptPlan): readonly Found[] {
  const meeting = ++kept.meetings;
  const all: Found[] = [];
  for (const list of lists) {
    for (const found of list) {
      if (kept.met[found.number] === meeting) continue;
      kept.met[found.number] = meeting;
      all.push(found);
    }
  }
  return all;
}
