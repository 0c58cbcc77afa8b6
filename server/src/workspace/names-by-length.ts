import { lowerBound } from "../base/near-words.ts";
import { sortInSteps } from "../base/sort-steps.ts";

/**
 * Names in order, by their length: so that nobody looks at words which are too long or too short. Those of a length are put
 * in order when somebody asks for them, and not before.
 */
export class NamesByLength {
  readonly #lengths = new Map<number, Names>();

  /** A name has come, or it has gone. */
  move(name: string, isThere: boolean): void {
    let names = this.#lengths.get(name.length);
    if (names === undefined) this.#lengths.set(name.length, (names = { sorted: [], moved: new Set() }));
    const { sorted, moved, taken } = names;
    // What came and went since all were put in order need not be known: nobody may ever ask for names as long as a title.
    if (taken === undefined && isThere === (sorted[lowerBound(sorted, name)] === name)) moved.delete(name);
    else moved.add(name);
  }

  /** Those of a length that are there now. */
  of(length: number, isThere: (name: string) => boolean): readonly string[] {
    const names = this.#lengths.get(length);
    if (names === undefined) return none;
    if (names.taken !== undefined) {
      for (const name of names.taken) names.moved.add(name);
      names.taken = undefined;
    }
    if (names.moved.size > few) names.sorted = merged(names, isThere);
    else for (const name of names.moved) patch(names.sorted, name, isThere(name));
    names.moved.clear();
    return names.sorted;
  }

  /** Puts all of them in order in small steps, before somebody has to wait for it; names may come and go meanwhile. */
  *arrange(isThere: (name: string) => boolean): IterableIterator<void> {
    for (const names of this.#lengths.values()) {
      if (names.sorted.length > 0 || names.taken !== undefined) continue;
      const taken = names.moved;
      [names.taken, names.moved] = [taken, new Set()];
      const sorted = yield* sortInSteps([...taken].filter(isThere), inOrder);
      if (names.taken !== taken) continue;
      [names.taken, names.sorted] = [undefined, [...sorted]];
    }
  }

  *all(isThere: (name: string) => boolean): IterableIterator<readonly string[]> {
    for (const length of this.#lengths.keys()) yield this.of(length, isThere);
  }
}

interface Names {
  sorted: string[];
  /** Those that have come or gone since all were put in order. */
  moved: Set<string>;
  /** Those of them that are being put in order, step by step. */
  taken?: ReadonlySet<string> | undefined;
}

const none: readonly string[] = [];

/** As a list of words is sorted where nothing else is said. */
function inOrder(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

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
