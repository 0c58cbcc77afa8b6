import { memo } from "../base/memo.ts";
import type { Found } from "../workspace/query.ts";
import type { Shape } from "./kept-plan.ts";
import type { Nest, Nested } from "./nest.ts";
import { nestAsTheyStand, nestParts } from "./parts.ts";
import type { Plan } from "./project-plan.ts";

/**
 * The work for a goal, or for none, as `nestParts` has it. What stands below what is kept by number until a link changes, and
 * the order until something moves: a goal may have a thousand features, and the title of one of them is being typed.
 */
export function nestedWork(plan: Plan, work: readonly Found[], goal: number | undefined): Nest {
  const { places } = plan;
  if (places === undefined) return nestParts(plan, work);
  const kept = nests(plan.shape);
  let known = kept.get(goal);
  if (known === undefined) {
    const nested = nestAsTheyStand(plan, work);
    known = { unsorted: nested.hadRings ? undefined : numbered(nested, work), places: undefined, sorted: none };
    kept.set(goal, known);
  }
  if (known.places !== places) {
    const { unsorted } = known;
    known.sorted = unsorted === undefined ? numbered(nestParts(plan, work), work) : sorted(unsorted, plan);
    known.places = places;
  }
  const { roots, below } = known.sorted;
  return { roots: roots.map(plan.now), below: ({ number }) => below.get(number)?.map(plan.now) ?? [] };
}

interface Kept {
  /** As the work stood; undefined where it is the order that says what stands below what. */
  readonly unsorted: Numbered | undefined;
  places: object | undefined;
  sorted: Numbered;
}

const nests = memo((_: Shape) => new Map<number | undefined, Kept>());

interface Numbered {
  readonly roots: readonly number[];
  readonly below: ReadonlyMap<number, readonly number[]>;
}

const none: Numbered = { roots: [], below: new Map() };

function numbered({ roots, below }: Nested, items: readonly Found[]): Numbered {
  const parts = new Map<number, readonly number[]>();
  for (const item of items) {
    const own = below(item);
    if (own.length > 0) parts.set(item.number, numbersOf(own));
  }
  return { roots: numbersOf(roots), below: parts };
}

function sorted({ roots, below }: Numbered, plan: Plan): Numbered {
  const sort = (numbers: readonly number[]): readonly number[] =>
    numbers.length < 2 ? numbers : numbersOf(plan.inOrder(numbers.map(plan.now)));
  return { roots: sort(roots), below: new Map(Array.from(below, ([number, parts]) => [number, sort(parts)])) };
}

function numbersOf(items: readonly Found[]): readonly number[] {
  return items.map(({ number }) => number);
}
