import { sortInSteps } from "../base/sort-steps.ts";
import type { Found } from "../workspace/query.ts";

/** What an order is made of. */
export interface Ordered {
  now(number: number): Found;
  compare(a: Found, b: Found): number;
}

/**
 * All items of a plan in its order, patched while they come, go and change: so a list of them is put in order by comparing
 * numbers. Items that nothing tells apart have one place.
 */
export class Order {
  /** The numbers of the items. */
  readonly #sorted: number[];
  /** By place, whether nothing tells it from the one before. */
  readonly #isTied: boolean[];
  readonly #places: number[] = [];
  #moment: object = {};

  private constructor(sorted: number[], plan: Ordered) {
    this.#sorted = sorted;
    this.#isTied = sorted.map((_, at) => this.#isTiedAt(at, plan));
    this.#count(0, sorted.length);
  }

  /** Sorts them in small steps. */
  static *of(numbers: readonly number[], plan: Ordered): Generator<void, Order, void> {
    const compare = (a: number, b: number): number => plan.compare(plan.now(a), plan.now(b));
    return new Order([...(yield* sortInSteps(numbers, compare))], plan);
  }

  /** The same for as long as everything stands where it stands. */
  get moment(): object {
    return this.#moment;
  }

  sort(items: readonly Found[]): readonly Found[] {
    return items.toSorted((a, b) => this.#places[a.number]! - this.#places[b.number]!);
  }

  /** The items of these numbers have become others, have come or gone. */
  patch(touched: readonly number[], has: (number: number) => boolean, plan: Ordered): void {
    if (touched.every((number) => has(number) && this.#isInPlace(number, plan))) return;
    this.#moment = {};
    const before = this.#sorted.length;
    let [from, to] = [before, 0];
    const place = (number: number) => this.#places[number] ?? 0;
    // From the last to the first, so that the others stay in their places until they are taken out.
    const others = [...new Set(touched)].sort((a, b) => place(b) - place(a));
    for (const at of [
      ...others.map((number) => this.#remove(number)),
      ...others.map((number) => (has(number) ? this.#insert(number, plan) : undefined)),
    ]) {
      if (at !== undefined) [from, to] = [Math.min(from, at), Math.max(to, at)];
    }
    // Where as many came as went, nothing has moved behind the last of them.
    this.#count(from, this.#sorted.length === before ? to + others.length : this.#sorted.length);
  }

  #isInPlace(number: number, plan: Ordered): boolean {
    const at = this.#places[number];
    if (at === undefined || this.#sorted[at] !== number || this.#isTied[at + 1] === true) return false;
    const [before, after] = [this.#sorted[at - 1], this.#sorted[at + 1]];
    const found = plan.now(number);
    return (
      (before === undefined || plan.compare(plan.now(before), found) < 0) &&
      (after === undefined || plan.compare(found, plan.now(after)) < 0)
    );
  }

  /** Where it stood. */
  #remove(number: number): number | undefined {
    let at = this.#places[number];
    if (at === undefined) return undefined;
    while (this.#sorted[at] !== number && this.#isTied[at + 1] === true) at++;
    if (this.#sorted[at] !== number) return undefined;
    this.#sorted.splice(at, 1);
    const [isTied] = this.#isTied.splice(at, 1);
    // What was like the one before it is like the one behind it.
    if (at < this.#isTied.length) this.#isTied[at] &&= isTied!;
    return at;
  }

  /** Where it stands. */
  #insert(number: number, plan: Ordered): number {
    const found = plan.now(number);
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (plan.compare(plan.now(this.#sorted[middle]!), found) <= 0) low = middle + 1;
      else high = middle;
    }
    this.#sorted.splice(low, 0, number);
    this.#isTied.splice(low, 0, this.#isTiedAt(low, plan));
    return low;
  }

  #isTiedAt(at: number, plan: Ordered): boolean {
    return at > 0 && plan.compare(plan.now(this.#sorted[at - 1]!), plan.now(this.#sorted[at]!)) === 0;
  }

  /** Gives what stands at these positions its place, and what is like the last of it. */
  #count(from: number, to: number): void {
    for (let at = from; at < this.#sorted.length && (at <= to || this.#isTied[at]); at++) {
      const number = this.#sorted[at]!;
      while (this.#places.length <= number) this.#places.push(0);
      this.#places[number] = this.#isTied[at] ? this.#places[this.#sorted[at - 1]!]! : at;
    }
  }
}
