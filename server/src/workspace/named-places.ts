import type { Entry, Summary } from "../model/summary.ts";
import { nameKey, namesOf, pathKey, type Referrer, referrerKey } from "./contributions.ts";
import { resolveMention } from "./mentions.ts";
import { isSame } from "./place.ts";
import type { Project } from "./project.ts";
import { definitionFor } from "./project-query.ts";
import type { Found, Query, Resolution } from "./query.ts";

/** A place in a file where an item is defined or named. */
export interface NamedPlace {
  readonly path: string;
  readonly entry: Entry;
  /** `site`: where it is defined, or a row or section of its own; `field`: a link in a field; `text`: in the body. */
  readonly form: "site" | "field" | "text";
}

/** Every place where an item is defined and named: looked up by its names, so it takes the time of what is found. */
export function placesNaming(project: Project, target: Found): readonly NamedPlace[] {
  const { query } = project;
  const names = namesOf(target.file, target.index).map(({ name }) => name);
  const places: NamedPlace[] = [{ path: target.file.path, entry: target.item.entry, form: "site" }];
  for (const site of sitesOf(project, target))
    places.push({ path: site.file.path, entry: site.item.entry, form: "site" });
  const keys = names.map(nameKey);
  if (target.item.site === "document") keys.push(pathKey(target.file.path));
  const paths = new Set(keys.flatMap((key) => [...project.mentioning(key)]));
  for (const key of keys) places.push(...inFields(project, project.links(referrerKey(key)), target));
  if (target.item.base === "requirement" && target.item.id !== undefined) {
    const around = filesAround(target, query);
    const links = project.links(referrerKey(nameKey(target.item.id)));
    places.push(
      ...inFields(
        project,
        links.filter(({ path }) => around.has(path)),
        target,
      ),
    );
    for (const path of around) paths.add(path);
  }
  for (const path of paths) {
    const file = project.summary(path);
    if (file !== undefined) places.push(...inText(file, target, query));
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
  return [...places, ...inText(file, target, query)];
}

/** The item that a site in a file is about: the one it defines, or the one of another place that it speaks of. */
export function definedBy(site: Found, query: Query): Found {
  return definitionFor(site, query.config, query.claims) ?? query.claims(site.item.key)[0] ?? site;
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

function inFields(project: Project, links: readonly Referrer[], target: Found): readonly NamedPlace[] {
  return links.flatMap(({ path, index, field, at }): readonly NamedPlace[] => {
    const from = project.query.at(path, index);
    const link = from?.item.fields.get(field)?.links[at];
    if (from === undefined || link === undefined || link.target.type === "nested") return [];
    return leadsTo(project.query.resolve(from, link.target), target)
      ? [{ path, entry: link.entry, form: "field" }]
      : [];
  });
}

function inText(file: Summary, target: Found, query: Query): readonly NamedPlace[] {
  const { path } = file;
  const places: NamedPlace[] = [];
  // A document says the same name many times; it means the same each time.
  const known = new Map<string, boolean>();
  for (const mention of file.mentions) {
    const said = `${mention.form} ${mention.text}`;
    if (!known.has(said)) known.set(said, leadsTo(resolveMention(mention, file, query), target));
    if (known.get(said) === true) places.push({ path, entry: mention.entry, form: "text" });
  }
  for (const { paths, anchor, entry, form } of file.bodyLinks) {
    if (paths.length === 0 || form !== "markdown") continue;
    if (leadsTo(query.resolve(file, { type: "path", paths, anchor }), target))
      places.push({ path, entry, form: "text" });
  }
  return places;
}

function leadsTo(resolution: Resolution, target: Found): boolean {
  if (resolution.type === "ambiguous") return resolution.found.some((found) => isSame(found, target));
  return resolution.type === "item" && isSame(resolution.found, target);
}
