import { Numbers } from "../workspace/numbers.ts";
import type { Query } from "../workspace/query.ts";

/**
 * The next free id of a kind: one more than the highest number that any item, former id or duplicate of it has, here or
 * among the ids that are `taken` elsewhere.
 */
export function nextId(query: Query, prefix: string, taken: Iterable<string> = []): string {
  const numbers = new Numbers();
  for (const name of taken) numbers.put(name.toLowerCase());
  const [here, elsewhere] = [query.highest(prefix), numbers.highest(prefix)];
  const highest = Math.max(here.highest, elsewhere.highest);
  return `${prefix}-${String(highest + 1).padStart(Math.max(here.width, elsewhere.width), "0")}`;
}
