import { memo } from "../base/memo.ts";
import { idPrefix } from "../model/requirement-id.ts";
import type { Summary } from "../model/summary.ts";
import { namesOf } from "../workspace/contributions.ts";
import type { Found, Query } from "../workspace/query.ts";

/**
 * The next free id of a kind: one more than the highest number that any item, former id or duplicate of it has, here or
 * among the ids that are `taken` elsewhere.
 */
export function nextId(query: Query, prefix: string, taken: Iterable<string> = []): string {
  const here = numbersHere(query.items()).get(prefix) ?? none;
  const elsewhere = numbersOf(taken).get(prefix) ?? none;
  const highest = Math.max(here.highest, elsewhere.highest);
  return `${prefix}-${String(highest + 1).padStart(Math.max(here.width, elsewhere.width), "0")}`;
}

/** Made once for each version of the plan, out of what is known of each file. */
const numbersHere = memo((items: readonly Found[]): Numbers => {
  const all = new Map<string, Highest>();
  let last: Summary | undefined;
  for (const { file } of items) {
    if (file !== last) for (const [prefix, numbers] of numbersIn(file)) all.set(prefix, both(all.get(prefix), numbers));
    last = file;
  }
  return all;
});

/** By prefix, the highest number, and how many digits it is written with: `FEAT-007` is followed by `FEAT-008`. */
type Numbers = ReadonlyMap<string, Highest>;

interface Highest {
  readonly highest: number;
  readonly width: number;
}

const none: Highest = { highest: 0, width: 1 };

function both(one: Highest = none, other: Highest): Highest {
  return { highest: Math.max(one.highest, other.highest), width: Math.max(one.width, other.width) };
}

const numbersIn = memo(
  (file: Summary): Numbers => numbersOf(file.items.flatMap((_, index) => namesOf(file, index).map(({ name }) => name))),
);

function numbersOf(names: Iterable<string>): Numbers {
  const numbers = new Map<string, Highest>();
  for (const name of names) {
    const prefix = idPrefix(name);
    const digits = prefix === undefined ? "" : name.slice(prefix.length + 1);
    if (prefix === undefined || digits.length > 9) continue;
    const own = { highest: Number(digits), width: digits.startsWith("0") ? digits.length : 1 };
    numbers.set(prefix, both(numbers.get(prefix), own));
  }
  return numbers;
}
