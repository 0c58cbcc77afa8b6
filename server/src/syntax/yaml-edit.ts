import type { Span, TextEdit } from "../base/span.ts";
import { yamlQuoted, yamlScalar } from "./yaml-quote.ts";
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from "./yaml-tree.ts";
import { type WriteStyle, writeBehindColon, writeField, writeFlow, writeItem, type YamlValue } from "./yaml-write.ts";

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

/**
 * Adds an entry to a list: to a block list below its last one, in brackets behind it, to a text with commas another
 * comma; one text becomes a block list of two. A field without a value, or not there yet, gets this one alone.
 */
export function appendItem(
  text: string,
  map: YamlMap,
  name: string,
  item: YamlValue,
  order: readonly string[] = [],
): TextEdit[] {
  const entry = entryOf(map, name);
  const alone = typeof item === "string" ? item : [item];
  const list = entry?.value;
  if (!entry || list === undefined || isEmpty(list)) return setField(text, map, name, alone, order);
  const style = styleOf(text, map);
  if (list.type === "list") return [appendToList(text, list, item, style)];
  if (list.type === "scalar" && list.text.includes(",") && typeof item === "string" && !item.includes(",")) {
    return [{ span: list.span, newText: likeBefore(`${list.text}, ${item}`, list, style) }];
  }
  if (map.flow || list.type === "map") {
    const newText = writeFlow(item, { ...style, flow: true });
    return [
      { span: at(list.span.start), newText: "[" },
      { span: at(list.span.end), newText: `, ${newText}]` },
    ];
  }
  return listOfTwo(text, entry, list, item, style);
}

/**
 * Takes entries out of a list and adds others below the last one. What stays keeps its comments and everything that is
 * written in it. Nothing changes where the field holds no list.
 */
export function changeItems(
  text: string,
  map: YamlMap,
  name: string,
  isKept: (item: YamlNode) => boolean,
  added: readonly YamlValue[],
): TextEdit[] {
  const list = entryOf(map, name)?.value;
  if (list?.type !== "list" || (added.length === 0 && list.items.every(isKept))) return [];
  const style = styleOf(text, map);
  if (list.flow) {
    const kept = list.items.filter(isKept).map(({ span }) => text.slice(span.start, span.end));
    const inner = { ...style, flow: true };
    const newText = `[${[...kept, ...added.map((value) => writeFlow(value, inner))].join(", ")}]`;
    return [{ span: list.span, newText }];
  }
  const indent = column(text, list.span.start);
  const span = { start: lineStart(text, list.span.start), end: lineEnd(text, list.span.end) };
  let kept = "";
  let from = span.start;
  for (const item of list.items.filter((one) => !isKept(one))) {
    kept += text.slice(from, lineStart(text, dashOf(text, item)));
    const newline = text.indexOf("\n", item.span.end);
    from = newline < 0 ? span.end : Math.min(newline + 1, span.end);
  }
  kept = (kept + text.slice(from, span.end)).replace(/\r?\n$/, "");
  const written = added.map((value) => " ".repeat(indent) + writeItem(value, { ...style, indent }));
  return [{ span, newText: [kept, ...written].filter(Boolean).join(style.newline) }];
}

/** Puts another entry in the place of one of a list; a comment behind it stays. */
export function replaceItem(text: string, map: YamlMap, list: YamlList, item: YamlNode, value: YamlValue): TextEdit[] {
  const style = styleOf(text, map);
  if (list.flow) return [{ span: item.span, newText: writeFlow(value, { ...style, flow: true }) }];
  // In a list that is broken something else may stand there than a dash.
  if (!/-[ \t]+$/.test(text.slice(lineStart(text, item.span.start), item.span.start))) return [];
  const written = writeItem(value, { ...style, indent: column(text, list.span.start) });
  return [{ span: item.span, newText: written.slice("- ".length) }];
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
  const start = lineStart(text, entry.span.start);
  if (text.slice(start, entry.span.start).trim() === "") {
    const end = lineEnd(text, entry.span.end);
    const newline = text.startsWith("\r\n", end) ? 2 : text[end] === "\n" ? 1 : 0;
    return [{ span: { start, end: end + newline }, newText: "" }];
  }
  // The first field stands behind the dash of its entry, which the next one takes over.
  const end = next ? next.span.start : entry.span.end;
  return [{ span: { start: entry.span.start, end }, newText: next ? "" : "{}" }];
}

function entryOf(map: YamlMap, name: string): YamlEntry | undefined {
  return map.entries.find(({ key }) => key.text === name);
}

/** Where the dash of an entry of a block list stands. */
function dashOf(text: string, item: YamlNode): number {
  return text.lastIndexOf("-", item.span.start - 1);
}

function isBefore(order: readonly string[], name: string, rank: number): boolean {
  const own = order.indexOf(name);
  return own >= 0 && own < rank;
}

/** How this map is written: where its names start, its line endings, its quotes and its lists. */
function styleOf(text: string, map: YamlMap): WriteStyle {
  const start = map.entries[0]?.span.start ?? map.span.start;
  const newline = newlineNear(text, start);
  const lists = map.entries
    .map(({ key, value }) => ({ key, value }))
    .filter(({ value }) => value?.type === "list" && !value.flow);
  const flat = lists[0] && column(text, lists[0].value!.span.start) === column(text, lists[0].key.span.start);
  const quote = firstQuote(map);
  return {
    indent: column(text, start),
    newline,
    flow: map.flow,
    ...(flat && { flatLists: true }),
    ...(quote && { quote }),
  };
}

/** The line ending at `offset`, else the first one of the text. */
function newlineNear(text: string, offset: number): "\n" | "\r\n" {
  const below = text.indexOf("\n", offset);
  const newline = below < 0 ? text.indexOf("\n") : below;
  return newline > 0 && text[newline - 1] === "\r" ? "\r\n" : "\n";
}

function firstQuote(node: YamlNode): "double" | "single" | undefined {
  if (node.type === "scalar") return node.style === "double" || node.style === "single" ? node.style : undefined;
  const inner = node.type === "list" ? node.items : node.entries.flatMap(({ value }) => value ?? []);
  for (const one of inner) {
    const quote = firstQuote(one);
    if (quote) return quote;
  }
  return undefined;
}

/** A text in the quotes that the old one had. */
function likeBefore(value: string, old: YamlScalar, style: WriteStyle): string {
  return old.style === "double" || old.style === "single" ? yamlQuoted(value, old.style) : yamlScalar(value, style);
}

function isEmpty(node: YamlNode): boolean {
  return node.type === "scalar" && node.span.start === node.span.end;
}

/** The colon behind a name; between them only blanks can stand. */
function colonOf(text: string, { key }: YamlEntry): number {
  return afterBlanks(text, key.span.end);
}

function afterBlanks(text: string, from: number): number {
  while (text[from] === " " || text[from] === "\t") from++;
  return from;
}

/** Writes `newText` where nothing stands yet, in place of the blanks at the end of the line. */
function fill(text: string, from: number, newText: string): TextEdit {
  const end = afterBlanks(text, from);
  const alone = end === text.length || text[end] === "\n" || text[end] === "\r";
  return { span: { start: from, end: alone ? end : from }, newText };
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
  const ends = start === text.length || lineStart(text, start) !== start;
  return { span: at(start), newText: ends ? `${newline}${field}` : `${field}${newline}` };
}

function appendToList(text: string, list: YamlList, item: YamlValue, style: WriteStyle): TextEdit {
  const last = list.items.at(-1);
  if (list.flow) {
    const newText = writeFlow(item, { ...style, flow: true });
    if (last === undefined) return { span: { start: list.span.start + 1, end: list.span.end - 1 }, newText };
    return { span: at(last.span.end), newText: `, ${newText}` };
  }
  const indent = column(text, list.span.start);
  const written = writeItem(item, { ...style, indent });
  if (last && isEmpty(last)) return fill(text, last.span.start, written.slice(1));
  return { span: at(lineEnd(text, list.span.end)), newText: `${style.newline}${" ".repeat(indent)}${written}` };
}

/** The value moves below its name as it is written, and the new one below it. */
function listOfTwo(text: string, entry: YamlEntry, old: YamlScalar, item: YamlValue, style: WriteStyle): TextEdit[] {
  const indent = style.flatLists ? style.indent : style.indent + 2;
  const start = style.newline + " ".repeat(indent);
  const oneLine = !text.slice(old.span.start, old.span.end).includes("\n");
  const first = oneLine ? text.slice(old.span.start, old.span.end) : yamlQuoted(old.text);
  const newText = `${start}- ${first}`;
  const end = lineEnd(text, old.span.end);
  return [
    { span: { start: colonOf(text, entry) + 1, end: old.span.end }, newText },
    { span: at(end), newText: start + writeItem(item, { ...style, indent }) },
  ];
}

function at(offset: number): Span {
  return { start: offset, end: offset };
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the line of `offset` ends, before its line break. */
function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  if (newline < 0) return text.length;
  return text[newline - 1] === "\r" && newline > offset ? newline - 1 : newline;
}

/** The column of `offset`; a byte order mark takes none. */
function column(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return offset - start - (start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0);
}
