import { type Document, documentOffset, documentRange } from "../base/document.ts";
import type { Range } from "../base/lines.ts";
import { frontmatterOf } from "../edits/find-map.ts";
import { innerSpan } from "../model/inner-span.ts";
import { canonicalName, type SchemaKind } from "../model/schema.ts";
import type { Problem } from "../rules/problem.ts";
import type { YamlEntry, YamlMap, YamlNode } from "../syntax/yaml-tree.ts";

/** Of a field that is given twice, the first of its two names: the finding stands on the second. */
export function twinOf(document: Document, { rule, range }: Problem, kind: SchemaKind | undefined): Range | undefined {
  const { map: root } = frontmatterOf(document);
  const second = rule === "duplicate-key" && root ? entryAt(root, documentOffset(document, range.start)) : undefined;
  if (second === undefined) return undefined;
  const field = ({ key }: YamlEntry) => kind?.fieldNames.get(canonicalName(key.text));
  const { map, entry } = second;
  const before = map.entries.slice(0, map.entries.indexOf(entry));
  const twin =
    before.find(({ key }) => key.text === entry.key.text) ??
    before.find((other) => field(other) !== undefined && field(other) === field(entry));
  return twin && documentRange(document, innerSpan(twin.key));
}

/** The field whose name starts at an offset, and the mapping it stands in. */
export function entryAt(
  root: YamlNode,
  start: number,
): { readonly map: YamlMap; readonly entry: YamlEntry } | undefined {
  const open: YamlNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "list") open.push(...node.items);
    if (node.type !== "map") continue;
    const entry = node.entries.find(({ key }) => innerSpan(key).start === start);
    if (entry !== undefined) return { map: node, entry };
    for (const { value } of node.entries) if (value !== undefined) open.push(value);
  }
  return undefined;
}
