import { Few } from "./few.ts";

/** Whether two plain values (primitives, arrays, maps, records) are the same in content. */
export function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let index = 0; index < a.length; index++) if (!equal(a[index], b[index])) return false;
    return true;
  }
  if (isMap(a)) {
    if (!isMap(b) || a.size !== b.size) return false;
    for (const [key, value] of a) if (!b.has(key) || !equal(value, b.get(key))) return false;
    return true;
  }
  // Asked of every item with every key that somebody presses: nothing is made for the comparison.
  let more = 0;
  for (const key in a) {
    if (!(key in b) || !equal(a[key as keyof typeof a], b[key as keyof typeof b])) return false;
    more++;
  }
  for (const _ in b) more--;
  return more === 0;
}

function isMap(value: object): value is ReadonlyMap<unknown, unknown> {
  return value instanceof Map || value instanceof Few;
}
