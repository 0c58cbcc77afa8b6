import { placeRange } from "../model/places.ts";
import { isKind } from "../model/schema.ts";
import type { FieldValue } from "../model/summary.ts";
import { addressesOf } from "../workspace/addresses.ts";
import { healthOf } from "../workspace/health.ts";
import { fieldOf, ownersOf, phaseOf, statusOf, textOf } from "../workspace/plan.ts";
import { progressOf } from "../workspace/progress.ts";
import type { Project } from "../workspace/project.ts";
import type { Found, Query } from "../workspace/query.ts";
import { places } from "./format-json.ts";

/** An item for programs; the order of keys is part of the form. Missing single values are null. */
export function itemAsJson(found: Found, project: Project, file: string, problems: number) {
  const { query } = project;
  const { item } = found;
  const { links, unresolved } = linksOf(found, query);
  const urls = addressesOf(found, query.config).map(({ url }) => url);
  return {
    id: item.key,
    kind: item.kind,
    title: item.title,
    status: statusOf(found) ?? null,
    phase: phaseOf(query, found),
    health: healthOf(query, found).health,
    progress: progressOf(query, found) ?? null,
    owner: ownersOf(found),
    timeframe: textOf(found, "timeframe") ?? null,
    file,
    range: places(placeRange(project.places(found.file.path)!, item.whole)),
    fields: fieldsOf(found, query),
    links,
    unresolved,
    problems,
    ...(urls.length === 0 ? {} : { urls }),
  };
}

/** Values that are no links, by canonical name: a text, or a list where the field takes several. Inherited ones too. */
function fieldsOf(found: Found, query: Query): Readonly<Record<string, unknown>> {
  const fields = new Map<string, unknown>();
  for (const { name, type, many } of query.config.schema.kinds.get(found.item.kind)?.fields ?? []) {
    const field = type === "link" || shown.has(name) ? undefined : fieldOf(found, name);
    if (field === undefined || field.state === "not-given") continue;
    fields.set(name, type === "measurements" ? measured(field) : writtenValue(field, many));
  }
  for (const { name, text } of found.item.extras) if (!fields.has(name)) fields.set(name, text);
  return Object.fromEntries(fields);
}

/** What stands in keys of its own. */
const shown = new Set(["id", "title", "status", "owner", "timeframe"]);

function writtenValue({ values, state }: FieldValue, many: boolean): string | readonly string[] | null {
  if (state === "none") return null;
  return many ? values.map(({ text }) => text) : (values[0]?.text ?? "");
}

function measured({ measurements }: FieldValue) {
  return measurements.map(({ date, value }) => ({ date: date.text, value: value.text }));
}

/** Where each link field leads, as keys; edges that the other end wrote count where this kind has a field for them. */
function linksOf(found: Found, query: Query) {
  const links = new Map<string, readonly string[]>();
  const unresolved = new Map<string, readonly string[]>();
  const { schema } = query.config;
  for (const { name, edge, to } of schema.kinds.get(found.item.kind)?.fields ?? []) {
    if (edge === undefined) continue;
    const ends = edge.inverse
      ? query.incoming(found, edge.name).map((link) => link.from)
      : query.outgoing(found, edge.name).map((link) => link.to);
    const others: string[] = [];
    const lost: string[] = [];
    for (const link of fieldOf(found, name)?.links ?? []) {
      const resolution = query.resolve(found, link.target);
      if (resolution.type === "external") others.push(link.text);
      else if (resolution.type === "file") others.push(resolution.path);
      else if (resolution.type !== "item") lost.push(link.text);
    }
    if (lost.length > 0) unresolved.set(name, lost);
    // An edge may serve several fields: a KPI is linked by features too, and they are none of its goals.
    const asked = ends.filter(({ item }) => to.length === 0 || isKind(schema, item.kind, to));
    const keys = [...new Set([...asked.map(({ item }) => item.key), ...others])];
    if (keys.length > 0) links.set(name, keys);
  }
  return { links: Object.fromEntries(links), unresolved: Object.fromEntries(unresolved) };
}
