import type { YamlEntry, YamlList, YamlMap, YamlNode } from "../syntax/yaml-tree.ts";

/** A value that stands under a field, alone or in a list. */
export interface Nested {
  /** The mapping that the field is in. */
  readonly map: YamlMap;
  readonly entry: YamlEntry;
  readonly list: YamlList | undefined;
  readonly node: YamlNode;
}

/** The fields around an offset with the value at it, the outermost first. */
export function nestedAt(root: YamlMap, offset: number): readonly Nested[] {
  const found: Nested[] = [];
  let map: YamlMap | undefined = root;
  while (map !== undefined) {
    const around: YamlMap = map;
    const entry = around.entries.find(({ span }) => span.start <= offset && offset <= span.end);
    const value = entry?.value;
    if (entry === undefined || value === undefined) return found;
    const list = value.type === "list" ? value : undefined;
    const node = list === undefined ? value : list.items.find(({ span }) => span.start <= offset && offset <= span.end);
    if (node === undefined || node.span.end > entry.span.end) return found;
    found.push({ map: around, entry, list, node });
    map = node.type === "map" ? node : undefined;
  }
  return found;
}
