import { lowerBound } from "../base/near-words.ts";

/**
 * Names in order, by their length: so that nobody looks at words which are too long or too short. Those of a length are put
 * in order when somebody asks for them, and not before.
 */
export class NamesByLength {
  readonly #lengths = new Map<number, Names>();

  /** A name has come or gone. */
  move(name: string): void {
    const names = this.#lengths.get(name.length);
    if (names === undefined) this.#lengths.set(name.length, { sorted: [], moved: new Set([name]) });
    else names.moved.add(name);
  }

  /** Those of a length that are there now. */
  of(length: number, isThere: (name: string) => boolean): readonly string[] {
    const names = this.#lengths.get(length);
    if (names === undefined) return none;
    if (names.moved.size > few) names.sorted = merged(names, isThere);
    else for (const name of names.moved) patch(names.sorted, name, isThere(name));
    names.moved.clear();
    return names.sorted;
  }

  *all(isThere: (name: string) => boolean): IterableIterator<readonly string[]> {
    for (const length of this.#lengths.keys()) yield this.of(length, isThere);
  }
}

interface Names {
  sorted: string[];
  /** Those that have come or gone since all were put in order. */
  readonly moved: Set<string>;
}

const none: readonly string[] = [];

/** So many are sooner put in their places one by one than all together. */
const few = 16;

function patch(sorted: string[], name: string, isThere: boolean): void {
  const at = lowerBound(sorted, name);
  const stands = sorted[at] === name;
  if (isThere !== stands) sorted.splice(at, stands ? 1 : 0, ...(stands ? [] : [name]));
}

function merged({ sorted, moved }: Names, isThere: (name: string) => boolean): string[] {
  const fresh = [...moved].filter(isThere).sort();
  if (sorted.length === 0) return fresh;
  const all: string[] = [];
  let at = 0;
  for (const name of sorted) {
    if (moved.has(name)) continue;
    while (at < fresh.length && fresh[at]! < name) all.push(fresh[at++]!);
    all.push(name);
  }
  while (at < fresh.length) all.push(fresh[at++]!);
  return all;
}
