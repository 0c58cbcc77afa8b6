import { isKind, type Schema } from "../model/schema.ts";
import type { Found } from "./query.ts";

/** What the files of a project define, all of it and by kind, in order of file and position. Patched file by file. */
export class Definitions {
  readonly #schema: Schema;
  readonly #all = new Files();
  readonly #kinds = new Map<string, Files>();
  readonly #asked = new Map<string, Asked>();

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  get all(): readonly Found[] {
    return this.#all.list;
  }

  get size(): number {
    return this.#all.size;
  }

  /** All of it, file by file in any order: for those who need no list, which takes sorting. */
  get inFiles(): Iterable<readonly Found[]> {
    return this.#all.inFiles;
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
    const parts = asked.named.map((kind) => this.#kinds.get(kind)?.list ?? none).filter((part) => part.length > 0);
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
    const kinds = new Map<string, Found[]>();
    for (const { item } of this.#all.get(path)) if (!kinds.has(item.kind)) kinds.set(item.kind, []);
    this.#all.set(path, after);
    for (const found of after) {
      const known = kinds.get(found.item.kind);
      if (known === undefined) kinds.set(found.item.kind, [found]);
      else known.push(found);
    }
    for (const [kind, found] of kinds) {
      let files = this.#kinds.get(kind);
      if (files === undefined) this.#kinds.set(kind, (files = new Files()));
      files.set(path, found);
    }
  }
}

/** What was answered for some kinds, and the lists that it was made of. */
interface Asked {
  readonly named: readonly string[];
  readonly parts: readonly (readonly Found[])[];
  readonly list: readonly Found[];
}

/** Lists by file, and all of them as one, in order of path. */
class Files {
  readonly #files = new Map<string, readonly Found[]>();
  /** Undefined where so many have changed that all of them are sorted anew, once somebody asks. */
  #list: readonly Found[] | undefined = none;
  /** The files that have changed since all of them were one list. */
  readonly #late = new Set<string>();
  #size = 0;

  /** How many there are in all files. */
  get size(): number {
    return this.#size;
  }

  get(path: string): readonly Found[] {
    return this.#files.get(path) ?? none;
  }

  get inFiles(): Iterable<readonly Found[]> {
    return this.#files.values();
  }

  get list(): readonly Found[] {
    let list = this.#list ?? [...this.#files.keys()].sort().flatMap((path) => this.#files.get(path)!);
    for (const path of this.#late) list = this.#patched(list, path);
    this.#late.clear();
    this.#list = list;
    return list;
  }

  set(path: string, found: readonly Found[]): void {
    this.#size += found.length - this.get(path).length;
    if (found.length > 0) this.#files.set(path, found);
    else this.#files.delete(path);
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
    return list.slice(0, start).concat(this.get(path), list.slice(end));
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
