import type { Day } from "../base/day.ts";
import { idPrefix } from "../model/requirement-id.ts";
import { type Item, type Summary, siteStrength, type Target } from "../model/summary.ts";

/** What goes by a name: an item by its id, by a former id or by its file's stem; or a file that is no spec, by its stem. */
export interface Bearer {
  readonly path: string;
  readonly index: number;
  readonly as: "id" | "alias" | "stem" | "file";
  /** How strong the site of the item is, see `siteStrength`; 0 for a file. */
  readonly strength: number;
}

/** A link in a file, to something that is named elsewhere. */
export interface Referrer {
  readonly path: string;
  readonly index: number;
  readonly field: string;
  /** Index in the field's links. */
  readonly at: number;
}

/** Ids, former ids and stems are one namespace for looking up, and case is ignored. */
export const nameKey = (name: string): string => `name:${name.toLowerCase()}`;
/** The name that a key is of, in lower case. */
export const nameIn = (key: string): string | undefined => (key.startsWith("name:") ? key.slice(5) : undefined);
export const pathKey = (path: string): string => `path:${path}`;
/** The path that a key is of. */
export const pathIn = (key: string): string | undefined => (key.startsWith("path:") ? key.slice(5) : undefined);
export const itemKey = (path: string, index: number): string => `item:${path}#${index}`;
/** The place of the item that a key names; undefined for other keys. */
export const itemPlace = (key: string): string | undefined => (key.startsWith("item:") ? key.slice(5) : undefined);
/** The edges of the item at a place. */
export const edgesKey = (path: string, index: number): string => `edges:${path}#${index}`;
/** Which items of a file stand in which. */
export const insideKey = (path: string): string => `inside:${path}`;
export const prefixKey = (prefix: string): string => `prefix:${prefix}`;
/** The ring of dependencies that the item at a place is on. */
export const ringKey = (place: string): string => `ring:${place}`;
/** Whether a day is past. */
export const dayKey = (day: Day): string => `day:${day}`;
/** The day; undefined for other keys. */
export const dayIn = (key: string): Day | undefined => (key.startsWith("day:") ? Number(key.slice(4)) : undefined);
export const isRingKey = (key: string): boolean => key.startsWith("ring:");
/** What somebody most likely meant with a word. */
export const nearKey = (word: string): string => `near:${word.toLowerCase()}`;
/** The word in lower case; undefined for other keys. */
export const nearWord = (key: string): string | undefined => (key.startsWith("near:") ? key.slice(5) : undefined);
/** Who links to a name, or to a path. */
export const referrerKey = (nameOrPath: string): string => `to:${nameOrPath}`;

/** The keys under which the links to a target are found, that stand in `file`. */
function targetKeys(target: Target, file: Summary): readonly string[] {
  if (target.type === "nested") return [referrerKey(nameKey(file.items[target.item]!.key))];
  if (target.type === "name") return [referrerKey(nameKey(target.name))];
  if (target.type === "path") return target.paths.map((path) => referrerKey(pathKey(path)));
  return [];
}

/** Tells everything that `file` contributes to the lists that are looked up by key; of the full names of requirements see `RequirementNames`. */
export function eachContribution(file: Summary, put: (key: string, value: Bearer | Referrer) => void): void {
  const { path, items } = file;
  if (items.length === 0) put(nameKey(file.stem), { path, index: -1, as: "file", strength: 0 });
  let last: string | undefined;
  for (let index = 0; index < items.length; index++) {
    const item = items[index]!;
    const strength = siteStrength[item.site];
    for (const { name, as } of namesOf(file, index)) {
      if (as !== "id" || !isNamedFully(item)) put(nameKey(name), { path, index, as, strength });
    }
    const prefix = item.id === undefined ? undefined : idPrefix(item.id);
    // That there is one is all that anybody asks, and the ids of a document mostly have one prefix.
    if (prefix !== undefined && prefix !== last) put(prefixKey((last = prefix)), { path, index, as: "id", strength });
    item.fields.forEach(({ links }, field) => {
      for (let at = 0; at < links.length; at++)
        for (const key of targetKeys(links[at]!.target, file)) put(key, { path, index, field, at });
    });
  }
}

/** Whether an item goes by the full name of a requirement, `PRD-1/FR-2`. */
export function isNamedFully({ id, base, site }: Item): boolean {
  return id !== undefined && base === "requirement" && site !== "document";
}

/** The same by key. */
export function contributionsOf(file: Summary): ReadonlyMap<string, readonly (Bearer | Referrer)[]> {
  const lists = new Map<string, (Bearer | Referrer)[]>();
  eachContribution(file, (key, value) => {
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [value]);
    else list.push(value);
  });
  return lists;
}

/** The names an item goes by. */
export function namesOf(file: Summary, index: number): readonly { readonly name: string; readonly as: Bearer["as"] }[] {
  const item = file.items[index]!;
  const names: { name: string; as: Bearer["as"] }[] = [];
  if (item.id !== undefined) names.push({ name: item.key, as: "id" });
  else if (item.site !== "document") names.push({ name: item.key, as: "stem" });
  for (const alias of item.fields.get("aliases")?.values ?? []) names.push({ name: alias.text, as: "alias" });
  if (item.site === "document") names.push({ name: file.stem, as: "stem" });
  return names;
}

/** Of those that go by a name in one way, how strong the strongest sites are, and the first of these in order of place. */
export function strongestOf(
  bearers: readonly Bearer[],
  as: Bearer["as"],
): { readonly strength: number; readonly first: Bearer } | undefined {
  let first: Bearer | undefined;
  for (const bearer of bearers) {
    if (bearer.as !== as || (first !== undefined && bearer.strength < first.strength)) continue;
    if (first === undefined || bearer.strength > first.strength || isBefore(bearer, first)) first = bearer;
  }
  return first && { strength: first.strength, first };
}

function isBefore(a: Bearer, b: Bearer): boolean {
  return a.path === b.path ? a.index < b.index : a.path < b.path;
}
