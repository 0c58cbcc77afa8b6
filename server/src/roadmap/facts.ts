import { longer } from "../base/longer.ts";
import { memo } from "../base/memo.ts";
import { type Identity, identify, readPeople } from "../model/person.ts";
import { type ItemFacts, itemFacts } from "../workspace/item-facts.ts";
import { ItemTable } from "../workspace/item-table.ts";
import { textOf } from "../workspace/plan.ts";
import type { Found, Query } from "../workspace/query.ts";
import { Order } from "./order.ts";
import { sorts } from "./sorts.ts";
import { roadmapKinds, type State, stateOf } from "./states.ts";

/** What the roadmap wants to know about an item, over and over. */
export interface Facts extends ItemFacts {
  readonly rank: number | undefined;
  /** The one who answers for it. */
  readonly owner: Owner | undefined;
  readonly team: string | undefined;
  /** Where its kind stands in a group: a PRD is a feature that is a document, the two stand together. */
  readonly order: number;
}

export interface Owner extends Identity {
  /** What a narrow row has room for: "ana". */
  readonly short: string;
}

/** Stands for which items there are, by number, and for their edges: what follows from those alone can be kept under it. */
export type Shape = object;

/** A project as the roadmap sees it; one for each version of the plan. */
export interface Plan {
  readonly query: Query;
  /** What can stand in a roadmap, of a built-in kind or of one that comes from it: no requirements, and no work of others. */
  of(base: string): readonly Found[];
  readonly shape: Shape;
  /** The item that has a number now. */
  now(number: number): Found;
  has(found: Found): boolean;
  facts(found: Found): Facts;
  /** What is counted of the item that has a number now. */
  state(number: number): State;
  /** The same for as long as that is what it is of every item: what was counted can be kept under it. */
  readonly states: object;
  /** The items of several lists, each once, in the order in which they come first. */
  once(lists: Iterable<readonly Found[]>): readonly Found[];
  /** The part of a row's id that names an item: its key, with an ordinal from the second item of that key on. */
  segment(found: Found): string;
  /** These items in the order of the plan; what nothing tells apart stays as it stands. */
  inOrder(items: readonly Found[]): readonly Found[];
  /** Puts all of them in order, step by step: from then on a list is put in order in no time. */
  arrange(): IterableIterator<void>;
  /** The same for as long as all of them stand in the same order; undefined where they were never put in order. */
  readonly places: object | undefined;
  /** Names the order in which rows stand beside each other. */
  readonly order: string;
  /** Kinds in the order of the plan, then by time, rank and title. */
  compare(a: Found, b: Found): number;
}

export function planOf(query: Query): Plan {
  let plan = plans.get(query);
  if (plan === undefined) plans.set(query, (plan = wholePlan(query)));
  return plan;
}

const plans = new WeakMap<Query, Plan>();

/** Lists what can stand in a plan, one kind after the other, before somebody has to wait for it: of some there are thousands. */
export function* listForPlan(query: Query): IterableIterator<void> {
  const kept = keptToday(query);
  // Later what was of one kind may be of another: then all are taken in together.
  const isFirst = kept.lists.size === 0;
  for (const base of roadmapKinds) {
    const items = query.ofKinds([base]);
    yield;
    if (isFirst) takeIn(new Map([...kept.lists, [base, planned(items, kept.lists.get(base))]]), query, kept);
    yield;
  }
}

function wholePlan(query: Query): Plan {
  const kept = keptToday(query);
  const lists = new Map(roadmapKinds.map((base) => [base, planned(query.ofKinds([base]), kept.lists.get(base))]));
  const touched = takeIn(lists, query, kept);
  const { shape } = kept;
  const has = (number: number): boolean => (kept.bases[number] ?? nowhere) !== nowhere;
  const plan = makePlan(query, kept, {
    shape,
    of: (base) => lists.get(base) ?? [],
    has: ({ number }) => has(number),
    state: (number) => kept.states[number] || (kept.states[number] = stateOf(plan.facts(plan.now(number)))),
    inOrder: (items) => kept.order?.sort(items) ?? items.toSorted(plan.compare),
    *arrange() {
      const { order } = kept;
      if (order === undefined)
        kept.order = yield* Order.of(
          Array.from(lists.values()).flatMap((items) => items.map(({ number }) => number)),
          plan,
        );
    },
  });
  kept.order?.patch(touched, has, plan);
  count(touched.filter(has), plan, kept);
  return plan;
}

/** Titles change with every letter, and what is counted of an item seldom. */
function count(touched: readonly number[], plan: Plan, kept: Kept): void {
  for (const number of touched) {
    const state = stateOf(plan.facts(plan.now(number)));
    if (kept.states[number] === state) continue;
    kept.states[number] = state;
    kept.counted = {};
  }
}

/** What is known of single items, for those who look at a document alone: nobody lists ten thousand others for it. */
export function planOfFew(query: Query): Plan {
  const known = plans.get(query);
  if (known !== undefined) return known;
  const plan = makePlan(query, keptToday(query), {
    shape: {},
    of: () => [],
    has: (found) => !found.item.outside && roadmapKinds.includes(plan.facts(found).base),
    state: (number) => stateOf(plan.facts(plan.now(number))),
    inOrder: (items) => items.toSorted(plan.compare),
    *arrange() {},
  });
  return plan;
}

type Own = Pick<Plan, "shape" | "of" | "has" | "state" | "inOrder" | "arrange">;

function makePlan(query: Query, kept: Kept, { shape, of, has, state, inOrder, arrange }: Own): Plan {
  const plan: Plan = {
    ...{ query, shape, of, has, state, inOrder, arrange },
    now: (number) => kept.now[number]!,
    facts: (found) => kept.facts.get(found) ?? kept.facts.set(found, readFacts(found, query, kept)),
    once: (lists) => once(lists, kept),
    segment: (found) => segmentIn(plan, found),
    get places() {
      return kept.order?.moment;
    },
    get states() {
      return kept.counted;
    },
    order: sorts[0]!.id,
    compare: (a, b) => plan.facts(a).order - plan.facts(b).order || sorts[0]!.compare(a, b, plan),
  };
  return plan;
}

function keptToday(query: Query): Kept {
  const kept = keptFor(query.project);
  if (kept.today !== query.today) {
    kept.facts = new ItemTable();
    kept.states.fill(unknown);
    kept.counted = {};
  }
  kept.today = query.today;
  return kept;
}

/**
 * Notes what stands in this plan. Where nothing came or went and every edge is as it was, its shape is that of the one before.
 * Returns the numbers of the items that are others now.
 */
function takeIn(lists: Lists, query: Query, kept: Kept): readonly number[] {
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
function replaceEach(changed: Changed, kept: Kept): readonly number[] | undefined {
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
function touchedIn(changed: Changed, { lists, order }: Kept): readonly number[] {
  if (order === undefined) return [];
  const before = new Set(changed.flatMap(([base]) => lists.get(base) ?? []));
  const after = new Set(changed.flatMap(([, items]) => items));
  const others = [...before, ...after].filter((found) => !before.has(found) || !after.has(found));
  return others.map(({ number }) => number);
}

/** Notes all of them. False where other items stand there than before. */
function replaceAll(changed: Changed, kept: Kept): boolean {
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

function makeRoom(kept: Kept, lists: Changed): void {
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

type Lists = ReadonlyMap<string, readonly Found[]>;

/** Kept for as long as items stand and the day is the same, whatever happens to others. */
interface Kept {
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
  lists: Lists;
  edges: number;
  shape: Shape;
  readonly owners: Map<string, Owner | undefined>;
  order: Order | undefined;
}

const keptFor = memo(
  (_: object): Kept => ({
    ...{ today: "", facts: new ItemTable(), owners: new Map() },
    ...{ now: [], bases: [], states: [], counted: {}, met: [], meetings: 0, lists: new Map(), edges: -1, shape: {} },
    order: undefined,
  }),
);

/** Work of other teams has no row. Who was planned already in the same place is not asked again. */
function planned(items: readonly Found[], before: readonly Found[] = []): readonly Found[] {
  if (items === before) return items;
  for (let at = 0; at < items.length; at++) {
    const found = items[at]!;
    if (found !== before[at] && found.item.outside) return withoutOthers(items);
  }
  return items;
}

const withoutOthers = memo((items: readonly Found[]) => items.filter(({ item }) => !item.outside));

function readFacts(found: Found, query: Query, { owners }: Kept): Facts {
  const { base, phase, timeframe, isLate, isInTime } = itemFacts(query, found);
  const rank = textOf(found, "rank");
  const owner = textOf(found, "owner");
  if (owner !== undefined && !owners.has(owner)) {
    if (owners.size >= mostOwners) owners.clear();
    owners.set(owner, ownerOf(owner, query));
  }
  return {
    // Written out: each object that is spread may get a form of its own, in as much memory again.
    base,
    phase,
    timeframe,
    isLate,
    isInTime,
    order: roadmapKinds.indexOf(base === "prd" ? "feature" : base),
    rank: rank === undefined || Number.isNaN(Number(rank)) ? undefined : Number(rank),
    owner: owner === undefined ? undefined : owners.get(owner),
    team: textOf(found, "team")?.trim(),
  };
}

/** More names than a company has people are half written ones. */
const mostOwners = 5_000;

function once(lists: Iterable<readonly Found[]>, kept: Kept): readonly Found[] {
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

/** A slash parts the segments of an id and a tilde marks what is no key, so neither may stand in a key. */
export function segmentOf(key: string): string {
  return key.replace(/[%/~]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

function segmentIn(plan: Plan, found: Found): string {
  const { key } = found.item;
  const all = plan.query.named(key).filter((one) => one.item.key === key && plan.has(one));
  const before = all.indexOf(found);
  return before < 1 ? segmentOf(key) : `${segmentOf(key)}~${before + 1}`;
}

function ownerOf(text: string, query: Query): Owner | undefined {
  const written = readPeople(text)[0];
  if (written === undefined) return undefined;
  const identity = identify(written, query.config.people);
  const short = identity.person?.handle.replace(/^@/, "") ?? identity.label;
  return { ...identity, short };
}
