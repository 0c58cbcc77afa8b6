import { allEdges } from "./edge-index.ts";
import { placeOf } from "./place.ts";
import type { Found, Query } from "./query.ts";

/**
 * The items that depend on themselves through others, each with the whole ring it is on, in an order that follows the
 * links. Tarjan's components, without recursion: a plan with 10,000 links in a row is ordinary input.
 */
export function dependencyCycles(items: readonly Found[], query: Query): ReadonlyMap<string, readonly Found[]> {
  const edges = allEdges(query);
  const needs = new Map<string, readonly Found[]>();
  for (const item of items) {
    const targets = edges
      .outgoing(item)
      .filter(({ name }) => name === "depends-on")
      .map(({ to }) => to);
    if (targets.length > 0) needs.set(placeOf(item), targets);
  }
  const rings = new Map<string, readonly Found[]>();
  const number = new Map<string, number>();
  const low = new Map<string, number>();
  const open: Found[] = [];
  const isOpen = new Set<string>();
  let next = 0;
  for (const start of items) {
    if (!needs.has(placeOf(start)) || number.has(placeOf(start))) continue;
    const path: { item: Found; at: number }[] = [];
    const enter = (item: Found): void => {
      const name = placeOf(item);
      number.set(name, next);
      low.set(name, next++);
      open.push(item);
      isOpen.add(name);
      path.push({ item, at: 0 });
    };
    enter(start);
    while (path.length > 0) {
      const step = path.at(-1)!;
      const name = placeOf(step.item);
      const target = needs.get(name)?.[step.at++];
      if (target !== undefined) {
        const other = placeOf(target);
        if (!number.has(other)) enter(target);
        else if (isOpen.has(other)) low.set(name, Math.min(low.get(name)!, number.get(other)!));
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) low.set(placeOf(above.item), Math.min(low.get(placeOf(above.item))!, low.get(name)!));
      if (low.get(name) === number.get(name)) closeComponent(step.item, open, isOpen, needs, rings);
    }
  }
  return rings;
}

function closeComponent(
  root: Found,
  open: Found[],
  isOpen: Set<string>,
  needs: ReadonlyMap<string, readonly Found[]>,
  rings: Map<string, readonly Found[]>,
): void {
  const members = new Set<string>();
  const component: Found[] = [];
  let member: Found;
  do {
    member = open.pop()!;
    isOpen.delete(placeOf(member));
    members.add(placeOf(member));
    component.push(member);
  } while (placeOf(member) !== placeOf(root));
  if (component.length < 2) return;
  let home: Home | undefined;
  for (const item of component) {
    const short = ring(item, members, needs, Math.min(component.length, large));
    rings.set(placeOf(item), short ?? wayHome(item, (home ??= homeOf(root, members, needs))));
  }
}

/** Items that may wait for each other before the shortest ring of each is no longer looked for everywhere. */
const large = 200;
/** Members that are kept of a ring that is very long: whoever reads it needs no more. */
const shown = 12;

/** The shortest way from an item back to itself inside its component, without the item; undefined when it is not found soon. */
function ring(
  start: Found,
  members: ReadonlySet<string>,
  needs: ReadonlyMap<string, readonly Found[]>,
  most: number,
): readonly Found[] | undefined {
  const cameFrom = new Map<string, Found>();
  const queue: Found[] = [start];
  for (let at = 0; at < queue.length && at <= most; at++) {
    const item = queue[at]!;
    for (const target of needs.get(placeOf(item)) ?? []) {
      if (placeOf(target) === placeOf(start)) return wayTo(item, start, cameFrom);
      if (!members.has(placeOf(target)) || cameFrom.has(placeOf(target))) continue;
      cameFrom.set(placeOf(target), item);
      queue.push(target);
    }
  }
  return undefined;
}

function wayTo(end: Found, start: Found, cameFrom: ReadonlyMap<string, Found>): readonly Found[] {
  const way: Found[] = [];
  for (let item = end; placeOf(item) !== placeOf(start); item = cameFrom.get(placeOf(item))!) way.push(item);
  return way.reverse();
}

/** One member of a large component, and for each of the others the next step on the way to it and the last on the way from it. */
interface Home {
  readonly root: Found;
  readonly to: ReadonlyMap<string, Found>;
  readonly from: ReadonlyMap<string, Found>;
}

function homeOf(root: Found, members: ReadonlySet<string>, needs: ReadonlyMap<string, readonly Found[]>): Home {
  const from = new Map<string, Found>();
  const waiting = new Map<string, Found[]>();
  const all = [root];
  for (let at = 0; at < all.length; at++) {
    const item = all[at]!;
    for (const target of needs.get(placeOf(item)) ?? []) {
      const name = placeOf(target);
      if (!members.has(name)) continue;
      const others = waiting.get(name);
      if (others === undefined) waiting.set(name, [item]);
      else others.push(item);
      if (name === placeOf(root) || from.has(name)) continue;
      from.set(name, item);
      all.push(target);
    }
  }
  const to = new Map<string, Found>();
  const back = [root];
  for (let at = 0; at < back.length; at++) {
    const target = back[at]!;
    for (const item of waiting.get(placeOf(target)) ?? []) {
      if (placeOf(item) === placeOf(root) || to.has(placeOf(item))) continue;
      to.set(placeOf(item), target);
      back.push(item);
    }
  }
  return { root, to, from };
}

/** From an item to the component's root and from there back to it, without the item; its beginning when that is very long. */
function wayHome(start: Found, { root, to, from }: Home): readonly Found[] {
  const way: Found[] = [];
  let item = to.get(placeOf(start));
  for (; item !== undefined && way.length < shown; item = to.get(placeOf(item))) way.push(item);
  if (way.length === shown) return way;
  const rest: Found[] = [];
  for (let last = from.get(placeOf(start)); last !== undefined && rest.length <= large; last = from.get(placeOf(last)))
    if (placeOf(last) !== placeOf(root)) rest.push(last);
  // Only the beginning of what is longer is to be had from this end; it is long enough as it is.
  return [...way, ...rest.reverse()];
}
