/** Which files look at which keys. A hundred thousand keys are looked at by one file each: those take no set of their own. */
export class Readers {
  readonly #slots = new Map<string, Slot>();
  readonly #looks = new Map<string, readonly Slot[]>();

  of(key: string): Iterable<string> {
    const paths = this.#slots.get(key)?.paths;
    return typeof paths === "string" ? [paths] : (paths ?? nobody);
  }

  /** A file looks at these keys from now on, and at no others. */
  set(path: string, keys: Iterable<string>): void {
    const after: Slot[] = [];
    for (const key of keys) {
      let slot = this.#slots.get(key);
      if (slot === undefined) this.#slots.set(key, (slot = { key, paths: path }));
      else if (typeof slot.paths !== "string") slot.paths.add(path);
      else if (slot.paths !== path) slot.paths = new Set([slot.paths, path]);
      after.push(slot);
    }
    const before = this.#looks.get(path);
    if (after.length > 0) this.#looks.set(path, after.slice());
    else this.#looks.delete(path);
    if (before === undefined) return;
    const kept = new Set(after);
    for (const slot of before) if (!kept.has(slot)) this.#leave(slot, path);
  }

  #leave(slot: Slot, path: string): void {
    if (typeof slot.paths !== "string") slot.paths.delete(path);
    if (typeof slot.paths === "string" || slot.paths.size === 0) this.#slots.delete(slot.key);
  }
}

interface Slot {
  readonly key: string;
  /** The one that looks at it, or all of them. */
  paths: string | Set<string>;
}

const nobody: ReadonlySet<string> = new Set();
