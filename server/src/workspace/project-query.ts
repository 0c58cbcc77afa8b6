import type { Config } from "../model/config.ts";
import { isRequirementId } from "../model/requirement-id.ts";
import type { Summary, Target } from "../model/summary.ts";
import { type Bearer, nameKey, nearKey, pathKey, prefixKey, ringKey, strongestOf } from "./contributions.ts";
import type { Definitions } from "./definitions.ts";
import type { DependencyRings } from "./dependency-rings.ts";
import type { EdgeTable } from "./edge-table.ts";
import type { Graph } from "./graph.ts";
import type { Lately } from "./lately.ts";
import type { NameIndex } from "./name-index.ts";
import { byPlace, placeOf, readPlace } from "./place.ts";
import type { Edge, Found, Query, Resolution } from "./query.ts";
import { definitionFor } from "./stands-for.ts";
import { type Answer, type Looks, unwatched } from "./watch.ts";

/** What a query stands on. */
export interface QueryBase {
  readonly config: Config;
  readonly today: string;
  readonly graph: Graph;
  readonly lately: Lately;
  readonly exists: (path: string) => boolean | undefined;
  /** What is known about all of the graph. */
  readonly index: ProjectIndex;
}

/** What is known about the whole project, patched as its files change. */
export interface ProjectIndex {
  readonly definitions: () => Definitions;
  readonly edges: () => EdgeTable;
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
  const edgesOf = { outgoing: new Map<string, AnswersAt>(), incoming: new Map<string, AnswersAt>() };

  /** What an item inherits is a part of what it says, so that the items around it are looked at with it. */
  const at = (path: string, position: number): Found | undefined => {
    const hit = graph.found(path, position);
    if (looks.isOwn(path)) return hit;
    looks.lookAt(path, position, "item");
    for (let around = hit?.item.container; around !== undefined; around = hit?.file.items[around]?.container)
      looks.lookAt(path, around, "item");
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
    looks.lookAt(document.file.path, document.index, "edges");
    const parent = index.edges().parentOf(document);
    const inherited = parent === undefined ? undefined : requirementIn(look(parent), name);
    return inherited === undefined ? { type: "nothing" } : { type: "item", found: inherited };
  };

  /** Two documents that go by one name have their requirements for themselves. */
  const requirementIn = (document: Found, name: string): Found | undefined => {
    const all = claims(`${document.item.key}/${name}`);
    return all.find(({ file }) => file.path === document.file.path) ?? all[0];
  };

  const look = (one: Found): Found => at(one.file.path, one.index) ?? one;

  /** Edges are looked at with what stands at their other ends. */
  const lookedAt = (of: Found, edges: readonly Edge[], far: "from" | "to"): readonly Edge[] => {
    looks.lookAt(of.file.path, of.index, "edges");
    for (const edge of edges) look(edge[far]);
    return edges;
  };

  const edgesAt = (of: Found, name: string | undefined, way: "outgoing" | "incoming"): readonly Edge[] => {
    const all = index.edges()[way](of);
    const edges = name === undefined ? all : all.filter((edge) => edge.name === name);
    if (looks === unwatched) return edges;
    const far = way === "outgoing" ? "to" : "from";
    return edges.length > few
      ? looks.once(under(edgesOf[way], name), of, () => lookedAt(of, edges, far))
      : lookedAt(of, edges, far);
  };

  const query: Omit<Query, "today" | "shape" | "lately"> = {
    project: graph,
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
    named: (name) =>
      [...new Set(bearers(name).flatMap(({ path, index: position }) => at(path, position) ?? []))].sort(byPlace),
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
    outgoing: (of, name) => edgesAt(of, name, "outgoing"),
    incoming: (of, name) => edgesAt(of, name, "incoming"),
    cycle: (of) => {
      record(ringKey(placeOf(of)));
      return index
        .rings()
        .of(placeOf(of))
        ?.flatMap((place) => {
          const { path, index: position } = readPlace(place);
          return at(path, position) ?? [];
        });
    },
    hasPrefix: (prefix) => {
      record(prefixKey(prefix));
      return graph.list(prefixKey(prefix)).length > 0;
    },
    highest: (prefix) => {
      record("items");
      return graph.numbers.highest(prefix);
    },
    items: () => {
      record("items");
      return index.definitions().all;
    },
    hasItems: () => {
      record("items");
      return index.definitions().size > 0;
    },
    ofKinds: (kinds) => {
      record("items");
      return index.definitions().of(kinds);
    },
    near: (word, kinds, most) => {
      record(nearKey(word));
      const key = index.names().nearest(word, kinds, most);
      return key === undefined ? undefined : definition(key);
    },
  };
  const standsFor = (site: Found): Found | undefined => definitionFor(site, config, claims);
  return () => ({
    ...query,
    get shape() {
      record("items");
      return index.edges().shape;
    },
    get lately() {
      record("items");
      return base.lately;
    },
    get today() {
      record("today");
      return base.today;
    },
  });
}

/** So many edges are sooner looked at by each who asks than kept for all of them. */
const few = 8;

type AnswersAt = Map<Found, Answer<readonly Edge[]>>;

function under(all: Map<string, AnswersAt>, edge = ""): AnswersAt {
  let answers = all.get(edge);
  if (answers === undefined) all.set(edge, (answers = new Map()));
  return answers;
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
  const most = strongestOf(named, as)?.strength;
  const hits: Found[] = [];
  for (const bearer of named) {
    const hit = bearer.as === as && bearer.strength === most ? at(bearer.path, bearer.index) : undefined;
    if (hit !== undefined) hits.push(hit);
  }
  return hits.length < 2 ? hits : hits.sort(byPlace);
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
