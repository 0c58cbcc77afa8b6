import { memo } from "../base/memo.ts";
import { effectiveField } from "../model/inherit.ts";
import { isRequirementId } from "../model/requirement-id.ts";
import type { Schema } from "../model/schema.ts";
import type { FieldValue, LinkValue, Scalar, Summary, Target } from "../model/summary.ts";
import { viaEdge } from "./edges.ts";
import { definitionFor } from "./project-query.ts";
import type { Edge, Found, Query } from "./query.ts";

/** The edges of a plan from both ends: what `Query.outgoing` and `Query.incoming` say, for those who want many of them. */
export interface PlanEdges {
  /** The items that define something, in order of file and position. */
  readonly items: readonly Found[];
  /** The item at a place as it stands in `items`: a file that is read anew without a change of its items has other objects. */
  at(path: string, index: number): Found | undefined;
  outgoing(of: Found): readonly Edge[];
  incoming(of: Found): readonly Edge[];
}

/**
 * Every edge of the plan, each link looked up once. Asking a query item by item costs ten times as much, because it has to
 * find out who else writes about the item. Kept as long as the query is, which is until an item changes.
 */
export function allEdges(query: Query): PlanEdges {
  let index = indexes.get(query);
  if (index === undefined) indexes.set(query, (index = indexEdges(query)));
  return index;
}

/** The edges of an item: from the index where somebody has made it, else from the query. */
export function outgoingOf(query: Query, of: Found): readonly Edge[] {
  return indexes.get(query)?.outgoing(of) ?? query.outgoing(of);
}

/** Kept with the query: thousands may link to one KPI, and several ask who they are. */
export function incomingOf(query: Query, of: Found): readonly Edge[] {
  const indexed = indexes.get(query)?.incoming(of);
  if (indexed !== undefined) return indexed;
  const known = asked(query);
  let edges = known.get(of);
  if (edges === undefined) known.set(of, (edges = query.incoming(of)));
  return edges;
}

const asked = memo((_: Query) => new Map<Found, readonly Edge[]>());

/** The same query, with the edges of the whole plan looked up at once: for those who ask about everything, and once. */
export function indexedQuery(query: Query): Query {
  const edges = allEdges(query);
  const named = (all: readonly Edge[], name: string | undefined): readonly Edge[] =>
    name === undefined ? all : all.filter((edge) => edge.name === name);
  return {
    ...query,
    outgoing: (of, name) => named(edges.outgoing(of), name),
    incoming: (of, name) => named(edges.incoming(of), name),
  };
}

const indexes = new WeakMap<Query, PlanEdges>();

/** The edges at an item, in the order in which a query answers them. */
interface Ends {
  outgoing: Sources | undefined;
  incoming: Sources | undefined;
}

/** Who says so: the item itself, where it stands, or others. */
interface Sources {
  own: Edge[] | undefined;
  standing: Edge[] | undefined;
  others: Edge[] | undefined;
  list: readonly Edge[] | undefined;
}

type Way = keyof Ends;

function indexEdges(query: Query): PlanEdges {
  const items = query.items();
  const at = placesOf(items);
  const all = new Map<Found, Ends>();
  const put = (of: Found, way: Way, source: "own" | "others" | "standing", edge: Edge): void => {
    let ends = all.get(of);
    if (ends === undefined) all.set(of, (ends = { outgoing: undefined, incoming: undefined }));
    const sources = (ends[way] ??= { own: undefined, others: undefined, standing: undefined, list: undefined });
    const edges = sources[source];
    if (edges === undefined) sources[source] = [edge];
    else edges.push(edge);
  };
  const targets = targetsOf(query, at);
  let file: Summary | undefined;
  for (const of of items) {
    if (of.file !== file) {
      file = of.file;
      for (const edge of containerEdges(file, query, at)) {
        put(edge.from, "outgoing", "standing", edge);
        put(edge.to, "incoming", "standing", edge);
      }
    }
    for (const { name, inverse, link, field } of linksOf(file, query.config.schema)[of.index] ?? none) {
      const other = targets(of, link.target);
      if (other === undefined) continue;
      const [from, to] = inverse ? [other, of] : [of, other];
      const edge: Edge = { name, from, to, writer: of, link, field, values: link.values };
      put(from, "outgoing", inverse ? "others" : "own", edge);
      put(to, "incoming", inverse ? "own" : "others", edge);
    }
  }
  const edgesOf = (of: Found, way: Way, far: "from" | "to"): readonly Edge[] => {
    const sources = (all.get(of) ?? all.get(at(of.file.path, of.index) ?? of))?.[way];
    return sources === undefined ? none : (sources.list ??= merged(sources, far));
  };
  return {
    items,
    at,
    outgoing: (of) => edgesOf(of, "outgoing", "to"),
    incoming: (of) => edgesOf(of, "incoming", "from"),
  };
}

const none: readonly never[] = [];

function placesOf(items: readonly Found[]): PlanEdges["at"] {
  const files = new Map<string, Map<number, Found>>();
  for (const item of items) {
    const file = files.get(item.file.path);
    if (file === undefined) files.set(item.file.path, new Map([[item.index, item]]));
    else file.set(item.index, item);
  }
  return (path, index) => files.get(path)?.get(index);
}

/** One list for each item. Where both ends write an edge, it stands in the list once, as the end that it starts at says it. */
function merged({ own, others, standing }: Sources, far: "from" | "to"): readonly Edge[] {
  const edges = [...(own ?? none), ...(others ?? none), ...(standing ?? none)];
  if (edges.length === 1) return edges;
  const known = new Map<Found, Map<string, number>>();
  const list: Edge[] = [];
  for (const edge of edges) {
    let names = known.get(edge[far]);
    if (names === undefined) known.set(edge[far], (names = new Map()));
    const place = names.get(edge.name);
    if (place === undefined) names.set(edge.name, list.push(edge) - 1);
    else if (edge.link !== undefined && edge.writer === edge.from && list[place]!.writer !== edge.from)
      list[place] = edge;
  }
  return list;
}

/** What names lead to, each looked up once; ids of requirements mean something else in every document. */
function targetsOf(query: Query, at: PlanEdges["at"]): (from: Found, target: Target) => Found | undefined {
  const names = new Map<string, Found | undefined>();
  const look = (from: Found, target: Target) => {
    const resolution = query.resolve(from, target);
    return resolution.type === "item" ? canonical(resolution.found, at) : undefined;
  };
  return (from, target) => {
    if (target.type !== "name") return look(from, target);
    const { name } = target;
    if (names.has(name)) return names.get(name);
    const found = look(from, target);
    if (!isRequirementId(query.config.schema, name)) names.set(name, found);
    return found;
  };
}

function canonical(found: Found, at: PlanEdges["at"]): Found {
  return at(found.file.path, found.index) ?? found;
}

interface WrittenLink {
  readonly name: string;
  readonly inverse: boolean;
  readonly link: LinkValue;
  readonly field: FieldValue;
}

/** For each item of a file the links that hold for it, inherited ones included. They outlive a change of other files. */
function linksOf(file: Summary, schema: Schema): readonly (readonly WrittenLink[])[] {
  let files = linksBySchema.get(schema);
  if (files === undefined) linksBySchema.set(schema, (files = new WeakMap()));
  let links = files.get(file);
  if (links === undefined) files.set(file, (links = file.items.map((_, index) => linksOfItem(file, index, schema))));
  return links;
}

const linksBySchema = new WeakMap<Schema, WeakMap<Summary, readonly (readonly WrittenLink[])[]>>();

function linksOfItem(file: Summary, index: number, schema: Schema): readonly WrittenLink[] {
  const links: WrittenLink[] = [];
  for (const { name, edge } of schema.kinds.get(file.items[index]!.kind)?.fields ?? []) {
    if (edge === undefined) continue;
    const field = effectiveField(file, index, name);
    for (const link of field?.links ?? []) links.push({ name: edge.name, inverse: edge.inverse, link, field: field! });
  }
  return links;
}

const noValues: ReadonlyMap<string, Scalar> = new Map();

/** The links that standing inside another item makes; a container that only speaks of an item holds nothing. */
function containerEdges(file: Summary, query: Query, at: PlanEdges["at"]): readonly Edge[] {
  const edges: Edge[] = [];
  for (const [index, { container }] of file.items.entries()) {
    const around = container === undefined ? undefined : at(file.path, container);
    const site = around && query.at(file.path, index);
    const edge = site && viaEdge(site, around, query);
    const inner = edge && definitionFor(site, query.config, query.claims);
    if (inner === undefined || around === undefined || edge === undefined) continue;
    const item = canonical(inner, at);
    const [from, to] = edge.outward ? [around, item] : [item, around];
    edges.push({ name: edge.name, from, to, writer: from, link: undefined, field: undefined, values: noValues });
  }
  return edges;
}
