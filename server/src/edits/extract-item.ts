import type { Document } from "../base/document.ts";
import { applyEdits, type Span, type TextEdit } from "../base/span.ts";
import { idPrefix } from "../model/requirement-id.ts";
import type { SchemaKind } from "../model/schema.ts";
import { canonicalName } from "../model/schema.ts";
import { readFrontmatter } from "../syntax/frontmatter.ts";
import { removeField, setField } from "../syntax/yaml-edit.ts";
import { appendItem, replaceItem } from "../syntax/yaml-edit-list.ts";
import type { YamlMap } from "../syntax/yaml-tree.ts";
import type { YamlValue } from "../syntax/yaml-write.ts";
import { nameKey, referrerKey } from "../workspace/contributions.ts";
import { isSame } from "../workspace/place.ts";
import type { Project } from "../workspace/project.ts";
import type { Found, Query } from "../workspace/query.ts";
import { viaEdge } from "../workspace/written-ties.ts";
import { frontmatterOf } from "./find-map.ts";
import { aroundOf, ownLink, takenOver } from "./implied.ts";
import { moveSection } from "./move-section.ts";
import { movedText } from "./moving.ts";
import type { Nested } from "./nested-at.ts";
import { type NewFile, newFile } from "./new-file.ts";
import type { PlanEdit } from "./plan-edit.ts";
import type { Section } from "./section.ts";
import { setItemField } from "./set-item-field.ts";

/** An item in the block at the top, or one that a heading defines. */
export interface Extracted {
  readonly found: Found;
  readonly kind: SchemaKind;
  /** Where it is written in a list. */
  readonly nested?: Nested & { readonly node: YamlMap };
  /** What the body says about it. */
  readonly section?: Section | undefined;
}

/**
 * Moves an item that is written in a document into a file of its own: its fields and what is said about it as they are
 * written, and what it took from the item around it. Its id stays in the list, and its heading, with a link.
 */
export function extractItem(
  project: Project,
  document: Document,
  { found, kind, nested, section }: Extracted,
  taken: Iterable<string>,
): PlanEdit {
  const { query } = project;
  const { title, id } = found.item;
  const { path } = found.file;
  const { path: to, name } =
    id === undefined ? unasked(project, kind, title, taken) : newFile(query, kind, { title, taken, id });
  const newline = document.text.includes("\r\n") ? "\r\n" : "\n";
  const fields = nested === undefined ? [] : [fieldsOf(project, document, path, nested.node, to, newline)];
  let text = ["---", ...fields, "---", ""].join(newline);
  const order = ["type", ...kind.fields.map((field) => field.name)];
  const written = (wanted: string): string | undefined =>
    nested?.node.entries.find(({ key }) => canonicalName(key.text) === wanted)?.key.text;
  const insert = (field: string, value: YamlValue, places: readonly string[] = []): void => {
    const { map } = readFrontmatter(text);
    text = map === undefined ? text : applyEdits(text, setField(text, map, written(field) ?? field, value, places));
  };
  const heading = written("title");
  const { map } = readFrontmatter(text);
  if (heading !== undefined && map !== undefined) text = applyEdits(text, removeField(text, map, heading));
  if (written("type") === undefined) insert("type", kind.name, order);
  if (written("id") === undefined) insert("id", name, order);
  const around = aroundOf(found, query);
  const link = nested === undefined ? freeLink(found, query) : undefined;
  const isLinked = around === undefined || saysSo(found, around, query);
  if (link !== undefined && around !== undefined && !isLinked) insert(link.name, around.item.key);
  for (const [field, value] of takenOver(found, query)) insert(field, value);
  const moved = section && moveSection(project, document, path, section, { title, to });
  text += `${newline}# ${title}${moved === undefined || moved.below === "" ? newline : moved.below}`;
  const edits = [...(moved?.edits ?? [])];
  if (nested !== undefined) {
    const { map: outer, entry, list, node } = nested;
    edits.push(
      ...(list === undefined
        ? setField(document.text, outer, entry.key.text, name)
        : replaceItem(document.text, outer, list, node, name)),
    );
  } else if (link === undefined && around !== undefined && !isLinked) {
    edits.push(...linkFrom(project, document, around, found));
  }
  return { edits, files: [{ type: "create", path: to, text }] };
}

/** With an id that no link asks for yet: what was meant with that one is something else. */
function unasked(project: Project, kind: SchemaKind, title: string, taken: Iterable<string>): NewFile {
  let asked: readonly string[] = [...taken];
  for (;;) {
    const file = newFile(project.query, kind, { title, taken: asked });
    if (idPrefix(file.name) === undefined || project.links(referrerKey(nameKey(file.name))).length === 0) return file;
    asked = [...asked, file.name];
  }
}

/** The field by which it can say what it belongs to, where it says nothing else there. */
function freeLink(found: Found, query: Query) {
  const around = aroundOf(found, query);
  const field = around && ownLink(found, around, query);
  return field === undefined || found.item.fields.get(field.name)?.state === "given" ? undefined : field;
}

/** Whether the bond of an item to what it stands in can be said once it stands elsewhere. */
export function canBelong(found: Found, query: Query): boolean {
  const around = aroundOf(found, query);
  const isBound = around !== undefined && viaEdge(found.item, around.item, query.config.schema) !== undefined;
  return !isBound || found.item.via?.of === "container" || freeLink(found, query) !== undefined;
}

/** Whether one of them says in a field that they belong together, beside the one standing in the other. */
function saysSo(found: Found, around: Found, query: Query): boolean {
  const leads = (from: Found, name: string | undefined, to: Found): boolean =>
    (from.item.fields.get(name ?? "")?.links ?? []).some(({ target }) => {
      const led = query.resolve(from, target);
      return led.type === "item" && isSame(led.found, to);
    });
  const { via } = found.item;
  if (via?.of === "container" && leads(around, via.field, found)) return true;
  return leads(found, via?.of === "item" ? via.field : ownLink(found, around, query)?.name, around);
}

/** Names it in the field of the item around it. */
function linkFrom(project: Project, document: Document, around: Found, { item }: Found): readonly TextEdit[] {
  const kind = project.config.schema.kinds.get(around.item.kind);
  const places = project.places(around.file.path);
  if (kind === undefined || places === undefined || item.via === undefined) return [];
  const written = around.item.fields.get(item.via.field);
  if (around.item.site === "document") {
    const { map } = frontmatterOf(document);
    const order = ["type", ...kind.fields.map(({ name }) => name)];
    const isThere = written === undefined || map?.entries.some(({ key }) => key.text === written.written);
    if (map !== undefined && isThere)
      return appendItem(document.text, map, written?.written ?? item.via.field, item.key, order);
  }
  const all = [...(written?.state === "given" ? written.links.map(({ text }) => text) : []), item.key];
  return setItemField({ document, places }, around.item, kind, item.via.field, all) ?? [];
}

/** The fields as lines, as they are written, with links that lead where they led. */
function fieldsOf(
  project: Project,
  document: Document,
  path: string,
  { flow, span, entries }: YamlMap,
  to: string,
  newline: string,
): string {
  const moved = (piece: Span): string => movedText({ project, document, path, span: piece, to, isPart: true });
  if (flow) return entries.map((entry) => moved(entry.span)).join(newline);
  const start = document.text.lastIndexOf("\n", span.start - 1) + 1;
  const indent = span.start - start;
  const lines = moved(span).split(/\r?\n/);
  return lines
    .map((line, at) => (at === 0 || line.slice(0, indent).trim() !== "" ? line : line.slice(indent)))
    .join(newline);
}
