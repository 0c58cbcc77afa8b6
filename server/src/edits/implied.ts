import { inherits } from "../model/inherit.ts";
import type { FieldDefinition } from "../model/kinds.ts";
import { isKind } from "../model/schema.ts";
import type { FieldValue, Item } from "../model/summary.ts";
import type { YamlValue } from "../syntax/yaml-write.ts";
import { isSame } from "../workspace/place.ts";
import { fieldOf, statusOf, timeframeOf } from "../workspace/plan.ts";
import type { Found, Query } from "../workspace/query.ts";
import { viaEdge } from "../workspace/written-ties.ts";

/**
 * What an item says by standing where it stands, as fields that say the same in a document of its own. They go to its end in
 * this order: by that they are known when it comes back.
 */
export function takenOver(found: Found, query: Query): readonly (readonly [string, YamlValue])[] {
  const { item, file } = found;
  const around = item.fields.get("status")?.state === "given" ? undefined : aroundOf(found, query);
  const status = around && nearestStatus(around, query);
  const fields = inOrder.flatMap((name) => {
    if (name === "status") return status === undefined ? [] : [[name, status] as const];
    const value = item.fields.has(name) || !inherits(item, name) ? undefined : fieldOf(found, name);
    if (value?.state === "none") return [[name, value.reason === "" ? "n/a" : `n/a: ${value.reason}`] as const];
    if (value?.state !== "given") return [];
    const around = item.container === undefined ? found : (query.at(file.path, item.container) ?? found);
    const all = soundIn(name, value, around, query);
    return all.length === 0 ? [] : [[name, all.length === 1 ? all[0]! : all] as const];
  });
  return fields;
}

/**
 * Of the fields of a document those at its end, by their canonical names, that standing in another item says as well: in front
 * of them somebody may have written the same on purpose.
 */
export function impliedAtEnd(
  names: readonly string[],
  of: Found,
  around: Found,
  via: Item["via"],
  query: Query,
): readonly string[] {
  let first = names.length;
  for (let rank = inOrder.length; first > 0; first--) {
    const name = names[first - 1]!;
    const own = inOrder.indexOf(name);
    // What it belongs to comes first.
    if (own >= rank || rank < 0 || !isImplied(name, of, around, via, query)) break;
    rank = own;
  }
  return names.slice(first);
}

/** Whether what a document says under a field would be said by standing in another item, in the place of `via`. */
function isImplied(name: string, of: Found, around: Found, via: Item["via"], query: Query): boolean {
  const own = of.item.fields.get(name);
  if (own === undefined) return false;
  if (name === "status") return own.values[0]?.text === nearestStatus(around, query);
  if (inherits({ ...of.item, outside: false }, name)) {
    const given = fieldOf(around, name);
    if (given?.state !== own.state || given.state === "not-given" || given.reason !== own.reason) return false;
    return meantBy(own, of, query).join("\n") === meantBy(given, around, query).join("\n") && !saysMore(own);
  }
  const field = query.config.schema.kinds.get(of.item.kind)?.fieldNames.get(name);
  const edge = viaEdge({ ...of.item, via }, around.item, query.config.schema);
  if (edge === undefined || field?.edge?.name !== edge.name || field.edge.inverse !== edge.outward) return false;
  const [link] = own.links;
  const to = own.links.length === 1 && !saysMore(own) ? query.resolve(of, link!.target) : undefined;
  return to?.type === "item" && isSame(to.found, around);
}

const inOrder: readonly string[] = ["owner", "team", "status", "timeframe", "goals", "kpis", "audience"];

/** The field of an item by which it says itself that it belongs where it stands; undefined where only the other end can. */
export function ownLink(found: Found, around: Found, query: Query): FieldDefinition | undefined {
  const { schema } = query.config;
  const edge = viaEdge(found.item, around.item, schema);
  if (edge === undefined) return undefined;
  return schema.kinds
    .get(found.item.kind)
    ?.fields.find(
      (field) =>
        field.edge?.name === edge.name &&
        field.edge.inverse === edge.outward &&
        isKind(schema, around.item.kind, field.to),
    );
}

/** The item around one that is written in a document. */
export function aroundOf({ item, file }: Found, query: Query): Found | undefined {
  return item.container === undefined ? undefined : query.at(file.path, item.container);
}

/** Without a status of its own an item has the phase of what it stands in. */
function nearestStatus(found: Found, query: Query): string | undefined {
  const around = aroundOf(found, query);
  return statusOf(found) ?? (around && nearestStatus(around, query));
}

/** What a field leads to or says, in words that mean the same in any document. */
function meantBy({ links, values }: FieldValue, from: Found, query: Query): readonly string[] {
  if (links.length === 0) return values.map(({ text }) => text);
  return links.map(({ text, target }) => {
    const to = query.resolve(from, target);
    return to.type === "item" ? to.found.item.key : text;
  });
}

/** Of what is inherited, what can be said again: a fault is said once. */
function soundIn(name: string, value: FieldValue, around: Found, query: Query): readonly string[] {
  const { schema } = query.config;
  const to = schema.kinds.get(around.item.kind)?.fieldNames.get(name)?.to ?? [];
  const links = value.links.filter(({ target }) => {
    const led = query.resolve(around, target);
    return led.type === "external" || (led.type === "item" && isKind(schema, led.found.item.kind, to));
  });
  if (value.links.length > 0) return meantBy({ ...value, links, values: [] }, around, query);
  const isSound = name !== "timeframe" || timeframeOf(query, around)?.kind !== "invalid";
  return isSound ? meantBy(value, around, query) : [];
}

/** A link may carry values of its own. */
function saysMore({ links }: FieldValue): boolean {
  return links.some(({ values, target }) => values.size > 0 || target.type === "nested");
}
