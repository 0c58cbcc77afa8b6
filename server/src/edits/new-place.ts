import { globFolder } from "../base/glob.ts";
import { dirname, joinPath, stem } from "../base/path.ts";
import { fillTemplate } from "../base/template.ts";
import { slugOf } from "../base/text.ts";
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
  const others = documentsOf(query, kind);
  const id = newId(query, kind, others, taken);
  const slug = slugOf(title) || kind.name;
  const form = kind.idForm;
  const place = folder ?? folderOf(query, kind, others);
  const nameAs = form?.file ?? namedAs(kind, others);
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

/** The next free id of a kind, where it has numbers. */
export function nextOf(query: Query, kind: SchemaKind, taken?: Iterable<string>): string | undefined {
  return newId(query, kind, documentsOf(query, kind), taken);
}

function documentsOf(query: Query, { name }: SchemaKind): readonly Found[] {
  return query.ofKinds([name]).filter(({ item }) => item.site === "document" && item.kind === name);
}

function newId(query: Query, kind: SchemaKind, others: readonly Found[], taken?: Iterable<string>): string | undefined {
  const { format, field, file } = kind.idForm ?? {};
  // Its name is all that it goes by.
  if (file !== undefined && field === undefined && !file.includes("{n}")) return undefined;
  const prefix = (format === undefined ? undefined : idPrefix(format.replace("{n}", "0"))) ?? kind.prefixes[0];
  if (prefix !== undefined) return nextId(query, prefix, taken);
  if (file === undefined && field === undefined) return undefined;
  const numbers = others.flatMap(({ item }) => digitsAtEnd(item.id ?? "") ?? []);
  const width = Math.max(1, ...numbers.filter((digits) => digits.startsWith("0")).map(({ length }) => length));
  return String(Math.max(0, ...numbers.map(Number)) + 1).padStart(width, "0");
}

function saidAs({ idForm }: SchemaKind, id: string | undefined, n: string): NewPlace["says"] {
  if (id === undefined) return undefined;
  if (idForm === undefined) return ["id", id];
  return idForm.field === undefined ? undefined : [idForm.field, idForm.format?.includes("{n}") ? n : id];
}

/** Where most of its kind lie, else where its configuration looks for them, else a folder named after them. */
function folderOf(query: Query, kind: SchemaKind, others: readonly Found[]): string {
  const depth = kind.idForm?.file?.split("/").length ?? 1;
  const most = commonest(others.map(({ file }) => upFrom(file.path, depth)));
  if (most !== undefined) return most;
  const [pattern] = kind.match;
  if (pattern !== undefined) return globFolder(pattern);
  return !query.hasItems() ? "" : slugOf(kind.plural);
}

/** A template for the name: the pattern of its `match` that has one star, or as most of the others are named. */
function namedAs(kind: SchemaKind, others: readonly Found[]): string {
  const [pattern] = kind.match;
  const last = pattern?.slice(pattern.lastIndexOf("/") + 1) ?? "";
  if (/^[^*?[\]{}\\]*\*[^*?[\]{}\\]*\.md$/.test(last)) return last.replace("*", "{slug}");
  const forms = others.map(({ item, file }) => {
    const own = stem(file.path);
    const id = item.id ?? "";
    for (const [name, written] of [
      ["{id}", id],
      ["{lower}", id.toLowerCase()],
    ] as const) {
      if (id !== "" && own === written) return `${name}.md`;
      if (id !== "" && own.startsWith(`${written}-`)) return `${name}-{slug}.md`;
    }
    return "{slug}.md";
  });
  return commonest(forms) ?? "{slug}.md";
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
