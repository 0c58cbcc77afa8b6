import type { Document } from "../base/document.ts";
import { canonicalName, type SchemaKind } from "../model/schema.ts";
import type { YamlNode } from "../syntax/yaml-tree.ts";
import { frontmatterOf } from "./find-map.ts";
import { isOpening } from "./inline-item.ts";
import { inText, labelOf } from "./set-item-field.ts";

/**
 * The fields at the top of a document as lines below a heading: `- Owner: ana`. Undefined where one of them, or a comment,
 * says what such a line cannot.
 */
export function fieldLines(
  document: Document,
  kind: SchemaKind,
  implied: readonly string[],
): readonly string[] | undefined {
  const { map, comments } = frontmatterOf(document);
  if (map === undefined || comments.length > 0) return undefined;
  const lines: string[] = [];
  for (const { key, value } of map.entries) {
    if (isOpening(key.text) || implied.includes(key.text)) continue;
    const field = kind.fieldNames.get(canonicalName(key.text));
    const values = valuesOf(value);
    if (field === undefined || field.name === "aliases" || values === undefined) return undefined;
    const words = inText(values, field);
    if (words === undefined) return undefined;
    if (words !== "") lines.push(`- ${labelOf(key.text)}: ${words}`);
  }
  return lines;
}

function valuesOf(value: YamlNode | undefined): readonly string[] | undefined {
  if (value === undefined) return [];
  if (value.type === "map") return undefined;
  const nodes = value.type === "list" ? value.items : [value];
  const texts = nodes.map((node) => (node.type === "scalar" ? node.text.trim() : undefined));
  if (texts.some((text) => text === undefined || text.includes("\n") || /^[*_`|]/.test(text))) return undefined;
  if (value.type === "list" && texts.some((text) => text?.includes(","))) return undefined;
  return texts.flatMap((text) => (text === undefined || text === "" ? [] : [text]));
}
