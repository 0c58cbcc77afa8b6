import { lineStartAt } from "../base/lines.ts";
import type { TextEdit } from "../base/span.ts";
import { at, colonOf, entryOf, fill, isEmpty, lineEnd } from "./yaml-place.ts";
import { yamlScalar } from "./yaml-quote.ts";
import { likeBefore, styleOf } from "./yaml-style.ts";
import type { YamlMap, YamlNode } from "./yaml-tree.ts";
import { type WriteStyle, writeBehindColon, writeField, writeFlow, type YamlValue } from "./yaml-write.ts";

/**
 * Small changes to a block, as the smallest edits on its text: comments, quotes, indentation and line endings stay.
 * `text` is the whole text that `map` was read from.
 */

/** Gives a field a value; a field that is not there yet is inserted as `insertField` does. */
export function setField(
  text: string,
  map: YamlMap,
  name: string,
  value: YamlValue,
  order: readonly string[] = [],
): TextEdit[] {
  const entry = entryOf(map, name);
  if (!entry) return insertField(text, map, name, value, order);
  const style = styleOf(text, map);
  const old = entry.value;
  const colon = colonOf(text, entry);
  if (text[colon] !== ":") {
    // A name that is just being typed; what is read as its value begins with a colon of its own, further down.
    const span = {
      start: entry.key.span.end,
      end: Math.max(entry.key.span.end, old === undefined ? 0 : entry.span.end),
    };
    return [{ span, newText: `:${writeBehindColon(value, style)}` }];
  }
  if (old === undefined || isEmpty(old)) return [fill(text, colon + 1, writeBehindColon(value, style))];
  if (old.span.start < colon || old.span.end > entry.span.end) {
    // The value stands elsewhere, and only its `*name` here.
    return [{ span: { start: colon + 1, end: entry.span.end }, newText: writeBehindColon(value, style) }];
  }
  if (typeof value === "string" && old.type === "scalar")
    return [{ span: old.span, newText: likeBefore(value, old, style) }];
  const behind = old.type === "list" && old.flow ? ` ${writeFlow(value, style)}` : writeBehindColon(value, style);
  return replaceValue(text, colon, old, behind);
}

/**
 * Inserts a field that is not there: behind the fields that come before it in `order`, in front of the others when
 * none does, and at the end when `order` does not name it.
 */
export function insertField(
  text: string,
  map: YamlMap,
  name: string,
  value: YamlValue,
  order: readonly string[] = [],
): TextEdit[] {
  const style = styleOf(text, map);
  const field = map.flow ? `${yamlScalar(name, style)}: ${writeFlow(value, style)}` : writeField(name, value, style);
  const first = map.entries[0];
  if (first === undefined) return [insertFirst(text, map, field, style)];
  const rank = order.indexOf(name);
  const before = rank < 0 ? map.entries : map.entries.filter(({ key }) => isBefore(order, key.text, rank));
  const last = before.at(-1);
  if (map.flow) {
    const place = last ? last.span.end : first.span.start;
    return [{ span: at(place), newText: last ? `, ${field}` : `${field}, ` }];
  }
  const indent = " ".repeat(style.indent);
  if (last === undefined) return [{ span: at(first.span.start), newText: `${field}${style.newline}${indent}` }];
  return [{ span: at(lineEnd(text, last.span.end)), newText: `${style.newline}${indent}${field}` }];
}

/** Removes a field with its value and the comment behind it; comments above it stay. */
export function removeField(text: string, map: YamlMap, name: string): TextEdit[] {
  const entry = entryOf(map, name);
  if (!entry) return [];
  const index = map.entries.indexOf(entry);
  const next = map.entries[index + 1];
  const previous = map.entries[index - 1];
  if (map.flow) {
    const span = previous
      ? { start: previous.span.end, end: entry.span.end }
      : { start: entry.span.start, end: next ? next.span.start : entry.span.end };
    return [{ span, newText: "" }];
  }
  const start = lineStartAt(text, entry.span.start);
  if (text.slice(start, entry.span.start).trim() === "") {
    const end = lineEnd(text, entry.span.end);
    const newline = text.startsWith("\r\n", end) ? 2 : text[end] === "\n" ? 1 : 0;
    return [{ span: { start, end: end + newline }, newText: "" }];
  }
  // The first field stands behind the dash of its entry, which the next one takes over.
  const end = next ? next.span.start : entry.span.end;
  return [{ span: { start: entry.span.start, end }, newText: next ? "" : "{}" }];
}

function isBefore(order: readonly string[], name: string, rank: number): boolean {
  const own = order.indexOf(name);
  return own >= 0 && own < rank;
}

/** A value on the line of its name is replaced; of one below, the lines go, and a comment behind the name stays. */
function replaceValue(text: string, colon: number, old: YamlNode, behind: string): TextEdit[] {
  const end = lineEnd(text, colon);
  if (old.span.start < end)
    return [{ span: { start: colon + 1, end: Math.max(old.span.end, colon + 1) }, newText: behind }];
  if (!behind.startsWith(" ")) return [{ span: { start: end, end: old.span.end }, newText: behind }];
  return [
    { span: at(colon + 1), newText: behind },
    { span: { start: end, end: old.span.end }, newText: "" },
  ];
}

function insertFirst(text: string, map: YamlMap, field: string, { newline }: WriteStyle): TextEdit {
  if (map.flow) return { span: { start: map.span.start + 1, end: map.span.end - 1 }, newText: ` ${field} ` };
  // An empty block holds at most comments, which stay below.
  const { start } = map.span;
  const ends = start === text.length || lineStartAt(text, start) !== start;
  return { span: at(start), newText: ends ? `${newline}${field}` : `${field}${newline}` };
}
