import { memo } from "../base/memo.ts";
import type { Config } from "../model/config.ts";
import { isRequirementId } from "../model/requirement-id.ts";
import { type Item, type Summary, siteStrength, type Target } from "../model/summary.ts";
import { type Bearer, itemKey, nameKey, nearKey, pathKey, prefixKey, ringKey } from "./contributions.ts";
import type { DependencyRings } from "./dependency-rings.ts";
import { type EdgeQuery, incomingEdges, outgoingEdges } from "./edges.ts";
import type { Graph } from "./graph.ts";
import type { NameIndex } from "./name-index.ts";
import { byPlace, isSame, placeOf } from "./place.ts";
import type { Edge, Found, Query, Resolution } from "./query.ts";

/** What a query stands on. */
export interface QueryBase {
  readonly config: Config;
  readonly today: string;
  readonly graph: Graph;
  readonly exists: (path: string) => boolean | undefined;
  /** All items and names of this version of the graph; made once, when first asked for. */
  readonly index: ProjectIndex;
}

/** Lists over the whole project, kept for one version of the graph. */
export interface ProjectIndex {
  readonly items: () => readonly Found[];
  readonly names: () => NameIndex;
  readonly rings: () => DependencyRings;
}

const unheard = (): void => {};

/** Finds each thing once, or where nothing is to be remembered whenever it is asked for. */
function onceEach<T>(remembers: boolean): (key: string, find: () => T) => T {
  if (!remembers) return (_key, find) => find();
  const known = new Map<string, { readonly value: T }>();
  return (key, find) => {
    let hit = known.get(key);
    if (hit === undefined) known.set(key, (hit = { value: find() }));
    return hit.value;
  };
}

/** A query that tells `record` every key it looks at. */
export function projectQuery(base: QueryBase, record: (key: string) => void = unheard): Query {
  const { config, graph, index } = base;
  // Where keys are recorded it is one file that is checked, and a thousand parts of it may ask for the same.
  const edgesOnce = onceEach<readonly Edge[]>(record !== unheard);
  const claimsOnce = onceEach<readonly Found[]>(record !== unheard);
  const namesOnce = onceEach<Resolution>(record !== unheard);

  /** What an item inherits is a part of what it says, so that the items around it are looked at with it. */
  const at = (path: string, position: number): Found | undefined => {
    const file = graph.file(path);
    const item = file?.items[position];
    record(itemKey(path, position));
    for (let around = item?.container; around !== undefined; around = file?.items[around]?.container)
      record(itemKey(path, around));
    return file === undefined || item === undefined ? undefined : found(file, position, item);
  };

  const bearers = (name: string): readonly Bearer[] => {
    const key = nameKey(name);
    record(key);
    return graph.list(key) as readonly Bearer[];
  };

  const claims = (key: string): readonly Found[] => claimsOnce(key, () => strongest(bearers(key), "id", at));

  const definition = (key: string): Found | undefined =>
    claims(key)[0] ?? strongest(bearers(key), "alias", at)[0] ?? strongest(bearers(key), "stem", at)[0];

  const resolveName = (from: Found | Summary, name: string): Resolution => {
    if (isRequirementId(config.schema, name)) return resolveRequirement(from, name);
    return namesOnce(name, () => resolveEverywhere(name));
  };

  const resolveEverywhere = (name: string): Resolution => {
    const named = bearers(name);
    for (const as of ["id", "alias", "stem"] as const) {
      const hits = strongest(named, as, at);
      if (hits.length === 1 || (as === "id" && hits.length > 1)) return { type: "item", found: hits[0]! };
      if (hits.length > 1) return { type: "ambiguous", found: hits };
    }
    const [file] = named.flatMap(({ as, path }) => (as === "file" ? [path] : [])).sort();
    return file === undefined ? { type: "nothing" } : { type: "file", path: file };
  };

  /** Local to the document, then to the document that its item names as parent. */
  const resolveRequirement = (from: Found | Summary, name: string): Resolution => {
    const document = documentOf("file" in from ? from.file : from, at);
    if (document === undefined) return { type: "nothing" };
    const own = requirementIn(document, name);
    if (own !== undefined) return { type: "item", found: own };
    const parent = outgoingEdges(document, "parent", withoutRequirements, graph, record)[0]?.to;
    const inherited = parent === undefined ? undefined : requirementIn(parent, name);
    return inherited === undefined ? { type: "nothing" } : { type: "item", found: inherited };
  };

  /** Two documents that go by one name have their requirements for themselves. */
  const requirementIn = (document: Found, name: string): Found | undefined => {
    const named = claims(`${document.item.key}/${name}`);
    return named.find(({ file }) => file.path === document.file.path) ?? named[0];
  };

  const query: Query = {
    config,
    get today() {
      record("today");
      return base.today;
    },
    file: (path) => {
      record(pathKey(path));
      return graph.file(path);
    },
    exists: (path) => {
      record(pathKey(path));
      const exists = graph.file(path) !== undefined ? true : base.exists(path);
      if (exists !== true) record("complete");
      return exists;
    },
    at,
    claims,
    definition,
    resolve: (from, target: Target): Resolution => {
      if (target.type === "url") return { type: "external" };
      if (target.type === "name") return resolveName(from, target.name);
      const file = "file" in from ? from.file : from;
      if (target.type === "nested") {
        const nested = at(file.path, target.item);
        return nested === undefined ? { type: "nothing" } : { type: "item", found: standsFor(nested) ?? nested };
      }
      return resolvePath(target.paths, query, at);
    },
    outgoing: (of, edge) =>
      edgesOnce(`${edge} from ${placeOf(of)}`, () => outgoingEdges(of, edge, edgeQuery, graph, record)),
    incoming: (of, edge) =>
      edgesOnce(`${edge} to ${placeOf(of)}`, () => incomingEdges(of, edge, edgeQuery, graph, record)),
    cycle: (of) => {
      record(ringKey(placeOf(of)));
      return index
        .rings()
        .of(placeOf(of))
        ?.flatMap((place) => {
          const hash = place.lastIndexOf("#");
          return at(place.slice(0, hash), Number(place.slice(hash + 1))) ?? [];
        });
    },
    hasPrefix: (prefix) => {
      record(prefixKey(prefix));
      return graph.list(prefixKey(prefix)).length > 0;
    },
    items: () => {
      record("items");
      return index.items();
    },
    near: (word, kinds, most) => {
      record(nearKey(word));
      const key = index.names().nearest(word, kinds, most);
      return key === undefined ? undefined : definition(key);
    },
  };
  const standsFor = (site: Found): Found | undefined => definitionFor(site, config, claims);

  const sites = (of: Found): readonly Found[] => {
    if (of.item.id === undefined || isRequirement(config, of.item)) return [of];
    const others = bearers(of.item.key).flatMap(({ as, path, index: position }) => {
      const site = as === "id" ? at(path, position) : undefined;
      return site !== undefined && !isSame(site, of) && isItself(standsFor(site), of) ? [site] : [];
    });
    return isItself(standsFor(of), of) ? [of, ...others.sort(byPlace)] : [];
  };

  const edgeQuery: EdgeQuery = { config, at, resolve: query.resolve, standsFor, sites };
  /** A requirement is no document's parent; asked for one on the way to a parent, the search would never end. */
  const withoutRequirements: EdgeQuery = {
    ...edgeQuery,
    resolve: (from, target) =>
      target.type === "name" && isRequirementId(config.schema, target.name)
        ? { type: "nothing" }
        : query.resolve(from, target),
  };
  return query;
}

/**
 * The item that a site defines, or that a row or entry about an item of another place stands for; undefined for a section
 * that only speaks of one.
 */
export function definitionFor(site: Found, config: Config, claims: Query["claims"]): Found | undefined {
  const { item } = site;
  if (item.id === undefined || isRequirement(config, item)) return site;
  const claiming = claims(item.key);
  if (claiming.some((claim) => isSame(claim, site))) return site;
  return item.site === "table" || item.site === "nested" ? claiming[0] : undefined;
}

function isItself(a: Found | undefined, b: Found): boolean {
  return a !== undefined && isSame(a, b);
}

/** Requirements belong to their document, and the reader has settled there which site defines each. */
function isRequirement(config: Config, item: Item): boolean {
  return config.schema.kinds.get(item.kind)?.base === "requirement";
}

const foundByItem = memo((item: Item) => ({ current: undefined as Found | undefined, item }));

/** One object per item for as long as its file's summary stands, so that what is derived from it can be kept. */
function found(file: Summary, index: number, item: Item): Found {
  const known = foundByItem(item);
  if (known.current?.file !== file || known.current.index !== index) known.current = { file, index, item };
  return known.current;
}

/** The item that is the document itself. */
function documentOf(file: Summary, at: (path: string, index: number) => Found | undefined): Found | undefined {
  const index = file.items.findIndex((item) => item.site === "document");
  return index < 0 ? undefined : at(file.path, index);
}

/** Of the items that go by a name in one way, those of the strongest site, in order of path and position. */
function strongest(
  named: readonly Bearer[],
  as: Bearer["as"],
  at: (path: string, index: number) => Found | undefined,
): readonly Found[] {
  const hits: Found[] = [];
  for (const bearer of named) {
    if (bearer.as !== as) continue;
    const hit = at(bearer.path, bearer.index);
    if (hit !== undefined) hits.push(hit);
  }
  if (hits.length < 2) return hits;
  const most = Math.max(...hits.map((hit) => siteStrength[hit.item.site]));
  return hits.filter((hit) => siteStrength[hit.item.site] === most).sort(byPlace);
}

function resolvePath(
  paths: readonly string[],
  query: Query,
  at: (path: string, index: number) => Found | undefined,
): Resolution {
  for (const path of paths) {
    const file = query.file(path);
    if (file !== undefined) {
      const document = documentOf(file, at);
      return document === undefined ? { type: "file", path } : { type: "item", found: document };
    }
    if (query.exists(path) === true) return { type: "file", path };
  }
  return { type: "nothing" };
}
