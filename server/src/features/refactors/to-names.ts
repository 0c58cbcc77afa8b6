import { say } from "../../base/say.ts";
import { replaceItem } from "../../syntax/yaml-edit-list.ts";
import type { YamlNode } from "../../syntax/yaml-tree.ts";
import { fieldAt } from "./field-at.ts";
import type { Refactor } from "./refactor.ts";

/** The other way round: entries that say nothing but a name become that name. */
export const toNames: Refactor = {
  kind: "refactor.rewrite",
  offers(context) {
    const { document } = context;
    const at = fieldAt(context);
    const list = at?.value;
    if (at === undefined || list?.type !== "list" || !list.items.some(({ type }) => type === "map")) return [];
    const title = say`Write only the ids`;
    const names = list.items.map((item) => (item.type === "map" ? nameOf(item) : undefined));
    if (list.items.some((item, index) => item.type === "map" && names[index] === undefined))
      return [{ title, disabled: say`An entry of this list says more than an id, and that would be lost.` }];
    const edits = list.items.flatMap((item, index) => {
      const name = names[index];
      return name === undefined ? [] : replaceItem(document.text, at.map, list, item, name);
    });
    return edits.length === 0 ? [] : [{ title, edit: () => ({ edits }) }];
  },
};

/** Of an entry with one field that refers. */
function nameOf(item: YamlNode): string | undefined {
  if (item.type !== "map" || item.entries.length !== 1) return undefined;
  const { key, value } = item.entries[0]!;
  return /^(?:id|ref|path)$/i.test(key.text) && value?.type === "scalar" ? value.text : undefined;
}
