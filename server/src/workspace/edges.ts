import { effectiveField } from "../model/inherit.ts";
import { innerItems } from "../model/inner.ts";
import type { FieldDefinition } from "../model/kinds.ts";
import type { FieldValue, LinkValue, Scalar } from "../model/summary.ts";
import { nameKey, namesOf, pathKey, type Referrer, referrerKey } from "./contributions.ts";
import type { Graph } from "./graph.ts";
import type { Edge, Found, Query } from "./query.ts";

/**
 * A relation is one edge, whichever end writes it: `goal.kpis` and `kpi.goals` are the same edge, and written at both
 * ends it still counts once. What is written inside another item is linked by standing there.
 */
export function outgoingEdges(of: Found, query: Query, graph: Graph, record: (key: string) => void): readonly Edge[] {
  const edges = new EdgeList();
  for (const { definition, value } of linkFields(of, query)) {
    if (definition.edge!.inverse) continue;
    for (const link of value.links) {
      const to = target(of, link, query);
      if (to !== undefined) edges.add(written(definition.edge!.name, of, to, of, link, value));
    }
  }
  for (const { edge, inverse, other } of containment(of, query)) {
    if (!inverse) edges.add(standing(edge, of, other));
  }
  for (const { writer, definition, link, value } of referrers(of, query, graph, record)) {
    if (definition.edge!.inverse) edges.add(written(definition.edge!.name, of, writer, writer, link, value));
  }
  return edges.all;
}

export function incomingEdges(of: Found, query: Query, graph: Graph, record: (key: string) => void): readonly Edge[] {
  const edges = new EdgeList();
  for (const { definition, value } of linkFields(of, query)) {
    if (!definition.edge!.inverse) continue;
    for (const link of value.links) {
      const from = target(of, link, query);
      if (from !== undefined) edges.add(written(definition.edge!.name, from, of, of, link, value));
    }
  }
  for (const { edge, inverse, other } of containment(of, query)) {
    if (inverse) edges.add(standing(edge, other, of));
  }
  for (const { writer, definition, link, value } of referrers(of, query, graph, record)) {
    if (!definition.edge!.inverse) edges.add(written(definition.edge!.name, writer, of, writer, link, value));
  }
  return edges.all;
}

const noValues: ReadonlyMap<string, Scalar> = new Map();

/** Edges without repetition: an edge is its name and its two ends. */
class EdgeList {
  readonly all: Edge[] = [];
  readonly #known = new Set<string>();

  add(edge: Edge): void {
    const key = `${edge.name} ${edge.from.file.path}#${edge.from.index} ${edge.to.file.path}#${edge.to.index}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.all.push(edge);
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
  query: Query,
): readonly { readonly definition: FieldDefinition; readonly value: FieldValue }[] {
  const kind = query.config.schema.kinds.get(of.item.kind);
  const fields: { definition: FieldDefinition; value: FieldValue }[] = [];
  for (const definition of kind?.fields ?? []) {
    if (definition.edge === undefined) continue;
    const value = effectiveField(of.file, of.index, definition.name);
    if (value !== undefined && value.links.length > 0) fields.push({ definition, value });
  }
  return fields;
}

function target(of: Found, link: LinkValue, query: Query): Found | undefined {
  const resolution = query.resolve(of, link.target);
  return resolution.type === "item" ? resolution.found : undefined;
}

/** Links made by standing inside: of this item to its container, and of its contents to it. */
function* containment(
  of: Found,
  query: Query,
): Iterable<{ readonly edge: string; readonly inverse: boolean; readonly other: Found }> {
  const { file, index, item } = of;
  if (item.container !== undefined && item.via !== undefined) {
    const container = query.at(file.path, item.container);
    const edge = container && viaEdge(of, container, query);
    if (container !== undefined && edge !== undefined) {
      // From the container's point of view a plain field runs outward, so from here it runs inward.
      yield { edge: edge.name, inverse: edge.outward, other: container };
    }
  }
  for (const at of innerItems(file, index)) {
    const child = definitionOf(query.at(file.path, at), query);
    const edge = child && viaEdge(query.at(file.path, at)!, of, query);
    if (child !== undefined && edge !== undefined) yield { edge: edge.name, inverse: !edge.outward, other: child };
  }
}

/**
 * A row of a metric table about a KPI that is defined elsewhere stands for that KPI. Other rows and sections about items
 * that are defined elsewhere only speak of them.
 */
function definitionOf(site: Found | undefined, query: Query): Found | undefined {
  if (site?.item.id === undefined || site.item.site === "document" || site.item.site === "nested") return site;
  const definition = query.definition(site.item.key);
  if (definition === undefined || (definition.index === site.index && definition.file === site.file)) return site;
  const isTwin = definition.item.site === site.item.site;
  return isTwin ? site : site.item.site === "table" ? definition : undefined;
}

/** The edge between an item and what it stands in; `outward` when it runs from the container to the item. */
function viaEdge(inner: Found, container: Found, query: Query): { name: string; outward: boolean } | undefined {
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
}

/** The items whose links lead here, in order of path and position; those that inherit such a link too. */
function referrers(of: Found, query: Query, graph: Graph, record: (key: string) => void): readonly Referring[] {
  const keys = namesOf(of.file, of.index).map(({ name }) => referrerKey(nameKey(name)));
  if (of.item.site === "document") keys.push(referrerKey(pathKey(of.file.path)));
  if (of.item.kind === "requirement" && of.item.id !== undefined) keys.push(referrerKey(nameKey(of.item.id)));
  const seen = new Set<string>();
  const found: Referring[] = [];
  for (const key of keys) {
    record(key);
    for (const entry of graph.list(key) as readonly Referrer[]) {
      const name = `${entry.path}#${entry.index}#${entry.field}#${entry.at}`;
      if (seen.has(name)) continue;
      seen.add(name);
      found.push(...referring(entry, of, query));
    }
  }
  return found.sort((a, b) => order(a.writer, b.writer));
}

function referring(entry: Referrer, of: Found, query: Query): readonly Referring[] {
  const writer = query.at(entry.path, entry.index);
  const value = writer?.item.fields.get(entry.field);
  const link = value?.links[entry.at];
  if (writer === undefined || value === undefined || link === undefined) return [];
  const end = target(writer, link, query);
  if (end === undefined || end.file.path !== of.file.path || end.index !== of.index) return [];
  const result: Referring[] = [];
  for (const holder of holders(writer, entry.field, query)) {
    const definition = query.config.schema.kinds.get(holder.item.kind)?.fieldNames.get(entry.field);
    if (definition?.edge !== undefined) result.push({ writer: holder, definition, link, value });
  }
  return result;
}

/** The item that writes a field, and the items inside it that inherit it. */
function holders(writer: Found, field: string, query: Query): readonly Found[] {
  const all = [writer];
  const value = effectiveField(writer.file, writer.index, field);
  for (const at of innerItems(writer.file, writer.index)) {
    if (effectiveField(writer.file, at, field) !== value) continue;
    const inner = query.at(writer.file.path, at);
    if (inner !== undefined) all.push(...holders(inner, field, query));
  }
  return all;
}

function order(a: Found, b: Found): number {
  if (a.file.path !== b.file.path) return a.file.path < b.file.path ? -1 : 1;
  return a.index - b.index;
}
