import { isKind, type Schema } from "../model/schema.ts";
import type { Found } from "./query.ts";

/** What the files of a project define, all of it and by kind, in order of file and position. Patched file by file. */
export class Definitions {
  readonly #schema: Schema;
  readonly #files = new Map<string, readonly Found[]>();
  #size = 0;
  readonly #all = new Listed(this.#files, (path) => this.#definedIn(path));
  readonly #kinds = new Map<string, OfKind>();
  readonly #asked = new Map<string, Asked>();

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  get all(): readonly Found[] {
    return this.#all.list;
  }

  get size(): number {
    return this.#size;
  }

  /** All of it, file by file in any order: for those who need no list, which takes sorting. */
  get inFiles(): Iterable<readonly Found[]> {
    return this.#files.values();
  }

  /** Those of some kinds, and of kinds that extend them; one kind after the other. */
  of(kinds: readonly string[]): readonly Found[] {
    const name = kinds.join(" ");
    let asked = this.#asked.get(name);
    if (asked === undefined) {
      const schema = this.#schema;
      const named = [...schema.kinds.keys()].filter((kind) => isKind(schema, kind, kinds));
      this.#asked.set(name, (asked = { named, parts: [], list: none }));
    }
    const parts = asked.named
      .map((kind) => this.#kinds.get(kind)?.listed.list ?? none)
      .filter((part) => part.length > 0);
    if (parts.length === asked.parts.length && parts.every((part, at) => part === asked.parts[at])) return asked.list;
    // One kind's list stays the same object until that kind changes, so that what is made of it can be kept.
    const list = parts.length === 1 ? parts[0]! : none.concat(...parts);
    this.#asked.set(name, { ...asked, parts, list });
    return list;
  }

  /** What was answered may hold what has become others since. */
  letGo(): void {
    this.#asked.clear();
  }

  /** From now on a file defines these. */
  set(path: string, after: readonly Found[]): void {
    const before = this.#definedIn(path);
    this.#size += after.length - before.length;
    if (after.length > 0) this.#files.set(path, after);
    else this.#files.delete(path);
    this.#all.touch(path);
    const kinds = new Set<string>();
    for (const { item } of before) kinds.add(item.kind);
    for (const { item } of after) kinds.add(item.kind);
    for (const kind of kinds) {
      const { paths, listed } = this.#kindOf(kind);
      if (after.some(({ item }) => item.kind === kind)) paths.add(path);
      else paths.delete(path);
      listed.touch(path);
    }
  }

  #definedIn(path: string): readonly Found[] {
    return this.#files.get(path) ?? none;
  }

  /** The items of a kind are found among all of their files: a list of them for each file would be one more for most items. */
  #kindOf(kind: string): OfKind {
    let known = this.#kinds.get(kind);
    if (known === undefined) {
      const paths = new Set<string>();
      const isOne = ({ item }: Found): boolean => item.kind === kind;
      known = { paths, listed: new Listed(paths, (path) => this.#definedIn(path).filter(isOne)) };
      this.#kinds.set(kind, known);
    }
    return known;
  }
}

interface OfKind {
  /** Of the files that have any. */
  readonly paths: Set<string>;
  readonly listed: Listed;
}

/** What was answered for some kinds, and the lists that it was made of. */
interface Asked {
  readonly named: readonly string[];
  readonly parts: readonly (readonly Found[])[];
  readonly list: readonly Found[];
}

/** What stands in some files, as one list in order of path. */
class Listed {
  readonly #paths: { readonly keys: () => Iterable<string> };
  readonly #in: (path: string) => readonly Found[];
  /** Undefined where so many have changed that all of them are sorted anew, once somebody asks. */
  #list: readonly Found[] | undefined = none;
  /** The files that have changed since all of them were one list. */
  readonly #late = new Set<string>();

  /** `paths` are those of the files that have any, and `stand` gives what stands in one. */
  constructor(paths: { readonly keys: () => Iterable<string> }, stand: (path: string) => readonly Found[]) {
    this.#paths = paths;
    this.#in = stand;
  }

  get list(): readonly Found[] {
    let list = this.#list ?? [...this.#paths.keys()].sort().flatMap(this.#in);
    for (const path of this.#late) list = this.#patched(list, path);
    this.#late.clear();
    this.#list = list;
    return list;
  }

  /** Something else stands in a file from now on. */
  touch(path: string): void {
    if (this.#list === undefined) return;
    this.#late.add(path);
    if (this.#late.size <= few) return;
    this.#list = undefined;
    this.#late.clear();
  }

  /** While somebody types, one file of ten thousand is another one. */
  #patched(list: readonly Found[], path: string): readonly Found[] {
    const start = firstAt(list, (other) => other >= path);
    const end = firstAt(list, (other) => other > path);
    return list.slice(0, start).concat(this.#in(path), list.slice(end));
  }
}

/** The place of the first whose path is behind a point of the order. */
function firstAt(list: readonly Found[], isBehind: (path: string) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(list[middle]!.file.path)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** So many changes are sooner patched in one by one than sorted in with all others. */
const few = 16;

const none: readonly Found[] = [];
