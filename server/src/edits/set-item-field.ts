import { type Document, documentOffset } from "../base/document.ts";
import type { Span, TextEdit } from "../base/span.ts";
import { isNotGiven, noneOnPurpose } from "../model/given.ts";
import type { FieldDefinition } from "../model/kinds.ts";
import { type Places, placeRange } from "../model/places.ts";
import { looksLikeTarget } from "../model/read-target.ts";
import { canonicalName, type SchemaKind } from "../model/schema.ts";
import type { Entry, Item } from "../model/summary.ts";
import { removeField, setField } from "../syntax/yaml-edit.ts";
import { changeItems } from "../syntax/yaml-edit-list.ts";
import type { YamlMap, YamlNode } from "../syntax/yaml-tree.ts";
import { mapOfItem } from "./find-map.ts";

/** A file that is to be changed, as it is now. */
export interface Editable {
  readonly document: Document;
  readonly places: Places;
}

/**
 * Gives an item's field other values, none to take it out, as the smallest edit where the item is written: in the block at
 * the top, in a list of it, or in the lines below a heading. Links that stay keep the values that they carry, and items that
 * are written in the list stay. Undefined where the site has no place for it (a table without such a column).
 */
export function setItemField(
  file: Editable,
  item: Item,
  kind: SchemaKind,
  field: string,
  values: readonly string[],
): readonly TextEdit[] | undefined {
  const map = mapOfItem(file.document, file.places, item);
  const written = item.fields.get(field);
  if (map === undefined) return setInBody(file, item, kind, field, values);
  const name = written?.written ?? field;
  // Lines below the title or a section may say it: a second place would only contradict them.
  const isInMap = written === undefined || map.entries.some(({ key }) => key.text === name);
  if (!isInMap) return setInBody(file, item, kind, field, values);
  if (values.length === 0) return written === undefined ? [] : removeField(file.document.text, map, name);
  const old = map.entries.find(({ key }) => key.text === name)?.value;
  if (kind.fieldNames.get(field)?.type === "link") {
    if (old?.type === "map") return undefined;
    if (old?.type === "list" && old.items.some((node) => namesIn(node).length > 0)) {
      return setLinks(file.document.text, map, name, old.items, values);
    }
  }
  const order = kind.fields.map((definition) => definition.name);
  const isLine =
    values.length > 1 && old !== undefined && isListInLine(old) && values.every((one) => plainName.test(one));
  const value = values.length === 1 ? values[0]! : isLine ? values.join(", ") : values;
  return setField(file.document.text, map, name, value, ["type", ...order]);
}

/** `goals: GOAL-1, GOAL-2`: who writes so wants to read it so. */
function isListInLine(node: YamlNode): boolean {
  return node.type === "scalar" && node.text.includes(", ");
}

const plainName = /^[\w@][\w@./#-]*(?: [\w@./-]+)*$/;

function setLinks(
  text: string,
  map: YamlMap,
  name: string,
  items: readonly YamlNode[],
  values: readonly string[],
): readonly TextEdit[] {
  const isKept = (node: YamlNode): boolean => {
    const names = namesIn(node);
    return (
      (node.type === "map" && fieldsOf(node).has("title")) ||
      (names.length > 0 && names.every((one) => values.includes(one)))
    );
  };
  const kept = new Set(items.filter(isKept).flatMap(namesIn));
  const added = values.filter((value) => !kept.has(value));
  return changeItems(text, map, name, isKept, added);
}

/** What an entry of a list of links leads to, in the words of `LinkValue.text`. */
function namesIn(node: YamlNode): readonly string[] {
  if (node.type === "list") return [];
  if (node.type === "scalar") return node.text.split(",").flatMap((part) => part.trim() || []);
  const fields = fieldsOf(node);
  const name = fields.get("id") ?? fields.get("title") ?? fields.get("ref") ?? fields.get("path");
  return name === undefined ? [] : [name];
}

function fieldsOf(map: YamlMap): ReadonlyMap<string, string> {
  const given = map.entries.flatMap(({ key, value }): [string, string][] =>
    value?.type === "scalar" && value.text.trim() !== "" ? [[canonicalName(key.text), value.text.trim()]] : [],
  );
  return new Map(given);
}

/** Below a heading a field is a line of a list: `- Owner: ana`. */
function setInBody(
  { document, places }: Editable,
  item: Item,
  kind: SchemaKind,
  field: string,
  values: readonly string[],
): readonly TextEdit[] | undefined {
  const written = item.fields.get(field);
  const { text } = document;
  const spanOf = (entry: Entry): Span => {
    const { start, end } = placeRange(places, entry);
    return { start: documentOffset(document, start), end: documentOffset(document, end) };
  };
  const definition = kind.fieldNames.get(field);
  const value = inText(values, definition);
  if (value === undefined) return undefined;
  if (written !== undefined) {
    const { start, end } = spanOf(written.entry);
    if (values.length === 0) return [{ span: wholeLine(text, start, end), newText: "" }];
    if (written.entry !== written.key) return [{ span: { start, end }, newText: value }];
    const at = lineEnd(text, end);
    return [{ span: { start: at, end: at }, newText: /\s$/.test(text.slice(start, at)) ? value : ` ${value}` }];
  }
  if (item.site !== "heading") return undefined;
  if (values.length === 0) return [];
  const shown = labelOf(definition?.name ?? field);
  const line = `- ${shown}: ${value}`;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const known = [...item.fields.values()].map(({ entry }) => spanOf(entry).end);
  if (known.length > 0) {
    const last = Math.max(...known);
    const isRow = /^\s*\|/.test(text.slice(text.lastIndexOf("\n", last - 1) + 1, last));
    const end = isRow ? rowEnd(text, last) : lineEnd(text, last);
    return [{ span: { start: end, end }, newText: `${newline}${isRow ? `| ${shown} | ${value} |` : line}` }];
  }
  const end = lineEnd(text, spanOf(item.entry).end);
  return [{ span: { start: end, end }, newText: `${newline}${newline}${line}` }];
}

/** Values of a field as a line of text says them: there a link has to look like one. Undefined where it cannot. */
export function inText(values: readonly string[], definition: FieldDefinition | undefined): string | undefined {
  const isName = (one: string): boolean =>
    definition?.type === "link" && !looksLikeTarget(one) && noneOnPurpose(one) === undefined && !isNotGiven(one);
  // There, what has no id of its own cannot be named: a document is meant, or a heading in it.
  if (values.some((one) => isName(one) && /[#/]/.test(one))) return undefined;
  return values.map((one) => (isName(one) ? `[[${one}]]` : one)).join(", ");
}

/** The name of a field in front of its value in a text: `Depends on`. */
export function labelOf(name: string): string {
  return name === "kpis" ? "KPIs" : `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll("-", " ")}`;
}

function wholeLine(text: string, from: number, to: number): Span {
  const newline = text.indexOf("\n", to);
  return { start: text.lastIndexOf("\n", from - 1) + 1, end: newline < 0 ? text.length : newline + 1 };
}

/** Where a row of a table ends; of its head behind the line that parts it from the others. */
function rowEnd(text: string, from: number): number {
  const end = lineEnd(text, from);
  const next = lineEnd(text, text.indexOf("\n", end) + 1);
  const rule = text.slice(end, next);
  return rule.includes("-") && /^[\s|:-]+$/.test(rule) ? next : end;
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  if (newline < 0) return text.length;
  return text[newline - 1] === "\r" ? newline - 1 : newline;
}
