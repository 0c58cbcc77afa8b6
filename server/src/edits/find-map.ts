import { type Document, documentOffset } from "../base/document.ts";
import { memo } from "../base/memo.ts";
import { type Places, placeRange } from "../model/places.ts";
import type { Item } from "../model/summary.ts";
import { readFrontmatter } from "../syntax/frontmatter.ts";
import type { YamlMap, YamlNode } from "../syntax/yaml-tree.ts";

/** The block at the top of a document, read once for all who ask. */
export const frontmatterOf = memo((document: Document) => readFrontmatter(document.text));

/** The mapping in the block at the top that an item is written in; undefined for items of the body. */
export function mapOfItem(document: Document, places: Places, item: Item): YamlMap | undefined {
  const { map } = frontmatterOf(document);
  if (map === undefined) return undefined;
  if (item.site === "document") return map;
  if (item.site !== "nested") return undefined;
  const start = documentOffset(document, placeRange(places, item.whole).start);
  return mapAt(map, start);
}

/** The innermost mapping that starts at an offset. */
function mapAt(node: YamlNode, start: number): YamlMap | undefined {
  const open: YamlNode[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type === "map") {
      if (next.span.start === start && next !== node) return next;
      for (const { value } of next.entries) if (value !== undefined) open.push(value);
    } else if (next.type === "list") open.push(...next.items);
  }
  return undefined;
}
