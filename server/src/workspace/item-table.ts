import { longer } from "../base/longer.ts";
import type { Found } from "./query.ts";

/**
 * Something about items, kept for as long as they stand. It lies in a list under their numbers, because a plan of ten thousand
 * items is gone through many times while somebody types.
 */
export class ItemTable<T> {
  #found: (Found | undefined)[] = [];
  #values: (T | undefined)[] = [];

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
    if (this.#found.length <= found.number) {
      this.#found = longer(this.#found, found.number + 1, undefined);
      this.#values = longer(this.#values, found.number + 1, undefined);
    }
    this.#found[found.number] = found;
    this.#values[found.number] = value;
    return value;
  }
}
