/** Which files look at which keys. */
export class Readers {
  readonly #paths = new Map<string, Set<string>>();

  of(key: string): Iterable<string> {
    return this.#paths.get(key) ?? nobody;
  }

  /** A file looks at other keys now than before. */
  replace(path: string, before: ReadonlySet<string>, after: ReadonlySet<string>): void {
    for (const key of before) {
      const paths = after.has(key) ? undefined : this.#paths.get(key);
      if (paths?.delete(path) && paths.size === 0) this.#paths.delete(key);
    }
    for (const key of after) {
      const paths = this.#paths.get(key);
      if (paths === undefined) this.#paths.set(key, new Set([path]));
      else paths.add(path);
    }
  }
}

const nobody: ReadonlySet<string> = new Set();
