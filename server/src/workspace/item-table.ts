import type { Found } from "./query.ts";

/**
 * Something about items, kept for as long as they stand. It lies in a list under their numbers, because a plan of ten thousand
 * items is gone through many times while somebody types.
 */
export class ItemTable<T> {
  readonly #found: (Found | undefined)[] = [];
  readonly #values: (T | undefined)[] = [];

  get(found: Found): T | undefined {
    return this.#found[found.number] === found ? this.#values[found.number] : undefined;
  }

  has(found: Found): boolean {
    return this.#found[found.number] === found;
  }

  forget({ number }: Found): void {
    if (number < this.#found.length) this.#found[number] = this.#values[number] = undefined;
  }

  set(found: Found, value: T): T {
    // A list with holes is no list for the engine that runs this.
    while (this.#found.length <= found.number) {
      this.#found.push(undefined);
      this.#values.push(undefined);
    }
    this.#found[found.number] = found;
    this.#values[found.number] = value;
    return value;
  }
}
