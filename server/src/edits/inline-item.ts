import type { Document } from "../base/document.ts";
import { applyEdits, type TextEdit } from "../base/span.ts";
import { canonicalName } from "../model/schema.ts";
import { readFrontmatter } from "../syntax/frontmatter.ts";
import { removeField, setField } from "../syntax/yaml-edit.ts";
import { replaceItem } from "../syntax/yaml-edit-list.ts";
import { yamlScalar } from "../syntax/yaml-quote.ts";
import type { YamlList, YamlMap, YamlNode } from "../syntax/yaml-tree.ts";
import type { YamlValue } from "../syntax/yaml-write.ts";
import type { Project } from "../workspace/project.ts";
import { frontmatterOf } from "./find-map.ts";
import { movedEdits } from "./moving.ts";
import type { Nested } from "./nested-at.ts";

/** Writes the fields of a document in the place of a link to it. In a list of lines their comments come with them. */
export function inlineItem(
  project: Project,
  document: Document,
  path: string,
  { map: around, entry, list, node }: Nested,
  source: { readonly document: Document; readonly path: string },
  inlined: Inlined,
): readonly TextEdit[] | undefined {
  const from = withLinks(project, source, path);
  const { id, title } = inlined;
  const { map } = frontmatterOf(from);
  if (map === undefined) return undefined;
  if (list !== undefined && !list.flow) return asLines(document.text, list, node, from, inlined);
  const value: YamlValue = { id, title, ...valuesOf(map, inlined) };
  if (list !== undefined) return replaceItem(document.text, around, list, node, value);
  return setField(document.text, around, entry.key.text, [value]);
}

/** The document with links in its fields as they lead from the other one. */
function withLinks(
  project: Project,
  { document, path }: { readonly document: Document; readonly path: string },
  to: string,
): Document {
  const span = frontmatterOf(document).content;
  const edits = movedEdits({ project, document, path, span, to, isPart: false });
  return edits.length === 0 ? document : { ...document, text: applyEdits(document.text, edits) };
}

/** What an entry of a list says first. */
export interface Inlined {
  readonly id: string;
  readonly title: string;
  /** The name of its kind, where the list does not tell it. */
  readonly says: string | undefined;
  /** Fields, as they are written, that standing in the list says as well. */
  readonly implied: readonly string[];
}

/** The first line takes the place of the link, the others stand below it: a comment behind the link stays behind its id. */
function asLines(
  text: string,
  list: YamlList,
  node: YamlNode,
  from: Document,
  { id, title, says, implied }: Inlined,
): readonly TextEdit[] {
  const start = text.lastIndexOf("\n", list.span.start - 1) + 1;
  const indent = " ".repeat(list.span.start - start + 2);
  const feed = text.indexOf("\n", node.span.end);
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const end = feed < 0 ? text.length : text[feed - 1] === "\r" ? feed - 1 : feed;
  const lines = [
    `title: ${yamlScalar(title)}`,
    ...(says === undefined ? [] : [`type: ${says}`]),
    ...restOf(from, implied).map((line) => line.trimEnd()),
  ];
  const below = lines.map((line) => newline + (line === "" ? "" : indent + line)).join("");
  return [
    { span: node.span, newText: `id: ${yamlScalar(id)}` },
    { span: { start: end, end }, newText: below },
  ];
}

/** The lines of a document's fields, without those that say what it is. */
function restOf(from: Document, implied: readonly string[]): readonly string[] {
  let { text } = from;
  const names = frontmatterOf(from).map?.entries.map(({ key }) => key.text) ?? [];
  for (const written of names.filter((name) => isOpening(name) || implied.includes(name))) {
    const { map } = readFrontmatter(text);
    if (map !== undefined) text = applyEdits(text, removeField(text, map, written));
  }
  const { content } = readFrontmatter(text);
  const lines = text.slice(content.start, content.end).split(/\r?\n/);
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** What is left when it has been said what it is. */
function valuesOf({ entries }: YamlMap, { says, implied }: Inlined): Readonly<Record<string, YamlValue>> {
  const values: Record<string, YamlValue> = says === undefined ? {} : { type: says };
  for (const { key, value } of entries)
    if (value !== undefined && !isOpening(key.text) && !implied.includes(key.text)) values[key.text] = asValue(value);
  return values;
}

/** Says what an item is, which its place tells or its first lines. */
export function isOpening(name: string): boolean {
  return /^(?:type|id|title)$/.test(canonicalName(name));
}

function asValue(node: YamlNode): YamlValue {
  if (node.type === "scalar") return node.text;
  if (node.type === "list") return node.items.map(asValue);
  return Object.fromEntries(
    node.entries.flatMap(({ key, value }) => (value === undefined ? [] : [[key.text, asValue(value)]])),
  );
}
