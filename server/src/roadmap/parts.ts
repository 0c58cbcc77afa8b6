import { memo } from "../base/memo.ts";
import type { Found } from "../workspace/query.ts";
import { type Branch, lazily, nothing } from "./branch.ts";
import type { Shape } from "./kept-plan.ts";
import { type Nested, nest } from "./nest.ts";
import type { Plan } from "./project-plan.ts";

/** The documents and features that an item is a part of, as far as they can stand in a roadmap. */
export function parentsOf(plan: Plan, { number }: Found): readonly Found[] {
  const known = parents(plan.shape);
  let numbers = known.get(number);
  if (numbers === undefined) {
    const found = plan.now(number);
    numbers = ends(plan, found, "parent").flatMap((parent) => (parent === found ? [] : [parent.number]));
    known.set(number, numbers.length === 0 ? none : numbers);
  }
  return numbers.length === 0 ? none : numbers.map(plan.now);
}

const none: readonly never[] = [];

/** By number; asked over and over, while links seldom change. */
const parents = memo((_: Shape) => new Map<number, readonly number[]>());

/** What the links of one name lead to, as far as it can stand in a roadmap. */
export function ends(plan: Plan, found: Found, name: string): readonly Found[] {
  return plan.query.outgoing(found).flatMap((edge) => (edge.name === name && plan.has(edge.to) ? [edge.to] : []));
}

/** Features in order, parts below the nearest item around them that stands in the same group. */
export function nestParts(plan: Plan, items: readonly Found[]): Nested {
  return nestAsTheyStand(plan, plan.inOrder(items));
}

/** The same of items that are in order, or that are put in order afterwards. */
export function nestAsTheyStand(plan: Plan, items: readonly Found[]): Nested {
  const members = new Set(items);
  return nest(items, (item) => nearest(plan, item, members));
}

function nearest(plan: Plan, item: Found, members: ReadonlySet<Found>): Found | undefined {
  const direct = parentsOf(plan, item);
  if (direct.length === 0) return undefined;
  const next = direct.find((one) => members.has(one));
  if (next !== undefined) return next;
  const seen = new Set([item]);
  let level: readonly Found[] = [item];
  while (level.length > 0) {
    const above = [...new Set(level.flatMap((one) => parentsOf(plan, one)))].filter((one) => !seen.has(one));
    const hit = above.find((one) => members.has(one));
    if (hit !== undefined) return hit;
    for (const one of above) seen.add(one);
    level = above;
  }
  return undefined;
}

/** Items with their parts below them, and nothing else. */
export function plainBranches(plan: Plan, items: readonly Found[]): readonly Branch[] {
  const { roots, below } = nestParts(plan, items);
  const branch = (found: Found): Branch => {
    const parts = below(found);
    return { type: "item", found, below: parts.length === 0 ? nothing : lazily(() => parts.map(branch)) };
  };
  return roots.map(branch);
}
