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
  for (const item of component) rings.set(placeOf(item), ring(item, members, needs));
}

/** The shortest way from an item back to itself inside its component, without the item. */
function ring(
  start: Found,
  members: ReadonlySet<string>,
  needs: ReadonlyMap<string, readonly Found[]>,
): readonly Found[] {
  const cameFrom = new Map<string, Found>();
  const queue: Found[] = [start];
  for (let at = 0; at < queue.length; at++) {
    const item = queue[at]!;
    for (const target of needs.get(placeOf(item)) ?? []) {
      if (placeOf(target) === placeOf(start)) return wayTo(item, start, cameFrom);
      if (!members.has(placeOf(target)) || cameFrom.has(placeOf(target))) continue;
      cameFrom.set(placeOf(target), item);
      queue.push(target);
    }
  }
  return [];
}

function wayTo(end: Found, start: Found, cameFrom: ReadonlyMap<string, Found>): readonly Found[] {
  const way: Found[] = [];
  for (let item = end; placeOf(item) !== placeOf(start); item = cameFrom.get(placeOf(item))!) way.unshift(item);
  return way;
}
