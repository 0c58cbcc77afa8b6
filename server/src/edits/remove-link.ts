import type { Document } from "../base/document.ts";
import type { Span, TextEdit } from "../base/span.ts";
import { innerSpan } from "../model/inner-span.ts";
import { canonicalName } from "../model/schema.ts";
import { removeField } from "../syntax/yaml-edit.ts";
import type { YamlList, YamlMap, YamlNode, YamlScalar } from "../syntax/yaml-tree.ts";
import { frontmatterOf } from "./find-map.ts";

/**
 * Takes one link out, with the comma, the line or the entry that goes with it; the last one with its field. Undefined where
 * more than a link stands there: an item that is defined in its place.
 */
export function removeLink(document: Document, link: Span): readonly TextEdit[] | undefined {
  const { text } = document;
  const { map, content } = frontmatterOf(document);
  const isAtTop = map !== undefined && link.start >= content.start && link.end <= content.end;
  if (!isAtTop) return [{ span: inText(text, link), newText: "" }];
  const site = siteOf(map, link.start);
  return site === undefined ? undefined : removeAt(text, link, site);
}

interface Site {
  readonly scalar: YamlScalar;
  /** The mapping and the name of the field that the scalar is a value of. */
  readonly map: YamlMap;
  readonly name: string;
  /** The list it stands in, alone or as the id of an entry with values of the link. */
  readonly list: YamlList | undefined;
  readonly entry: YamlNode | undefined;
}

function removeAt(text: string, link: Span, { scalar, map, name, list, entry }: Site): readonly TextEdit[] | undefined {
  const inner = innerSpan(scalar);
  const isWhole = link.start <= inner.start && link.end >= inner.end;
  if (!isWhole) return [{ span: withComma(text, link, inner), newText: "" }];
  if (list === undefined || entry === undefined || list.items.length === 1) {
    // In the first line of an entry, or in braces, the field is not alone on its line; an empty list says the same.
    return removeField(text, map, name);
  }
  const span = list.flow ? withComma(text, entry.span, list.span) : wholeEntry(text, entry);
  return span && [{ span, newText: "" }];
}

/** Where the scalar around an offset stands. */
function siteOf(root: YamlMap, offset: number): Site | undefined {
  const open: YamlMap[] = [root];
  for (let map = open.pop(); map !== undefined; map = open.pop()) {
    for (const { key, value } of map.entries) {
      if (value === undefined || !holds(value.span, offset)) continue;
      if (value.type === "scalar") return { scalar: value, map, name: key.text, list: undefined, entry: undefined };
      if (value.type === "map") open.push(value);
      else {
        const entry = value.items.find(({ span }) => holds(span, offset));
        if (entry?.type === "scalar") return { scalar: entry, map, name: key.text, list: value, entry };
        if (entry?.type !== "map") continue;
        const reference = referenceAt(entry, offset);
        if (reference !== undefined) return { scalar: reference, map, name: key.text, list: value, entry };
        open.push(entry);
      }
    }
  }
  return undefined;
}

/** The name by which an entry refers to an item; one with a title defines an item. */
function referenceAt({ entries }: YamlMap, offset: number): YamlScalar | undefined {
  const named = new Map(entries.map(({ key, value }) => [canonicalName(key.text), value]));
  if (named.has("title")) return undefined;
  const reference = named.get("id") ?? named.get("ref") ?? named.get("path");
  return reference?.type === "scalar" && holds(reference.span, offset) ? reference : undefined;
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** An entry of a block list with its lines; undefined where something else begins on its first one. */
function wholeEntry(text: string, entry: YamlNode): Span | undefined {
  const dash = text.lastIndexOf("-", entry.span.start - 1);
  const start = text.lastIndexOf("\n", dash - 1) + 1;
  if (text.slice(start, dash).trim() !== "") return undefined;
  const newline = text.indexOf("\n", entry.span.end);
  return { start, end: newline < 0 ? text.length : newline + 1 };
}

/** With the comma in front of it, else the one behind it. */
function withComma(text: string, { start, end }: Span, around: Span): Span {
  const before = /,\s*$/.exec(text.slice(around.start, start));
  if (before !== null) return { start: around.start + before.index, end };
  const after = /^\s*,\s*/.exec(text.slice(end, around.end));
  return { start, end: after === null ? end : end + after[0].length };
}

/** In the lines below a heading, or in a cell: alone behind its name it goes with the line. */
function inText(text: string, link: Span): Span {
  const start = text.lastIndexOf("\n", link.start - 1) + 1;
  const newline = text.indexOf("\n", link.end);
  const end = newline < 0 ? text.length : newline;
  const isAlone = /:[\s*_]*$/.test(text.slice(start, link.start)) && text.slice(link.end, end).trim() === "";
  if (isAlone && !text.slice(start, end).includes("|")) return { start, end: newline < 0 ? text.length : newline + 1 };
  return withComma(text, link, { start, end });
}
