import { effectiveField } from "../model/inherit.ts";
import { innerItems } from "../model/inner.ts";
import type { FieldDefinition } from "../model/kinds.ts";
import type { FieldValue, LinkValue, Scalar } from "../model/summary.ts";
import { insideKey, nameKey, namesOf, pathKey, type Referrer, referrerKey } from "./contributions.ts";
import type { Graph } from "./graph.ts";
import { byPlace, isSame, placeOf } from "./place.ts";
import type { Edge, Found, Query } from "./query.ts";

/** What edges are found with. */
export interface EdgeQuery extends Pick<Query, "config" | "at" | "resolve"> {
  /** The item that a site defines, or that a row or entry about an item of another place stands for. */
  standsFor(site: Found): Found | undefined;
  /** The sites that stand for an item, itself first. */
  sites(of: Found): readonly Found[];
}

/**
 * A relation is one edge, whichever end writes it: `goal.kpis` and `kpi.goals` are the same edge, and written at both
 * ends it still counts once. What is written inside another item is linked by standing there.
 */
export function outgoingEdges(
  of: Found,
  name: string | undefined,
  query: EdgeQuery,
  graph: Graph,
  record: (key: string) => void,
): readonly Edge[] {
  const edges = new EdgeList();
  for (const { definition, value } of linkFields(of, name, query)) {
    if (definition.edge!.inverse) continue;
    for (const link of value.links) {
      const to = target(of, link, query);
      if (to !== undefined) edges.add(written(definition.edge!.name, of, to, of, link, value));
    }
  }
  for (const { writer, definition, link, value } of referrers(of, name, query, graph, record)) {
    if (definition.edge!.inverse) edges.add(written(definition.edge!.name, of, writer, writer, link, value));
  }
  for (const { edge, inverse, other } of containment(of, name, query, record)) {
    if (!inverse) edges.add(standing(edge, of, other));
  }
  return edges.all;
}

export function incomingEdges(
  of: Found,
  name: string | undefined,
  query: EdgeQuery,
  graph: Graph,
  record: (key: string) => void,
): readonly Edge[] {
  const edges = new EdgeList();
  for (const { definition, value } of linkFields(of, name, query)) {
    if (!definition.edge!.inverse) continue;
    for (const link of value.links) {
      const from = target(of, link, query);
      if (from !== undefined) edges.add(written(definition.edge!.name, from, of, of, link, value));
    }
  }
  for (const { writer, definition, link, value } of referrers(of, name, query, graph, record)) {
    if (!definition.edge!.inverse) edges.add(written(definition.edge!.name, writer, of, writer, link, value));
  }
  for (const { edge, inverse, other } of containment(of, name, query, record)) {
    if (inverse) edges.add(standing(edge, other, of));
  }
  return edges.all;
}

const noValues: ReadonlyMap<string, Scalar> = new Map();

/** Edges without repetition: an edge is its name and its two ends. Where both ends write it, the one it starts at counts. */
class EdgeList {
  readonly all: Edge[] = [];
  readonly #known = new Map<string, number>();

  add(edge: Edge): void {
    const key = `${edge.name} ${placeOf(edge.from)} ${placeOf(edge.to)}`;
    const at = this.#known.get(key);
    if (at === undefined) this.#known.set(key, this.all.push(edge) - 1);
    else if (edge.link && isSame(edge.writer, edge.from) && !isSame(this.all[at]!.writer, edge.from))
      this.all[at] = edge;
  }
}

function written(name: string, from: Found, to: Found, writer: Found, link: LinkValue, field: FieldValue): Edge {
  return { name, from, to, writer, link, field, values: link.values };
}

function standing(name: string, from: Found, to: Found): Edge {
  return { name, from, to, writer: from, link: undefined, field: undefined, values: noValues };
}

/** The link fields that hold for an item, those inherited from the item around it included. */
function linkFields(
  of: Found,
  name: string | undefined,
  query: EdgeQuery,
): readonly { readonly definition: FieldDefinition; readonly value: FieldValue }[] {
  const kind = query.config.schema.kinds.get(of.item.kind);
  const fields: { definition: FieldDefinition; value: FieldValue }[] = [];
  for (const definition of kind?.fields ?? []) {
    if (definition.edge === undefined || (name !== undefined && definition.edge.name !== name)) continue;
    const value = effectiveField(of.file, of.index, definition.name);
    if (value !== undefined && value.links.length > 0) fields.push({ definition, value });
  }
  return fields;
}

function target(of: Found, link: LinkValue, query: EdgeQuery): Found | undefined {
  const resolution = query.resolve(of, link.target);
  return resolution.type === "item" ? resolution.found : undefined;
}

/**
 * Links made by standing inside: of this item, and of the rows that stand for it elsewhere, to what they stand in, and of
 * the contents to it.
 */
function* containment(
  of: Found,
  name: string | undefined,
  query: EdgeQuery,
  record: (key: string) => void,
): Iterable<{ readonly edge: string; readonly inverse: boolean; readonly other: Found }> {
  for (const site of query.sites(of)) {
    const { item, file } = site;
    const container = item.container === undefined ? undefined : query.at(file.path, item.container);
    const edge = container && viaEdge(site, container, query);
    if (container === undefined || edge === undefined || (name !== undefined && edge.name !== name)) continue;
    // From the container's point of view a plain field runs outward, so from here it runs inward.
    if (isDefinition(container, query)) yield { edge: edge.name, inverse: edge.outward, other: container };
  }
  const { file, index } = of;
  record(insideKey(file.path));
  for (const at of innerItems(file, index)) {
    const inner = query.at(file.path, at);
    const edge = inner && viaEdge(inner, of, query);
    if (inner === undefined || edge === undefined || (name !== undefined && edge.name !== name)) continue;
    const other = query.standsFor(inner);
    if (other !== undefined) yield { edge: edge.name, inverse: !edge.outward, other };
  }
}

function isDefinition(site: Found, query: EdgeQuery): boolean {
  const item = query.standsFor(site);
  return item !== undefined && isSame(item, site);
}

/** The edge between an item and what it stands in; `outward` when it runs from the container to the item. */
export function viaEdge(
  inner: Found,
  container: Found,
  query: Pick<EdgeQuery, "config">,
): { name: string; outward: boolean } | undefined {
  const { via } = inner.item;
  if (via === undefined) return undefined;
  const owner = via.of === "container" ? container : inner;
  const edge = query.config.schema.kinds.get(owner.item.kind)?.fieldNames.get(via.field)?.edge;
  if (edge === undefined) return undefined;
  const outward = via.of === "container" ? !edge.inverse : edge.inverse;
  return { name: edge.name, outward };
}

interface Referring {
  readonly writer: Found;
  readonly definition: FieldDefinition;
  readonly link: LinkValue;
  readonly value: FieldValue;
  /** Which of the field's links it is. */
  readonly at: number;
}

/**
 * The items whose links lead here, in order of path and position; those that inherit such a link too. A section about an
 * item of another place only speaks of it, and links nothing.
 */
function referrers(
  of: Found,
  name: string | undefined,
  query: EdgeQuery,
  graph: Graph,
  record: (key: string) => void,
): readonly Referring[] {
  const keys = namesOf(of.file, of.index).map((known) => referrerKey(nameKey(known.name)));
  if (of.item.site === "document") keys.push(referrerKey(pathKey(of.file.path)));
  if (of.item.base === "requirement" && of.item.id !== undefined) keys.push(referrerKey(nameKey(of.item.id)));
  const lists = keys.map((key) => {
    record(key);
    return graph.list(key) as readonly Referrer[];
  });
  // One that links here twice, by id and by path, is found under two keys.
  const seen = lists.filter(({ length }) => length > 0).length > 1 ? new Set<string>() : undefined;
  const found: Referring[] = [];
  for (const entry of lists.flat()) {
    const place = seen && `${entry.path}#${entry.index}#${entry.field}#${entry.at}`;
    if (place !== undefined && seen?.has(place)) continue;
    if (place !== undefined) seen?.add(place);
    referring(entry, of, name, query, record, found);
  }
  return found.sort((a, b) => byPlace(a.writer, b.writer) || a.at - b.at);
}

function referring(
  entry: Referrer,
  of: Found,
  name: string | undefined,
  query: EdgeQuery,
  record: (key: string) => void,
  found: Referring[],
): void {
  const writer = query.at(entry.path, entry.index);
  const value = writer?.item.fields.get(entry.field);
  const link = value?.links[entry.at];
  if (writer === undefined || value === undefined || link === undefined) return;
  const end = target(writer, link, query);
  if (end === undefined || !isSame(end, of)) return;
  record(insideKey(entry.path));
  for (const holder of holders(writer, entry.field, query)) {
    if (!isDefinition(holder, query)) continue;
    const definition = query.config.schema.kinds.get(holder.item.kind)?.fieldNames.get(entry.field);
    if (definition?.edge !== undefined && (name === undefined || definition.edge.name === name))
      found.push({ writer: holder, definition, link, value, at: entry.at });
  }
}

/** The item that writes a field, and the items inside it that inherit it. */
function holders(writer: Found, field: string, query: EdgeQuery): readonly Found[] {
  const all = [writer];
  const value = effectiveField(writer.file, writer.index, field);
  for (const at of innerItems(writer.file, writer.index)) {
    if (effectiveField(writer.file, at, field) !== value) continue;
    const inner = query.at(writer.file.path, at);
    if (inner !== undefined) all.push(...holders(inner, field, query));
  }
  return all;
}
