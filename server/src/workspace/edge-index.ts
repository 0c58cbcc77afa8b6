import { effectiveField } from "../model/inherit.ts";
import type { Schema } from "../model/schema.ts";
import type { FieldValue, LinkValue, Scalar, Summary } from "../model/summary.ts";
import { isDefinition } from "./plan.ts";
import type { Edge, Found, Query } from "./query.ts";

/** The edges of a plan from both ends: what `Query.outgoing` and `Query.incoming` say, for those who want many of them. */
export interface PlanEdges {
  /** The items that define something, in order of file and position. */
  readonly items: readonly Found[];
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

export function incomingOf(query: Query, of: Found): readonly Edge[] {
  return indexes.get(query)?.incoming(of) ?? query.incoming(of);
}

const indexes = new WeakMap<Query, PlanEdges>();

/** The edges at one end, in the order in which a query answers them. */
interface End {
  readonly own: Edge[];
  readonly standing: Edge[];
  readonly others: Edge[];
}

function indexEdges(query: Query): PlanEdges {
  const out = new Map<Found, End>();
  const into = new Map<Found, End>();
  const items = definitions(query);
  const defined = new Set(items);
  for (const of of query.items()) {
    const standing = containerEdge(of, query);
    if (standing !== undefined) {
      end(out, standing.from).standing.push(standing);
      end(into, standing.to).standing.push(standing);
    }
    if (!defined.has(of)) continue;
    for (const { name, inverse, link, field } of linksOf(of.file, query.config.schema)[of.index] ?? []) {
      const resolution = query.resolve(of, link.target);
      if (resolution.type !== "item") continue;
      const other = resolution.found;
      const [from, to] = inverse ? [other, of] : [of, other];
      const edge: Edge = { name, from, to, writer: of, link, field, values: link.values };
      if (inverse) {
        end(out, from).others.push(edge);
        end(into, to).own.push(edge);
      } else {
        end(out, from).own.push(edge);
        end(into, to).others.push(edge);
      }
    }
  }
  return { items, outgoing: merged(out, "to"), incoming: merged(into, "from") };
}

/** Without the sections about items that a stronger site elsewhere defines. */
function definitions(query: Query): readonly Found[] {
  const all = query.items();
  const count = new Map<string, number>();
  for (const { item } of all) {
    const key = item.key.toLowerCase();
    count.set(key, (count.get(key) ?? 0) + 1);
  }
  return all.filter((found) => count.get(found.item.key.toLowerCase()) === 1 || isDefinition(found, query));
}

function end(ends: Map<Found, End>, found: Found): End {
  let known = ends.get(found);
  if (known === undefined) ends.set(found, (known = { own: [], standing: [], others: [] }));
  return known;
}

/** One list for each item, made when it is asked for; an edge that both ends wrote stands in it once. */
function merged(ends: ReadonlyMap<Found, End>, far: "from" | "to"): (of: Found) => readonly Edge[] {
  const lists = new Map<Found, readonly Edge[]>();
  return (of) => {
    const known = lists.get(of);
    if (known !== undefined) return known;
    const parts = ends.get(of);
    const list = parts === undefined ? none : once([...parts.own, ...parts.standing, ...parts.others], far);
    lists.set(of, list);
    return list;
  };
}

const none: readonly Edge[] = [];

function once(edges: readonly Edge[], far: "from" | "to"): readonly Edge[] {
  const known = new Map<string, Set<Found>>();
  return edges.filter((edge) => {
    let others = known.get(edge.name);
    if (others === undefined) known.set(edge.name, (others = new Set()));
    if (others.has(edge[far])) return false;
    others.add(edge[far]);
    return true;
  });
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

/** The link that standing inside another item makes. */
function containerEdge(of: Found, query: Query): Edge | undefined {
  const { container, via } = of.item;
  if (container === undefined || via === undefined) return undefined;
  const around = query.at(of.file.path, container);
  if (around === undefined) return undefined;
  const owner = via.of === "container" ? around : of;
  const edge = query.config.schema.kinds.get(owner.item.kind)?.fieldNames.get(via.field)?.edge;
  if (edge === undefined) return undefined;
  const inner = standsFor(of, query);
  // A field of the container runs from it to what is inside, a field of the inner item the other way; `inverse` turns it.
  const isOutward = via.of === "container" ? !edge.inverse : edge.inverse;
  const [from, to] = isOutward ? [around, inner] : [inner, around];
  return { name: edge.name, from, to, writer: from, link: undefined, field: undefined, values: noValues };
}

/** A row or section about an item that is defined elsewhere stands for that item. */
function standsFor(site: Found, query: Query): Found {
  const { id, key, site: form } = site.item;
  if (id === undefined || form === "document" || form === "nested") return site;
  return query.definition(key) ?? site;
}
