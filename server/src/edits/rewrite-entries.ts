import type { TextEdit } from "../base/span.ts";
import { splitList } from "../model/pieces.ts";
import { setField } from "../syntax/yaml-edit.ts";
import { replaceItem } from "../syntax/yaml-edit-list.ts";
import type { YamlMap } from "../syntax/yaml-tree.ts";
import type { YamlValue } from "../syntax/yaml-write.ts";

/**
 * Writes entries with fields in the place of texts of a list: `rewrite` answers what a text becomes, nothing where it stays.
 * A text with commas becomes a list. Undefined where the field holds something else.
 *
 *     kpis: Sales, Returns      kpis:
 *                                 - title: Sales
 *                                 - title: Returns
 */
export function rewriteEntries(
  text: string,
  map: YamlMap,
  name: string,
  rewrite: (written: string) => YamlValue | undefined,
): readonly TextEdit[] | undefined {
  const value = map.entries.find(({ key }) => key.text === name)?.value;
  if (value === undefined || value.type === "map") return undefined;
  if (value.type === "scalar") {
    const parts = partsOf(value.text);
    if (parts.every((part) => rewrite(part) === undefined)) return undefined;
    return setField(
      text,
      map,
      name,
      parts.map((part) => rewrite(part) ?? part),
    );
  }
  const edits = value.items.flatMap((item) => {
    if (item.type !== "scalar" || partsOf(item.text).length !== 1) return [];
    const written = rewrite(item.text.trim());
    return written === undefined ? [] : replaceItem(text, map, value, item, written);
  });
  return edits.length === 0 ? undefined : edits;
}

function partsOf(text: string): readonly string[] {
  return splitList(text).map(({ start, end }) => text.slice(start, end));
}
