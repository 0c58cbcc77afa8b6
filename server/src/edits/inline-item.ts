import type { Document } from "../base/document.ts";
import { applyEdits, type TextEdit } from "../base/span.ts";
import { canonicalName } from "../model/schema.ts";
import { readFrontmatter } from "../syntax/frontmatter.ts";
import { readMarkdown } from "../syntax/markdown.ts";
import { removeField, replaceItem, setField } from "../syntax/yaml-edit.ts";
import { yamlScalar } from "../syntax/yaml-quote.ts";
import type { YamlList, YamlMap, YamlNode } from "../syntax/yaml-tree.ts";
import type { YamlValue } from "../syntax/yaml-write.ts";
import { frontmatterOf } from "./find-map.ts";
import type { Nested } from "./nested-at.ts";

/** Whether a document says nothing below its title, so that its fields are all of it. */
export function isOnlyFields(document: Document): boolean {
  const { map, bodyStart, flaws } = frontmatterOf(document);
  if (map === undefined || flaws.length > 0) return false;
  const { blocks } = readMarkdown(document.text, bodyStart);
  return blocks.length === 0 || (blocks.length === 1 && blocks[0]!.type === "heading");
}

/** Writes the fields of a document in the place of a link to it. In a list of lines their comments come with them. */
export function inlineItem(
  document: Document,
  { map: around, entry, list, node }: Nested,
  from: Document,
  { id, title, says }: Inlined,
): readonly TextEdit[] | undefined {
  const { map } = frontmatterOf(from);
  if (map === undefined) return undefined;
  if (list !== undefined && !list.flow) return asLines(document.text, list, node, from, { id, title, says });
  const value: YamlValue = { id, title, ...valuesOf(map, says) };
  if (list !== undefined) return replaceItem(document.text, around, list, node, value);
  return setField(document.text, around, entry.key.text, [value]);
}

/** What an entry of a list says first. */
interface Inlined {
  readonly id: string;
  readonly title: string;
  /** The name of its kind, where the list does not tell it. */
  readonly says: string | undefined;
}

/** The first line takes the place of the link, the others stand below it: a comment behind the link stays behind its id. */
function asLines(
  text: string,
  list: YamlList,
  node: YamlNode,
  from: Document,
  { id, title, says }: Inlined,
): readonly TextEdit[] {
  const start = text.lastIndexOf("\n", list.span.start - 1) + 1;
  const indent = " ".repeat(list.span.start - start + 2);
  const feed = text.indexOf("\n", node.span.end);
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const end = feed < 0 ? text.length : text[feed - 1] === "\r" ? feed - 1 : feed;
  const lines = [
    `title: ${yamlScalar(title)}`,
    ...(says === undefined ? [] : [`type: ${says}`]),
    ...restOf(from).map((line) => line.trimEnd()),
  ];
  const below = lines.map((line) => newline + (line === "" ? "" : indent + line)).join("");
  return [
    { span: node.span, newText: `id: ${yamlScalar(id)}` },
    { span: { start: end, end }, newText: below },
  ];
}

/** The lines of a document's fields, without those that say what it is. */
function restOf(from: Document): readonly string[] {
  let { text } = from;
  for (const name of ["type", "id", "title"]) {
    const { map } = readFrontmatter(text);
    const written = map?.entries.find(({ key }) => canonicalName(key.text) === name)?.key.text;
    if (map !== undefined && written !== undefined) text = applyEdits(text, removeField(text, map, written));
  }
  const { content } = readFrontmatter(text);
  const lines = text.slice(content.start, content.end).split(/\r?\n/);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** What is left when it has been said what it is. */
function valuesOf({ entries }: YamlMap, says: string | undefined): Readonly<Record<string, YamlValue>> {
  const values: Record<string, YamlValue> = says === undefined ? {} : { type: says };
  for (const { key, value } of entries)
    if (value !== undefined && !/^(?:type|id|title)$/.test(canonicalName(key.text))) values[key.text] = asValue(value);
  return values;
}

function asValue(node: YamlNode): YamlValue {
  if (node.type === "scalar") return node.text;
  if (node.type === "list") return node.items.map(asValue);
  return Object.fromEntries(
    node.entries.flatMap(({ key, value }) => (value === undefined ? [] : [[key.text, asValue(value)]])),
  );
}
