import { lineStartAt } from "../base/lines.ts";
import type { TextEdit } from "../base/span.ts";
import { setField } from "./yaml-edit.ts";
import { at, colonOf, column, entryOf, fill, isEmpty, lineEnd } from "./yaml-place.ts";
import { yamlQuoted } from "./yaml-quote.ts";
import { likeBefore, styleOf } from "./yaml-style.ts";
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from "./yaml-tree.ts";
import { type WriteStyle, writeFlow, writeItem, type YamlValue } from "./yaml-write.ts";

/** Small changes to the entries of a list in a block, as `yaml-edit.ts` has them to its fields. */

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
  const span = { start: lineStartAt(text, list.span.start), end: lineEnd(text, list.span.end) };
  let kept = "";
  let from = span.start;
  for (const item of list.items.filter((one) => !isKept(one))) {
    kept += text.slice(from, lineStartAt(text, dashOf(text, item)));
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
  if (!/-[ \t]+$/.test(text.slice(lineStartAt(text, item.span.start), item.span.start))) return [];
  const written = writeItem(value, { ...style, indent: column(text, list.span.start) });
  return [{ span: item.span, newText: written.slice("- ".length) }];
}

/** Where the dash of an entry of a block list stands. */
function dashOf(text: string, item: YamlNode): number {
  return text.lastIndexOf("-", item.span.start - 1);
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
