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
import type { Answer, Looks } from "./watch.ts";

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

/**
 * A query that tells `looks` what it looks at. Whoever asks gets one of their own, because much is kept by query; what many
 * ask for is found once for all of them.
 */
export function projectQueries(base: QueryBase, looks: Looks): () => Query {
  const { config, graph, index } = base;
  const record = (key: string): void => looks.look(key);
  const claimed = new Map<string, Answer<readonly Found[]>>();
  const named = new Map<string, Answer<Resolution>>();
  const edges = { outgoing: new Map<string, AnswersAt>(), incoming: new Map<string, AnswersAt>() };

  /** What an item inherits is a part of what it says, so that the items around it are looked at with it. */
  const at = (path: string, position: number): Found | undefined => {
    const hit = graph.found(path, position);
    if (looks.isOwn(path)) return hit;
    record(itemKey(path, position));
    for (let around = hit?.item.container; around !== undefined; around = hit?.file.items[around]?.container)
      record(itemKey(path, around));
    return hit;
  };

  const bearers = (name: string): readonly Bearer[] => {
    const key = nameKey(name);
    record(key);
    return graph.list(key) as readonly Bearer[];
  };

  const claims = (key: string): readonly Found[] => looks.once(claimed, key, () => strongest(bearers(key), "id", at));

  const definition = (key: string): Found | undefined =>
    claims(key)[0] ?? strongest(bearers(key), "alias", at)[0] ?? strongest(bearers(key), "stem", at)[0];

  const resolveName = (from: Found | Summary, name: string): Resolution => {
    if (isRequirementId(config.schema, name)) return resolveRequirement(from, name);
    return looks.once(named, name, () => resolveEverywhere(name));
  };

  const resolveEverywhere = (name: string): Resolution => {
    const all = bearers(name);
    for (const as of ["id", "alias", "stem"] as const) {
      const hits = strongest(all, as, at);
      if (hits.length === 1 || (as === "id" && hits.length > 1)) return { type: "item", found: hits[0]! };
      if (hits.length > 1) return { type: "ambiguous", found: hits };
    }
    const [file] = all.flatMap(({ as, path }) => (as === "file" ? [path] : [])).sort();
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
    const all = claims(`${document.item.key}/${name}`);
    return all.find(({ file }) => file.path === document.file.path) ?? all[0];
  };

  const query: Omit<Query, "today"> = {
    config,
    file: (path) => {
      if (!looks.isOwn(path)) record(pathKey(path));
      return graph.file(path);
    },
    exists: (path) => {
      if (!looks.isOwn(path)) record(pathKey(path));
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
      looks.once(under(edges.outgoing, edge), of, () => outgoingEdges(of, edge, edgeQuery, graph, record)),
    incoming: (of, edge) =>
      looks.once(under(edges.incoming, edge), of, () => incomingEdges(of, edge, edgeQuery, graph, record)),
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
  return () => ({
    ...query,
    get today() {
      record("today");
      return base.today;
    },
  });
}

type AnswersAt = Map<Found, Answer<readonly Edge[]>>;

function under(all: Map<string, AnswersAt>, edge = ""): AnswersAt {
  let answers = all.get(edge);
  if (answers === undefined) all.set(edge, (answers = new Map()));
  return answers;
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
  query: Pick<Query, "file" | "exists">,
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
