import { globFolder, globMatcher } from "../base/glob.ts";
import { memo } from "../base/memo.ts";
import { dirname, joinPath, stem } from "../base/path.ts";
import { fillTemplate } from "../base/template.ts";
import { fileSlugOf, slugOf } from "../base/text.ts";
import type { Config } from "../model/config.ts";
import { idPrefix } from "../model/requirement-id.ts";
import type { SchemaKind } from "../model/schema.ts";
import type { Found, Query } from "../workspace/query.ts";
import { nextId } from "./next-id.ts";

/** Where a new document lies, and what it goes by there. */
export interface NewPlace {
  readonly path: string;
  /** The field and the value that say its id; undefined where its path does, or where its kind has no ids. */
  readonly says: readonly [field: string, value: string] | undefined;
  /** Undefined where the kind has no numbers. */
  readonly id: string | undefined;
}

export interface NewPlaceWish {
  readonly title: string;
  /** From the project's folder; undefined where the others of its kind say where it goes. */
  readonly folder?: string;
  /** Ids that others have taken where this workspace does not see them. */
  readonly taken?: Iterable<string>;
}

/**
 * The next free id, and a path that nothing lies at: in the folder where most documents of the kind are, else where the
 * kind's `match` looks; under a name as its `id` says, else as the others are named.
 */
export function newPlace(query: Query, kind: SchemaKind, { title, folder, taken }: NewPlaceWish): NewPlace {
  const id = nextOf(query, kind, taken);
  const slug = fileSlugOf(title) || kind.name;
  const form = kind.idForm;
  const place = folder ?? folderOf(query, kind);
  const nameAs = form?.file ?? namedAs(query, kind);
  const number = id === undefined ? undefined : digitsAtEnd(id);
  const start = Number(number ?? 1);
  for (let more = 0; ; more++) {
    // Where the number is a part of the name, a file in the way has taken the number too.
    const isNumbered = number !== undefined && nameAs.includes("{n}");
    const n = isNumbered ? String(start + more).padStart(number.length, "0") : (number ?? "1");
    const own = id === undefined || number === undefined ? id : `${id.slice(0, -number.length)}${n}`;
    const values = { n, slug: more === 0 || isNumbered ? slug : `${slug}-${more + 1}`, id: own ?? slug };
    const path = joinPath(place, fillTemplate(nameAs, { ...values, lower: values.id.toLowerCase() }) ?? `${slug}.md`);
    if (query.exists(path) !== true) return { path, id: own, says: saidAs(kind, own, n) };
  }
}

/** How the documents of a kind lie and are named, kept for as long as none of them changes: a menu asks for every kind. */
function habitsOf(query: Query, { name }: SchemaKind): Habits {
  const items = query.ofKinds([name]);
  const known = habits(items);
  let own = known.get(name);
  if (own === undefined) {
    own = new Habits(items.filter(({ item }) => item.site === "document" && item.kind === name));
    known.set(name, own);
  }
  return own;
}

const habits = memo((_: readonly Found[]) => new Map<string, Habits>());

class Habits {
  readonly others: readonly Found[];
  readonly #folders = new Map<number, string | undefined>();
  #name: string | undefined;

  constructor(others: readonly Found[]) {
    this.others = others;
  }

  /** Where most of them lie, so many folders up. */
  folder(depth: number): string | undefined {
    if (!this.#folders.has(depth))
      this.#folders.set(depth, commonest(this.others.map(({ file }) => upFrom(file.path, depth))));
    return this.#folders.get(depth);
  }

  /** A template for the name, as most of them are named. */
  get name(): string {
    this.#name ??= commonest(this.others.map(formOfName)) ?? "{slug}.md";
    return this.#name;
  }
}

function formOfName({ item: { id = "" }, file: { path } }: Found): string {
  const own = stem(path);
  for (const [name, written] of [
    ["{id}", id],
    ["{lower}", id.toLowerCase()],
  ] as const) {
    if (written === "" || !own.startsWith(written)) continue;
    if (own.length === written.length) return `${name}.md`;
    if (own[written.length] === "-") return `${name}-{slug}.md`;
  }
  return "{slug}.md";
}

/** The next free id of a kind, where it has numbers. */
export function nextOf(query: Query, kind: SchemaKind, taken?: Iterable<string>): string | undefined {
  const { format, field, file } = kind.idForm ?? {};
  // Its name is all that it goes by.
  if (file !== undefined && field === undefined && !file.includes("{n}")) return undefined;
  const prefix = (format === undefined ? undefined : idPrefix(format.replace("{n}", "0"))) ?? kind.prefixes[0];
  if (prefix !== undefined) return nextId(query, prefix, taken);
  if (file === undefined && field === undefined) return undefined;
  const numbers = habitsOf(query, kind).others.flatMap(({ item }) => digitsAtEnd(item.id ?? "") ?? []);
  const width = Math.max(1, ...numbers.filter((digits) => digits.startsWith("0")).map(({ length }) => length));
  return String(Math.max(0, ...numbers.map(Number)) + 1).padStart(width, "0");
}

function saidAs({ idForm }: SchemaKind, id: string | undefined, n: string): NewPlace["says"] {
  if (id === undefined) return undefined;
  if (idForm === undefined) return ["id", id];
  return idForm.field === undefined ? undefined : [idForm.field, idForm.format?.includes("{n}") ? n : id];
}

/** Where most of its kind lie, else where its configuration looks for them, else a folder named after them. */
function folderOf(query: Query, kind: SchemaKind): string {
  const most = habitsOf(query, kind).folder(kind.idForm?.file?.split("/").length ?? 1);
  if (most !== undefined) return most;
  const [pattern] = kind.match;
  if (pattern !== undefined) return globFolder(pattern);
  return lookedInto(query.hasItems() ? slugOf(kind.plural) : "", query.config);
}

/** The folder where it is looked for documents, else one of that name where that is done, or where that is done at all. */
function lookedInto(folder: string, config: Config): string {
  const isTaken = takes(config);
  const bases = config.files.map(globFolder);
  const places = [folder, ...bases.map((base) => joinPath(base, folder)), ...bases];
  return places.find((place) => isTaken(joinPath(place, "a.md"))) ?? folder;
}

const takes = memo(({ files, ignore }: Config) => {
  const [isTaken, isIgnored] = [globMatcher(files), globMatcher(ignore)];
  return (path: string): boolean => isTaken(path) && !isIgnored(path);
});

/** A template for the name: the pattern of its `match` that has one star, or as most of the others are named. */
function namedAs(query: Query, kind: SchemaKind): string {
  const [pattern] = kind.match;
  const last = pattern?.slice(pattern.lastIndexOf("/") + 1) ?? "";
  if (/^[^*?[\]{}\\]*\*[^*?[\]{}\\]*\.md$/.test(last)) return last.replace("*", "{slug}");
  return habitsOf(query, kind).name;
}

function digitsAtEnd(id: string): string | undefined {
  let start = id.length;
  while (start > 0 && id.charCodeAt(start - 1) >= 48 && id.charCodeAt(start - 1) <= 57) start--;
  return start === id.length ? undefined : id.slice(start);
}

function upFrom(path: string, depth: number): string {
  let folder = path;
  for (let at = 0; at < depth; at++) folder = dirname(folder);
  return folder;
}

/** What occurs most often; of several, the first in order. */
function commonest(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}
