import { memo } from "../base/memo.ts";
import type { Span } from "../base/span.ts";
import type { YamlMap } from "../syntax/yaml-tree.ts";
import type { ReadingConfig } from "./config.ts";
import type { FieldDefinition } from "./kinds.ts";
import type { PlaceCollector } from "./places.ts";
import type { Schema, SchemaKind } from "./schema.ts";
import type { Entry, Extra, FieldValue, FlawFact, Item, Site } from "./summary.ts";

/** What the readers of one file share while it is read. */
export interface Reading {
  readonly text: string;
  readonly path: string;
  readonly stem: string;
  readonly config: ReadingConfig;
  readonly schema: Schema;
  readonly places: PlaceCollector;
  readonly items: DraftItem[];
  readonly flaws: FlawFact[];
  /** What a template left in the fields. */
  readonly placeholders: { readonly text: string; readonly entry: Entry }[];
  /** Links to items that are defined in their place. */
  readonly inPlace: { item: number }[];
  /** Mappings that define items and whose fields are still to be read. */
  readonly pending: { readonly map: YamlMap; readonly item: DraftItem; readonly index: number }[];
}

/** An item while it is put together; becomes an `Item` when the file is read. */
export interface DraftItem {
  readonly site: Site;
  readonly kind: SchemaKind;
  id: string | undefined;
  title: string | undefined;
  container: number | undefined;
  readonly via: Item["via"];
  readonly outside: boolean;
  readonly fields: Map<string, FieldValue>;
  readonly extras: Extra[];
  readonly conflicts: { field: string; text: string; entry: Entry }[];
  /** Where findings about it stand, as far as is known: the id beats the title, the title beats the rest. */
  entry: Entry | undefined;
  readonly span: Span;
  /** The place of the span; known as soon as the item is one of the file's. */
  whole: Entry | undefined;
}

type Options = Partial<Pick<DraftItem, "container" | "via" | "outside" | "id" | "title" | "entry">>;

export function draftItem(site: Site, kind: SchemaKind, span: Span, options: Options = {}): DraftItem {
  const { container, via, outside = false, id, title, entry } = options;
  return {
    site,
    kind,
    id,
    title,
    container,
    via,
    outside,
    fields: new Map(),
    extras: [],
    conflicts: [],
    entry,
    span,
    whole: undefined,
  };
}

/**
 * Takes an item into the file; returns its index. Its place is numbered now, so that an item keeps its numbers whatever
 * is written below it.
 */
export function addItem(item: DraftItem, { items, places }: Reading): number {
  item.whole = places.add(item.span);
  return items.push(item) - 1;
}

/** Links that standing inside something does not make. */
const neverByStanding = new Set(["depends-on", "guardrails", "verifies", "supersedes"]);

/**
 * The link that being written inside `container` makes, see `Item.via`: to be its part where the kind has a word for that,
 * else whatever the container may hold.
 */
export function viaOf(container: SchemaKind, inner: SchemaKind): Item["via"] {
  const known = viasIn(container);
  if (!known.has(inner)) known.set(inner, findVia(container, inner));
  return known.get(inner);
}

const viasIn = memo((_container: SchemaKind) => new Map<SchemaKind, Item["via"]>());

function findVia(container: SchemaKind, inner: SchemaKind): Item["via"] {
  const links = (from: SchemaKind, to: SchemaKind): readonly FieldDefinition[] =>
    from.fields.filter(
      ({ edge, to: kinds, name }) => edge !== undefined && !neverByStanding.has(name) && leadsTo(kinds, to),
    );
  const up = links(inner, container);
  const part = up.find(({ many }) => !many);
  if (part !== undefined) return { field: part.name, of: "item" };
  const [down] = links(container, inner);
  if (down !== undefined) return { field: down.name, of: "container" };
  return up[0] === undefined ? undefined : { field: up[0].name, of: "item" };
}

function leadsTo(kinds: readonly string[], kind: SchemaKind): boolean {
  return kinds.includes(kind.name) || kinds.includes(kind.base);
}
