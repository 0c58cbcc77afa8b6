import { memo } from "../base/memo.ts";
import { effectiveField } from "../model/inherit.ts";
import type { Schema, SchemaKind } from "../model/schema.ts";
import type { FieldValue, Item, LinkValue, Summary } from "../model/summary.ts";

/** A link that holds for an item, its own or an inherited one. */
export interface WrittenLink {
  readonly name: string;
  /** The edge runs from what it leads to. */
  readonly inverse: boolean;
  readonly link: LinkValue;
  readonly field: FieldValue;
}

/** The links that hold for an item, in the order in which its kind has the fields. */
export function writtenLinks(file: Summary, index: number, schema: Schema): readonly WrittenLink[] {
  const kind = schema.kinds.get(file.items[index]!.kind);
  const fields = kind === undefined ? none : linkingFields(kind);
  if (fields.length === 0) return none;
  const links: WrittenLink[] = [];
  for (const { name, edge } of fields) {
    const field = effectiveField(file, index, name);
    if (field === undefined) continue;
    for (const link of field.links) links.push({ name: edge!.name, inverse: edge!.inverse, link, field });
  }
  return links;
}

const none: readonly never[] = [];

const linkingFields = memo(({ fields }: SchemaKind) => fields.filter(({ edge }) => edge !== undefined));

/** The edge between an item and what it stands in; `outward` when it runs from the container to the item. */
export function viaEdge(
  { via, kind }: Item,
  container: Item,
  schema: Schema,
): { readonly name: string; readonly outward: boolean } | undefined {
  if (via === undefined) return undefined;
  const owner = via.of === "container" ? container.kind : kind;
  const edge = schema.kinds.get(owner)?.fieldNames.get(via.field)?.edge;
  if (edge === undefined) return undefined;
  return { name: edge.name, outward: via.of === "container" ? !edge.inverse : edge.inverse };
}
