import { type Document, documentOffset } from "../base/document.ts";
import { applyEdits } from "../base/span.ts";
import type { Places } from "../model/places.ts";
import { placeRange } from "../model/places.ts";
import { isKind, type SchemaKind } from "../model/schema.ts";
import type { Entry, Item, Summary } from "../model/summary.ts";
import { appendItem } from "../syntax/yaml-edit-list.ts";
import type { YamlValue } from "../syntax/yaml-write.ts";
import type { Query } from "../workspace/query.ts";
import { frontmatterOf } from "./find-map.ts";
import { type Insertion, itemLike } from "./item-like.ts";
import { nextId } from "./next-id.ts";
import { nextLocalId } from "./next-local-id.ts";
import { placeForFirst } from "./section-place.ts";
import { piecesOf } from "./stops.ts";

/** A document that something is inserted into. */
export interface Inserting {
  readonly document: Document;
  readonly file: Summary;
  readonly places: Places;
  readonly query: Query;
  /** Ids that are taken on other branches. */
  readonly taken: Iterable<string>;
}

/** What can be inserted: an item of its own, by its kind. */
export const insertable = ["requirement", "kpi", "feature"] as const;
export type Insertable = (typeof insertable)[number];

/**
 * A new item of a kind where the document has others of it, written as the last of them; else where a reader would look for
 * it. Undefined where the document is none that could hold it.
 */
export function insertItem(inserting: Inserting, kind: SchemaKind): Insertion | undefined {
  const { document, file, places, query } = inserting;
  const owner = file.items.find(({ site }) => site === "document");
  if (owner === undefined) return undefined;
  const id = newId(inserting, kind);
  const others = file.items.filter(
    (item) => item.site !== "document" && isKind(query.config.schema, item.kind, [kind.name]),
  );
  const last = others.at(-1);
  if (last === undefined) return firstOf(inserting, owner, kind, id);
  if (last.site === "nested") return nested(inserting, last.via?.field ?? fieldFor(kind, owner, query), kind, id);
  // Of a row, the whole is the table.
  const { end } = placeRange(places, last.site === "table" ? last.entry : last.whole);
  const span = { start: offsetOf(last.entry, places, document), end: documentOffset(document, end) };
  return itemLike(document.text, span, last, id, kind);
}

/** A link to an item that there is, below a field of the document. */
export function insertLink({ document, file, query }: Inserting, field: string, value: string): Insertion | undefined {
  const owner = file.items.find(({ site }) => site === "document");
  return owner && append(document, owner, field, value, query);
}

function newId({ file, query, taken }: Inserting, kind: SchemaKind): string {
  const prefix = kind.prefixes[0] ?? "ID";
  if (kind.base !== "requirement") return nextId(query, prefix, taken);
  const own = file.items.filter(({ base }) => base === "requirement");
  return nextLocalId(own, own.at(-1)?.id?.replace(/-\d+$/, "") ?? prefix);
}

function nested(
  { document, file, query }: Inserting,
  field: string,
  kind: SchemaKind,
  id: string,
): Insertion | undefined {
  const owner = file.items.find(({ site }) => site === "document")!;
  const more: Record<string, string> = kind.base === "kpi" ? { baseline: "tbd", target: "tbd" } : { status: "draft" };
  return append(document, owner, field, { id, title: "TBD", ...more }, query);
}

/** The link field of the document that leads to items of a kind. */
function fieldFor(kind: SchemaKind, owner: Item, { config }: Query): string {
  const fields = config.schema.kinds.get(owner.kind)?.fields ?? [];
  return (
    fields.find(
      ({ type, to, name }) => type === "link" && to.includes(kind.base) && name !== "depends-on" && name !== "parent",
    )?.name ?? kind.plural.toLowerCase()
  );
}

/** In the block at the top: at the end of the list, whatever form it has. What may be filled in stays selected. */
function append(
  document: Document,
  owner: Item,
  field: string,
  value: YamlValue,
  { config }: Query,
): Insertion | undefined {
  const { map } = frontmatterOf(document);
  if (map === undefined) return undefined;
  const order = ["type", ...(config.schema.kinds.get(owner.kind)?.fields ?? []).map(({ name }) => name)];
  const name = owner.fields.get(field)?.written ?? field;
  const after = applyEdits(document.text, appendItem(document.text, map, name, value, order));
  return changed(document.text, after, typeof value !== "string");
}

/** The one place where two texts differ; the values in it are stops. */
function changed(before: string, after: string, hasStops: boolean): Insertion {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const written = after.slice(start, after.length - end);
  const pieces = hasStops ? piecesOf(written.replace(/(: )(TBD|tbd|draft)(?=[\r\n,}]|$)/g, "$1«$2»")) : [written];
  return { span: { start, end: before.length - end }, pieces };
}

/** Where the document has none yet: in a section for them, else in one at its end; a KPI in the block at the top. */
function firstOf(inserting: Inserting, owner: Item, kind: SchemaKind, id: string): Insertion | undefined {
  const { document } = inserting;
  if (kind.base === "kpi") return nested(inserting, fieldFor(kind, owner, inserting.query), kind, id);
  const newline = document.text.includes("\r\n") ? "\r\n" : "\n";
  const { span, level, before, behind } = placeForFirst(document, kind);
  const item =
    kind.base === "requirement"
      ? `- [ ] **${id}:** «What must be true when this is done.»`
      : `${"#".repeat(level)} ${id}: «TBD»\n\n- Status: «draft»\n\n«What people can do with it.»`;
  return { span, pieces: piecesOf(`${before}${item.replaceAll("\n", newline)}${behind}`) };
}

function offsetOf(entry: Entry, places: Places, document: Document): number {
  return documentOffset(document, placeRange(places, entry).start);
}
