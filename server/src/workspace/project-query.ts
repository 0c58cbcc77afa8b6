import { memo } from "../base/memo.ts";
import type { Config } from "../model/config.ts";
import { isRequirementId } from "../model/requirement-id.ts";
import { type Item, type Summary, siteStrength, type Target } from "../model/summary.ts";
import { type Bearer, itemKey, nameKey, pathKey, prefixKey } from "./contributions.ts";
import { cycleThrough } from "./cycles.ts";
import { incomingEdges, outgoingEdges } from "./edges.ts";
import type { Graph } from "./graph.ts";
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
  readonly names: Query["names"];
  readonly cycles: () => ReadonlyMap<string, readonly Found[]>;
}

/** A query that tells `record` every key it looks at. */
export function projectQuery(base: QueryBase, record: (key: string) => void = () => {}): Query {
  const { config, graph, index } = base;

  const at = (path: string, position: number): Found | undefined => {
    record(itemKey(path, position));
    const file = graph.file(path);
    const item = file?.items[position];
    return file === undefined || item === undefined ? undefined : found(file, position, item);
  };

  const bearers = (name: string): readonly Bearer[] => {
    const key = nameKey(name);
    record(key);
    return graph.list(key) as readonly Bearer[];
  };

  const claims = (key: string): readonly Found[] => strongest(bearers(key), "id", at);

  const definition = (key: string): Found | undefined =>
    claims(key)[0] ?? strongest(bearers(key), "alias", at)[0] ?? strongest(bearers(key), "stem", at)[0];

  const resolveName = (from: Found | Summary, name: string): Resolution => {
    if (isRequirementId(config.schema, name)) return resolveRequirement(from, name);
    const named = bearers(name);
    for (const as of ["id", "alias", "stem"] as const) {
      const hits = strongest(named, as, at);
      if (hits.length === 1 || (as === "id" && hits.length > 1)) return { type: "item", found: hits[0]! };
      if (hits.length > 1) return { type: "ambiguous", found: hits };
    }
    const file = named.find(({ as }) => as === "file");
    return file === undefined ? { type: "nothing" } : { type: "file", path: file.path };
  };

  /** Local to the document, then to the document that its item names as parent. */
  const resolveRequirement = (from: Found | Summary, name: string): Resolution => {
    const document = documentOf("file" in from ? from.file : from, at);
    if (document === undefined) return { type: "nothing" };
    const own = claims(`${document.item.key}/${name}`)[0];
    if (own !== undefined) return { type: "item", found: own };
    const parent = query.outgoing(document, "parent")[0]?.to;
    const inherited = parent === undefined ? undefined : claims(`${parent.item.key}/${name}`)[0];
    return inherited === undefined ? { type: "nothing" } : { type: "item", found: inherited };
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
      return graph.file(path) !== undefined ? true : base.exists(path);
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
        return nested === undefined ? { type: "nothing" } : { type: "item", found: nested };
      }
      return resolvePath(target.paths, query, at);
    },
    outgoing: (of, edge) => only(outgoingEdges(of, query, graph, record), edge),
    incoming: (of, edge) => only(incomingEdges(of, query, graph, record), edge),
    cycle: (of) => {
      record("cycles");
      return cycleThrough(index.cycles(), of);
    },
    hasPrefix: (prefix) => {
      record(prefixKey(prefix));
      return graph.list(prefixKey(prefix)).length > 0;
    },
    items: () => {
      record("items");
      return index.items();
    },
    names: () => {
      record("names");
      return index.names();
    },
  };
  return query;
}

const foundByItem = memo((item: Item) => ({ current: undefined as Found | undefined, item }));

/** One object per item for as long as its file's summary stands, so that what is derived from it can be kept. */
export function found(file: Summary, index: number, item: Item): Found {
  const known = foundByItem(item);
  if (known.current?.file !== file || known.current.index !== index) known.current = { file, index, item };
  return known.current;
}

/** The item that is the document itself. */
export function documentOf(file: Summary, at: (path: string, index: number) => Found | undefined): Found | undefined {
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

/** Order of files by path, then of items by position. */
export function byPlace(a: Found, b: Found): number {
  if (a.file.path !== b.file.path) return a.file.path < b.file.path ? -1 : 1;
  return a.index - b.index;
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

function only(edges: readonly Edge[], name: string | undefined): readonly Edge[] {
  return name === undefined ? edges : edges.filter((edge) => edge.name === name);
}
