import type { Entry, Summary } from "../model/summary.ts";
import { nameKey, namesOf, pathKey, type Referrer, referrerKey } from "./contributions.ts";
import { resolveMention } from "./mentions.ts";
import { isSame } from "./place.ts";
import type { Project } from "./project.ts";
import type { Found, Query, Resolution } from "./query.ts";
import { definitionFor } from "./stands-for.ts";

/** A place in a file where an item is defined or named. */
export interface NamedPlace {
  readonly path: string;
  readonly entry: Entry;
  /** `site`: where it is defined, or a row or section of its own; `field`: a link in a field; `text`: in the body. */
  readonly form: "site" | "field" | "text";
}

/** Every place where an item is defined and named: looked up by its names, so it takes the time of what is found. */
export function placesNaming(project: Project, target: Found): readonly NamedPlace[] {
  const sought = soughtOf(project.query, target);
  const { item, file } = target;
  const places: NamedPlace[] = [{ path: file.path, entry: item.entry, form: "site" }];
  for (const site of sitesOf(project, target)) {
    places.push({ path: site.file.path, entry: site.item.entry, form: "site" });
  }
  const keys = namesOf(file, target.index).map(({ name }) => nameKey(name));
  if (item.site === "document") keys.push(pathKey(file.path));
  for (const key of keys) places.push(...inFields(project, project.links(referrerKey(key)), sought));
  const paths = new Set(keys.flatMap((key) => [...project.mentioning(key)]));
  if (sought.isLocal) {
    const around = filesAround(target, project.query);
    const links = project.links(referrerKey(nameKey(item.id!))).filter(({ path }) => around.has(path));
    places.push(...inFields(project, links, sought));
    for (const path of around) paths.add(path);
  }
  for (const path of paths) {
    const text = project.summary(path);
    if (text !== undefined) places.push(...inText(text, sought));
  }
  return places;
}

/** The same in one file, without looking at others. */
export function placesInFile(project: Project, path: string, target: Found): readonly NamedPlace[] {
  const file = project.summary(path);
  if (file === undefined) return [];
  const { query } = project;
  const places: NamedPlace[] = [];
  for (const [index, item] of file.items.entries()) {
    const site = query.at(path, index)!;
    if (isSame(definedBy(site, query), target)) places.push({ path, entry: item.entry, form: "site" });
    for (const { links } of item.fields.values()) {
      for (const link of links) {
        if (link.target.type === "nested" || !leadsTo(query.resolve(site, link.target), target)) continue;
        places.push({ path, entry: link.entry, form: "field" });
      }
    }
  }
  return [...places, ...inText(file, soughtOf(query, target))];
}

/** The item that a site in a file is about: the one it defines, or the one of another place that it speaks of. */
export function definedBy(site: Found, query: Query): Found {
  return definitionFor(site, query.config, (key) => query.claims(key)) ?? query.claims(site.item.key)[0] ?? site;
}

/** Rows and sections about an item that is defined elsewhere, and others that claim its id. */
function sitesOf(project: Project, target: Found): readonly Found[] {
  if (target.item.id === undefined) return [];
  return project.named(target.item.key).flatMap(({ as, path, index }) => {
    const site = as === "id" ? project.query.at(path, index) : undefined;
    return site === undefined || isSame(site, target) ? [] : [site];
  });
}

/** Where a requirement's short id means this one: in its document, and in those that name it as their parent. */
function filesAround({ file }: Found, query: Query): ReadonlySet<string> {
  const index = file.items.findIndex(({ site }) => site === "document");
  const document = index < 0 ? undefined : query.at(file.path, index);
  const children = document === undefined ? [] : query.incoming(document, "parent");
  return new Set([file.path, ...children.map(({ from }) => from.file.path)]);
}

interface Sought {
  readonly target: Found;
  readonly query: Query;
  /** What it goes by, in lower case: what is called otherwise need not be looked up. */
  readonly names: ReadonlySet<string>;
  /** Its short id means something else in every document. */
  readonly isLocal: boolean;
  /** Whether a name leads to it, where that is the same in every document: thousands may write it. */
  readonly known: Map<string, boolean>;
}

function soughtOf(query: Query, target: Found): Sought {
  const { item } = target;
  const isLocal = item.base === "requirement" && item.id !== undefined;
  const names = new Set(namesOf(target.file, target.index).map(({ name }) => name.toLowerCase()));
  if (isLocal) names.add(item.id.toLowerCase());
  return { target, query, names, isLocal, known: new Map() };
}

function isCalled(name: string, from: Found | Summary, { target, query, names, isLocal, known }: Sought): boolean {
  const lower = name.toLowerCase();
  if (!names.has(lower)) return false;
  const before = isLocal ? undefined : known.get(lower);
  if (before !== undefined) return before;
  const leads = leadsTo(query.resolve(from, { type: "name", name }), target);
  known.set(lower, leads);
  return leads;
}

function inFields(project: Project, links: readonly Referrer[], sought: Sought): readonly NamedPlace[] {
  const places: NamedPlace[] = [];
  for (const { path, index, field, at } of links) {
    const file = project.summary(path);
    const link = file?.items[index]?.fields.get(field)?.links[at];
    if (file === undefined || link === undefined || link.target.type === "nested") continue;
    const { target } = link;
    const leads =
      target.type === "name"
        ? isCalled(target.name, file, sought)
        : leadsTo(sought.query.resolve(file, target), sought.target);
    if (leads) places.push({ path, entry: link.entry, form: "field" });
  }
  return places;
}

function inText(file: Summary, sought: Sought): readonly NamedPlace[] {
  const { path } = file;
  const { query, target } = sought;
  const places: NamedPlace[] = [];
  for (const mention of file.mentions) {
    const leads =
      mention.form === "wikilink"
        ? leadsTo(resolveMention(mention, file, query), target)
        : isCalled(mention.text, file, sought);
    if (leads) places.push({ path, entry: mention.entry, form: "text" });
  }
  if (target.item.site !== "document") return places;
  for (const { paths, anchor, entry, form } of file.bodyLinks) {
    if (form !== "markdown" || !paths.includes(target.file.path)) continue;
    if (leadsTo(query.resolve(file, { type: "path", paths, anchor }), target))
      places.push({ path, entry, form: "text" });
  }
  return places;
}

function leadsTo(resolution: Resolution, target: Found): boolean {
  if (resolution.type === "ambiguous") return resolution.found.some((found) => isSame(found, target));
  return resolution.type === "item" && isSame(resolution.found, target);
}
