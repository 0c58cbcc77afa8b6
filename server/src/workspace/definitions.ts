import { isKind, type Schema } from "../model/schema.ts";
import type { Found } from "./query.ts";

/** What the files of a project define, all of it and by kind, in order of file and position. Patched file by file. */
export class Definitions {
  readonly #schema: Schema;
  readonly #all = new Files();
  readonly #kinds = new Map<string, Files>();
  readonly #asked = new Map<string, readonly Found[]>();

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  get all(): readonly Found[] {
    return this.#all.list;
  }

  get size(): number {
    return this.#all.size;
  }

  /** Those of some kinds, and of kinds that extend them; one kind after the other. */
  of(kinds: readonly string[]): readonly Found[] {
    const name = kinds.join(" ");
    let list = this.#asked.get(name);
    if (list === undefined) {
      const schema = this.#schema;
      const named = [...schema.kinds.keys()].filter((kind) => isKind(schema, kind, kinds));
      const files = named.flatMap((kind) => this.#kinds.get(kind) ?? []);
      // One kind's list stays the same object until that kind changes, so that what is made of it can be kept.
      list = files.length === 1 ? files[0]!.list : files.flatMap((one) => one.list);
      this.#asked.set(name, list);
    }
    return list;
  }

  /** From now on a file defines these. */
  set(path: string, after: readonly Found[]): void {
    const kinds = new Map<string, Found[]>();
    for (const { item } of this.#all.get(path)) if (!kinds.has(item.kind)) kinds.set(item.kind, []);
    this.#all.set(path, after);
    this.#asked.clear();
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

/** Lists by file, and all of them as one. */
class Files {
  readonly #files = new Map<string, readonly Found[]>();
  #paths: readonly string[] | undefined;
  #list: readonly Found[] | undefined;
  #size = 0;

  /** How many there are in all files. */
  get size(): number {
    return this.#size;
  }

  get(path: string): readonly Found[] {
    return this.#files.get(path) ?? none;
  }

  get list(): readonly Found[] {
    if (this.#list !== undefined) return this.#list;
    this.#paths ??= [...this.#files.keys()].sort();
    const all: Found[] = [];
    for (const path of this.#paths) for (const found of this.#files.get(path)!) all.push(found);
    this.#list = all;
    return all;
  }

  set(path: string, found: readonly Found[]): void {
    this.#size += found.length - this.get(path).length;
    if (found.length > 0 ? !this.#files.has(path) : this.#files.has(path)) this.#paths = undefined;
    if (found.length > 0) this.#files.set(path, found);
    else this.#files.delete(path);
    this.#list = undefined;
  }
}

const none: readonly Found[] = [];
