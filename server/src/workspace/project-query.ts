import { type Day, readDay } from "../base/day.ts";
import type { Config } from "../model/config.ts";
import { isRequirementId } from "../model/requirement-id.ts";
import type { Summary, Target } from "../model/summary.ts";
import { type Bearer, dayKey, nameKey, nearKey, prefixKey, ringKey, strongestOf } from "./contributions.ts";
import type { Graph } from "./graph.ts";
import type { Lately } from "./lately.ts";
import type { Highest } from "./numbers.ts";
import { byPlace, placeOf, readPlace } from "./place.ts";
import type { Edge, Found, Kept, Query, Resolution } from "./query.ts";
import type { QueryBase } from "./query-base.ts";
import { type Resolving, resolvePath, resolveRequirement } from "./resolve-link.ts";
import { definitionFor } from "./stands-for.ts";
import { type Answer, type Looks, unwatched } from "./watch.ts";

/**
 * Makes queries that tell `looks` what they look at. Whoever asks gets one of their own, because much is kept by query;
 * what many ask for is found once for all of them.
 */
export function projectQueries(base: QueryBase, looks: Looks): () => Query {
  const found: Answers = {
    claimed: new Map(),
    named: new Map(),
    borne: new Map(),
    outgoing: new Map(),
    incoming: new Map(),
  };
  return () => new ProjectQuery(base, looks, found);
}

/** What was found once for all who ask. */
interface Answers {
  readonly claimed: Map<string, Answer<readonly Found[]>>;
  readonly named: Map<string, Answer<Resolution>>;
  readonly borne: Map<string, Answer<boolean>>;
  /** By the name of the edges, which is empty for all of them. */
  readonly outgoing: Map<string, AnswersAt>;
  readonly incoming: Map<string, AnswersAt>;
}

type AnswersAt = Map<Found, Answer<readonly Edge[]>>;

class ProjectQuery implements Resolving {
  readonly config: Config;
  readonly kept: Kept = new Map();
  readonly #base: QueryBase;
  readonly #graph: Graph;
  readonly #looks: Looks;
  readonly #found: Answers;
  #today: Day | undefined;

  constructor(base: QueryBase, looks: Looks, found: Answers) {
    this.config = base.config;
    this.#base = base;
    this.#graph = base.graph;
    this.#looks = looks;
    this.#found = found;
  }

  get project(): object {
    return this.#base.lately.project;
  }

  get shape(): number {
    this.#looks.look("items");
    return this.#base.index.edges().shape;
  }

  get lately(): Lately {
    this.#looks.look("items");
    return this.#base.lately;
  }

  get today(): string {
    this.#looks.look("today");
    return this.#base.today;
  }

  isPast(day: Day): boolean {
    this.#looks.look(dayKey(day));
    this.#base.index.days.add(day);
    this.#today ??= readDay(this.#base.today) ?? Number.NaN;
    return day < this.#today;
  }

  file(path: string): Summary | undefined {
    if (!this.#looks.isOwn(path)) this.#looks.lookAt(path, 0, "path");
    return this.#graph.file(path);
  }

  exists(path: string): boolean | undefined {
    const exists = this.file(path) !== undefined ? true : this.#base.exists(path);
    if (exists !== true) this.#looks.look("complete");
    return exists;
  }

  /** What an item inherits is a part of what it says, so that the items around it are looked at with it. */
  at(path: string, position: number): Found | undefined {
    const hit = this.#graph.found(path, position);
    if (hit !== undefined) this.#lookAt(hit);
    else if (!this.#looks.isOwn(path)) this.#looks.lookAt(path, position, "item");
    return hit;
  }

  claims(key: string): readonly Found[] {
    const all = this.#bearers(key);
    if (all.length <= few) return this.#strongest(all, "id");
    return this.#looks.once(this.#found.claimed, key, () => this.#strongest(this.#bearers(key), "id"));
  }

  named(name: string): readonly Found[] {
    const found = this.#bearers(name).flatMap(({ path, index }) => this.at(path, index) ?? []);
    return [...new Set(found)].sort(byPlace);
  }

  definition(key: string): Found | undefined {
    return (
      this.claims(key)[0] ??
      this.#strongest(this.#bearers(key), "alias")[0] ??
      this.#strongest(this.#bearers(key), "stem")[0]
    );
  }

  resolve(from: Found | Summary, target: Target): Resolution {
    switch (target.type) {
      case "url":
        return { type: "external" };
      case "name":
        return this.#resolveName(from, target.name);
      case "path":
        return resolvePath(this, target.paths);
      case "nested": {
        const nested = this.at(fileOf(from).path, target.item);
        if (nested === undefined) return { type: "nothing" };
        const found = definitionFor(nested, this.config, (key) => this.claims(key)) ?? nested;
        return { type: "item", found };
      }
    }
  }

  leads(from: Found | Summary, target: Target): boolean {
    const { schema } = this.config;
    if (target.type !== "name" || isRequirementId(schema, target.name))
      return this.resolve(from, target).type !== "nothing";
    const { name } = target;
    return this.#looks.once(this.#found.borne, name, () => this.#bearers(name).length > 0);
  }

  outgoing(of: Found, name?: string): readonly Edge[] {
    return this.#edgesAt(of, name, "outgoing");
  }

  incoming(of: Found, name?: string): readonly Edge[] {
    return this.#edgesAt(of, name, "incoming");
  }

  hasOutgoing(of: Found, name: string): boolean {
    return this.#hasEdge(of, name, "outgoing");
  }

  hasIncoming(of: Found, name: string): boolean {
    return this.#hasEdge(of, name, "incoming");
  }

  cycle(of: Found): readonly Found[] | undefined {
    const start = placeOf(of);
    this.#looks.look(ringKey(start));
    const ring = this.#base.index.rings().of(start);
    return ring?.flatMap((place) => {
      const { path, index } = readPlace(place);
      return this.at(path, index) ?? [];
    });
  }

  hasPrefix(prefix: string): boolean {
    this.#looks.look(prefixKey(prefix));
    return this.#graph.list(prefixKey(prefix)).length > 0;
  }

  highest(prefix: string): Highest {
    this.#looks.look("items");
    return this.#graph.numbers.highest(prefix);
  }

  items(): readonly Found[] {
    this.#looks.look("items");
    return this.#base.index.definitions().all;
  }

  hasItems(): boolean {
    this.#looks.look("items");
    // Of those that claim one id, one defines it.
    return this.#base.counts.specs > 0;
  }

  ofKinds(kinds: readonly string[]): readonly Found[] {
    this.#looks.look("items");
    return this.#base.index.definitions().of(kinds);
  }

  near(word: string, kinds: readonly string[], most?: number): Found | undefined {
    this.#looks.look(nearKey(word));
    const key = this.#base.index.names().nearest(word, kinds, most);
    return key === undefined ? undefined : this.definition(key);
  }

  /** The item that a document names as its parent. */
  parentOf(document: Found): Found | undefined {
    this.#looks.lookAt(document.file.path, document.index, "edges");
    const parent = this.#base.index.edges().parentOf(document);
    return parent === undefined ? undefined : this.#lookAt(parent);
  }

  #bearers(name: string): readonly Bearer[] {
    const key = nameKey(name);
    this.#looks.look(key);
    return this.#graph.list(key) as readonly Bearer[];
  }

  /** Of the items that go by a name in one way, those of the strongest site, in order of path and position. */
  #strongest(named: readonly Bearer[], as: Bearer["as"]): readonly Found[] {
    const most = strongestOf(named, as)?.strength;
    const hits: Found[] = [];
    for (const bearer of named) {
      const hit = bearer.as === as && bearer.strength === most ? this.at(bearer.path, bearer.index) : undefined;
      if (hit !== undefined) hits.push(hit);
    }
    return hits.length < 2 ? hits : hits.sort(byPlace);
  }

  #resolveName(from: Found | Summary, name: string): Resolution {
    const known = this.#found.named.get(name);
    if (known !== undefined) return this.#looks.again(known);
    if (isRequirementId(this.config.schema, name)) return resolveRequirement(this, fileOf(from), name);
    return this.#looks.once(this.#found.named, name, () => this.#resolveEverywhere(name));
  }

  #resolveEverywhere(name: string): Resolution {
    const all = this.#bearers(name);
    for (const as of ["id", "alias", "stem"] as const) {
      const hits = this.#strongest(all, as);
      if (hits.length === 1 || (as === "id" && hits.length > 1)) return { type: "item", found: hits[0]! };
      if (hits.length > 1) return { type: "ambiguous", found: hits };
    }
    const [file] = all.flatMap(({ as, path }) => (as === "file" ? [path] : [])).sort();
    return file === undefined ? { type: "nothing" } : { type: "file", path: file };
  }

  #lookAt(one: Found): Found {
    const { path, items } = one.file;
    if (this.#looks.isOwn(path)) return one;
    for (let index: number | undefined = one.index; index !== undefined; index = items[index]?.container)
      this.#looks.lookAt(path, index, "item");
    return one;
  }

  #edgesAt(of: Found, name: string | undefined, way: "outgoing" | "incoming"): readonly Edge[] {
    const all = this.#base.index.edges()[way](of);
    const edges = name === undefined ? all : all.filter((edge) => edge.name === name);
    if (this.#looks === unwatched) return edges;
    const far = way === "outgoing" ? "to" : "from";
    if (edges.length <= some || edges.every((edge) => this.#looks.isOwn(edge[far].file.path)))
      return this.#lookedAt(of, edges, far);
    return this.#looks.once(under(this.#found[way], name), of, () => this.#lookedAt(of, edges, far));
  }

  #hasEdge(of: Found, name: string, way: "outgoing" | "incoming"): boolean {
    this.#looks.lookAt(of.file.path, of.index, "edges");
    return this.#base.index.edges().has(of, name, way);
  }

  /** Edges are looked at with what stands at their other ends. */
  #lookedAt(of: Found, edges: readonly Edge[], far: "from" | "to"): readonly Edge[] {
    this.#looks.lookAt(of.file.path, of.index, "edges");
    for (const edge of edges) this.#lookAt(edge[far]);
    return edges;
  }
}

function fileOf(from: Found | Summary): Summary {
  return "file" in from ? from.file : from;
}

/** An id that so few claim is sooner looked up by each who asks than kept for all of them. */
const few = 2;

/** So many edges are sooner looked at by each who asks than kept for all of them. */
const some = 8;

function under(all: Map<string, AnswersAt>, edge = ""): AnswersAt {
  let answers = all.get(edge);
  if (answers === undefined) all.set(edge, (answers = new Map()));
  return answers;
}
