import type { Found } from "../workspace/query.ts";

/** Items arranged below each other: every one stands in exactly one place. */
export interface Nest {
  readonly roots: readonly Found[];
  below(found: Found): readonly Found[];
}

export interface Nested extends Nest {
  /** Whether some were parts of each other: then the order says what stands below what. */
  readonly hadRings: boolean;
}

/** Nobody opens more rows below each other; what lies deeper stands at the top again. */
const deepest = 30;

/**
 * Puts each item below the one that `parentOf` names, as long as that is one of them. Items that are parts of each other
 * would stand nowhere: the first of such a ring becomes a root. The order of `items` is kept.
 */
export function nest(items: readonly Found[], parentOf: (found: Found) => Found | undefined): Nested {
  const members = new Set(items);
  const parents = new Map<Found, Found>();
  for (const item of items) {
    const parent = parentOf(item);
    if (parent !== undefined && parent !== item && members.has(parent)) parents.set(item, parent);
  }
  const hadRings = parents.size > 0 && cutRings(items, parents);
  const depths = new Map<Found, number>();
  const roots: Found[] = [];
  const below = new Map<Found, Found[]>();
  for (const item of items) {
    const parent = depthOf(item, parents, depths) % deepest === 0 ? undefined : parents.get(item);
    if (parent === undefined) roots.push(item);
    else if (below.has(parent)) below.get(parent)!.push(item);
    else below.set(parent, [item]);
  }
  return { roots, below: (found) => below.get(found) ?? none, hadRings };
}

const none: readonly Found[] = [];

/** Whether there were any. */
function cutRings(items: readonly Found[], parents: Map<Found, Found>): boolean {
  let isCut = false;
  const walked = new Map<Found, Found>();
  const position = new Map(items.map((item, at) => [item, at]));
  for (const start of items) {
    const way: Found[] = [];
    let at: Found | undefined = start;
    while (at !== undefined && !walked.has(at)) {
      walked.set(at, start);
      way.push(at);
      at = parents.get(at);
    }
    if (at === undefined || walked.get(at) !== start) continue;
    const ring = way.slice(way.indexOf(at));
    parents.delete(ring.reduce((first, item) => (position.get(item)! < position.get(first)! ? item : first)));
    isCut = true;
  }
  return isCut;
}

/** How many items it stands below. */
function depthOf(item: Found, parents: ReadonlyMap<Found, Found>, depths: Map<Found, number>): number {
  const way: Found[] = [];
  let at: Found | undefined = item;
  while (at !== undefined && !depths.has(at)) {
    way.push(at);
    at = parents.get(at);
  }
  let depth = at === undefined ? -1 : depths.get(at)!;
  for (const one of way.reverse()) depths.set(one, ++depth);
  return depths.get(item)!;
}
