import { memo } from "../base/memo.ts";
import { Numbers } from "../workspace/numbers.ts";
import type { Query } from "../workspace/query.ts";

/**
 * The next free id of a kind: one more than the highest number that any item, former id or duplicate of it has, here or
 * among the ids that are `taken` elsewhere.
 */
export function nextId(query: Query, prefix: string, taken: Iterable<string> = none): string {
  const [here, elsewhere] = [query.highest(prefix), numbersIn(taken).highest(prefix)];
  const highest = Math.max(here.highest, elsewhere.highest);
  return `${prefix}-${String(highest + 1).padStart(Math.max(here.width, elsewhere.width), "0")}`;
}

const none: readonly string[] = [];

/** Completion asks for the next id of every kind with each key, and other branches may have thousands. */
const numbersIn = memo((names: Iterable<string>) => {
  const numbers = new Numbers();
  for (const name of names) numbers.put(name.toLowerCase());
  return numbers;
});
