/**
 * A map of few entries that never changes, in a fifth of the memory of a `Map`: the list of its names may be shared with
 * others, and a single value stands for itself.
 *
 *     new Few(["owner", "team"], ["ana", "pay"]).get("team"); // "pay"
 */
export class Few<Value> implements ReadonlyMap<string, Value> {
  readonly #names: readonly string[];
  /** The value itself where there is one name. */
  readonly #values: Value | readonly Value[];

  /** As many values as names, and no name twice. */
  constructor(names: readonly string[], values: readonly Value[]) {
    this.#names = names;
    this.#values = values.length === 1 ? values[0]! : values;
  }

  get size(): number {
    return this.#names.length;
  }

  get(name: string): Value | undefined {
    const names = this.#names;
    if (names.length === 1) return names[0] === name ? (this.#values as Value) : undefined;
    for (let at = 0; at < names.length; at++) if (names[at] === name) return (this.#values as readonly Value[])[at];
    return undefined;
  }

  has(name: string): boolean {
    return this.#names.includes(name);
  }

  forEach(hear: (value: Value, name: string, map: ReadonlyMap<string, Value>) => void): void {
    const names = this.#names;
    if (names.length === 1) hear(this.#values as Value, names[0]!, this);
    else for (let at = 0; at < names.length; at++) hear((this.#values as readonly Value[])[at]!, names[at]!, this);
  }

  keys(): MapIterator<string> {
    return this.#names.values();
  }

  values(): MapIterator<Value> {
    return (this.size === 1 ? [this.#values as Value] : (this.#values as readonly Value[])).values();
  }

  entries(): MapIterator<[string, Value]> {
    const values = this.size === 1 ? [this.#values as Value] : (this.#values as readonly Value[]);
    return this.#names.map((name, at): [string, Value] => [name, values[at]!]).values();
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }
}
