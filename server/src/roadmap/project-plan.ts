import type { Found, Query } from "../workspace/query.ts";
import { type Facts, readFacts } from "./facts.ts";
import { isPlanned, type KeptPlan, keptToday, once, planned, type Shape, takeIn } from "./kept-plan.ts";
import { Order } from "./order.ts";
import { sorts } from "./sorts.ts";
import { roadmapKinds, type State, stateOf } from "./states.ts";

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
  const has = (number: number): boolean => isPlanned(number, kept);
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
function count(touched: readonly number[], plan: Plan, kept: KeptPlan): void {
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

function makePlan(query: Query, kept: KeptPlan, { shape, of, has, state, inOrder, arrange }: Own): Plan {
  const plan: Plan = {
    ...{ query, shape, of, has, state, inOrder, arrange },
    now: (number) => kept.now[number]!,
    facts: (found) => kept.facts.get(found) ?? kept.facts.set(found, readFacts(found, query, kept.owners)),
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
