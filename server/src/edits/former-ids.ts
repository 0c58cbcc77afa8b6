import type { TextEdit } from "../base/span.ts";
import type { SchemaKind } from "../model/schema.ts";
import type { Item } from "../model/summary.ts";
import { readFrontmatter } from "../syntax/frontmatter.ts";
import { removeField, setField } from "../syntax/yaml-edit.ts";
import { appendItem, changeItems } from "../syntax/yaml-edit-list.ts";
import { yamlScalar } from "../syntax/yaml-quote.ts";
import { mapOfItem } from "./find-map.ts";
import type { Editable } from "./set-item-field.ts";

/**
 * Notes a former id of an item under `aliases`, so that links to it lead here for good, and takes out the one that is its
 * id again. A document without a block at the top gets one; other items of the text have no place for it.
 */
export function changeFormerIds(
  file: Editable,
  item: Item,
  kind: SchemaKind,
  added: string | undefined,
  removed: string,
): readonly TextEdit[] {
  const map = mapOfItem(file.document, file.places, item);
  const { text } = file.document;
  if (map === undefined) return added === undefined || item.site !== "document" ? [] : withBlock(text, added);
  const known = item.fields.get("aliases");
  const name = known?.written ?? "aliases";
  const before = known?.values.map((value) => value.text) ?? [];
  const is = (one: string) => (other: string) => one.toLowerCase() === other.toLowerCase();
  const fresh = added === undefined || before.some(is(added)) ? [] : [added];
  const order = ["type", ...kind.fields.map((field) => field.name)];
  if (!before.some(is(removed))) return fresh.length === 0 ? [] : appendItem(text, map, name, fresh[0]!, order);
  const after = [...before.filter((one) => !is(removed)(one)), ...fresh];
  if (after.length === 0) return removeField(text, map, name);
  const list = map.entries.find(({ key }) => key.text === name)?.value;
  if (list?.type !== "list") return setField(text, map, name, after.length === 1 ? after[0]! : after, order);
  return changeItems(text, map, name, (node) => node.type !== "scalar" || !is(removed)(node.text.trim()), fresh);
}

function withBlock(text: string, id: string): readonly TextEdit[] {
  const { open, bodyStart } = readFrontmatter(text);
  // A block that is a list or a sentence has no fields.
  if (open !== undefined) return [];
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const newText = ["---", `aliases: ${yamlScalar(id)}`, "---", "", ""].join(newline);
  return [{ span: { start: bodyStart, end: bodyStart }, newText }];
}
