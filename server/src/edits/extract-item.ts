import type { Document } from "../base/document.ts";
import { applyEdits } from "../base/span.ts";
import { inherits } from "../model/inherit.ts";
import type { SchemaKind } from "../model/schema.ts";
import { canonicalName } from "../model/schema.ts";
import { readFrontmatter } from "../syntax/frontmatter.ts";
import { insertField, removeField, replaceItem, setField } from "../syntax/yaml-edit.ts";
import type { YamlMap } from "../syntax/yaml-tree.ts";
import type { YamlValue } from "../syntax/yaml-write.ts";
import { fieldOf, statusOf } from "../workspace/plan.ts";
import type { Found, Query } from "../workspace/query.ts";
import type { Nested } from "./nested-at.ts";
import { newFile } from "./new-file.ts";
import type { PlanEdit } from "./plan-edit.ts";

/**
 * Moves an item that is written in a list into a file of its own, with its fields as they are written and what it took from
 * the item around it; its id stays in the list.
 */
export function extractItem(
  document: Document,
  { map: around, entry, list, node }: Nested & { readonly node: YamlMap },
  found: Found,
  kind: SchemaKind,
  query: Query,
  taken: Iterable<string>,
): PlanEdit {
  const { title, id } = found.item;
  const { path, name } = newFile(query, kind, { title, taken, ...(id === undefined ? {} : { id }) });
  const newline = document.text.includes("\r\n") ? "\r\n" : "\n";
  let text = `---${newline}${fieldsOf(document.text, node, newline)}${newline}---${newline}`;
  const order = ["type", ...kind.fields.map((field) => field.name)];
  const change = (edit: (map: YamlMap) => Parameters<typeof applyEdits>[1]): void => {
    const { map } = readFrontmatter(text);
    if (map !== undefined) text = applyEdits(text, edit(map));
  };
  const written = (wanted: string): string | undefined =>
    node.entries.find(({ key }) => canonicalName(key.text) === wanted)?.key.text;
  const heading = written("title");
  if (heading !== undefined) change((map) => removeField(text, map, heading));
  if (written("type") === undefined) change((map) => insertField(text, map, "type", kind.name, order));
  if (id === undefined) change((map) => insertField(text, map, "id", name, order));
  for (const [field, value] of takenOver(found, query)) change((map) => insertField(text, map, field, value, order));
  text += `${newline}# ${title}${newline}`;
  const edits =
    list === undefined
      ? setField(document.text, around, entry.key.text, name)
      : replaceItem(document.text, around, list, node, name);
  return { edits, files: [{ type: "create", path, text }] };
}

/** The fields as lines, as they are written. */
function fieldsOf(text: string, { flow, span, entries }: YamlMap, newline: string): string {
  if (flow) return entries.map((entry) => text.slice(entry.span.start, entry.span.end)).join(newline);
  const start = text.lastIndexOf("\n", span.start - 1) + 1;
  const indent = span.start - start;
  const lines = text.slice(span.start, span.end).split(/\r?\n/);
  return lines
    .map((line, at) => (at === 0 || line.slice(0, indent).trim() !== "" ? line : line.slice(indent)))
    .join(newline);
}

/** What it says by standing where it stands. */
function takenOver(found: Found, query: Query): readonly (readonly [string, YamlValue])[] {
  const { item, file } = found;
  const fields = ["owner", "team", "goals", "kpis", "audience", "timeframe"].flatMap((name) => {
    const value = item.fields.has(name) || !inherits(item, name) ? undefined : fieldOf(found, name);
    if (value?.state === "none") return [[name, value.reason === "" ? "n/a" : `n/a: ${value.reason}`] as const];
    if (value?.state !== "given") return [];
    const around = item.container === undefined ? found : (query.at(file.path, item.container) ?? found);
    const texts = value.links.map(({ text, target }) => {
      const to = query.resolve(around, target);
      return to.type === "item" ? to.found.item.key : text;
    });
    const all = texts.length > 0 ? texts : value.values.map(({ text }) => text);
    return all.length === 0 ? [] : [[name, all.length === 1 ? all[0]! : all] as const];
  });
  const status = item.fields.has("status") ? undefined : statusAround(found, query);
  return status === undefined ? fields : [...fields, ["status", status]];
}

/** Without a status of its own an item has the phase of what it stands in. */
function statusAround({ item, file }: Found, query: Query): string | undefined {
  const around = item.container === undefined ? undefined : query.at(file.path, item.container);
  return around && (statusOf(around) ?? statusAround(around, query));
}
