import { type Document, documentOffset, documentRange } from "../base/document.ts";
import { isIn, type Position, type Range } from "../base/lines.ts";
import { innerSpan } from "../model/inner-span.ts";
import type { FieldDefinition } from "../model/kinds.ts";
import { type Places, placeRange } from "../model/places.ts";
import { canonicalName, type SchemaKind } from "../model/schema.ts";
import type { Entry, Item, Summary } from "../model/summary.ts";
import { readFrontmatter } from "../syntax/frontmatter.ts";
import { resolveMention } from "../workspace/mentions.ts";
import { definedBy } from "../workspace/named-places.ts";
import type { Project } from "../workspace/project.ts";
import type { Found, Resolution } from "../workspace/query.ts";
import type { State } from "./feature.ts";

/** The word at a position in one of our documents, and what it stands for. */
export type Spot = { readonly project: Project; readonly path: string; readonly range: Range } & (
  | {
      /** The name of an item: where it is defined, a link in a field or in the body, or the address of a Markdown link. */
      readonly type: "item";
      readonly form: "site" | "field" | "text" | "address";
      /** More than one where the name is ambiguous; never none. */
      readonly items: readonly Found[];
      /** The item that the name stands in, where it is a link in a field of it. */
      readonly from?: Found;
    }
  | { readonly type: "key"; readonly kind: SchemaKind; readonly field: FieldDefinition }
  | { readonly type: "value"; readonly kind: SchemaKind; readonly field: FieldDefinition; readonly text: string }
  /** `type: prd`, the key or the word. */
  | { readonly type: "kind"; readonly kind: SchemaKind }
  /** A rule in a comment that silences it. */
  | { readonly type: "rule"; readonly rule: string }
);

export function spotAt(state: State, uri: string, position: Position): Spot | undefined {
  const located = state.workspace.locate(uri);
  const file = located?.project.summary(located.path);
  const places = located?.project.places(located.path);
  if (located === undefined || file === undefined || places === undefined) return undefined;
  const sought = { ...located, file, places, position };
  return (
    itemSpot(sought) ??
    fieldSpot(sought) ??
    textSpot(sought) ??
    kindSpot(sought, state.document(uri)) ??
    ruleSpot(sought, state.document(uri))
  );
}

interface Sought {
  readonly project: Project;
  readonly path: string;
  readonly file: Summary;
  readonly places: Places;
  readonly position: Position;
}

/** The range of an entry, where the position is in it; right behind a word counts, too. */
function hit({ places, position }: Sought, entry: Entry): Range | undefined {
  const range = placeRange(places, entry);
  return isIn(range, position) ? range : undefined;
}

function itemSpot(sought: Sought): Spot | undefined {
  const { project, path, file } = sought;
  for (const [index, item] of file.items.entries()) {
    if (!isName(item)) continue;
    const range = hit(sought, item.entry);
    const site = range && project.query.at(path, index);
    if (range === undefined || site === undefined) continue;
    return { type: "item", form: "site", project, path, range, items: [definedBy(site, project.query)] };
  }
  return undefined;
}

/** Without an id and a title, findings about an item stand on the word behind `type:`, which is not its name. */
function isName({ id, titled }: Item): boolean {
  return id !== undefined || titled;
}

function fieldSpot(sought: Sought): Spot | undefined {
  const { project, path, file } = sought;
  for (const [index, item] of file.items.entries()) {
    const kind = project.config.schema.kinds.get(item.kind);
    if (kind === undefined) continue;
    for (const [name, value] of item.fields) {
      const field = kind.fieldNames.get(name);
      if (field === undefined) continue;
      const key = hit(sought, value.key);
      if (key !== undefined) return { type: "key", project, path, range: key, kind, field };
      for (const link of value.links) {
        const range = hit(sought, link.entry);
        if (range === undefined) continue;
        const from = project.query.at(path, index)!;
        const items = itemsOf(project.query.resolve(from, link.target));
        if (items.length > 0) return { type: "item", form: "field", project, path, range, items, from };
      }
      for (const { text, entry } of value.values) {
        const range = hit(sought, entry);
        if (range !== undefined) return { type: "value", project, path, range, kind, field, text };
      }
    }
  }
  return undefined;
}

function textSpot(sought: Sought): Spot | undefined {
  const { project, path, file } = sought;
  for (const mention of file.mentions) {
    const range = hit(sought, mention.entry);
    if (range === undefined) continue;
    const items = itemsOf(resolveMention(mention, file, project.query));
    return items.length === 0 ? undefined : { type: "item", form: "text", project, path, range, items };
  }
  for (const { paths, anchor, entry } of file.bodyLinks) {
    const range = paths.length === 0 ? undefined : hit(sought, entry);
    if (range === undefined) continue;
    const items = itemsOf(project.query.resolve(file, { type: "path", paths, anchor }));
    return items.length === 0 ? undefined : { type: "item", form: "address", project, path, range, items };
  }
  return undefined;
}

function itemsOf(resolution: Resolution): readonly Found[] {
  if (resolution.type === "ambiguous") return resolution.found;
  return resolution.type === "item" ? [resolution.found] : [];
}

function kindSpot({ project, path, file, position }: Sought, document: Document | undefined): Spot | undefined {
  const kind = project.config.schema.kinds.get(file.items[0]?.kind ?? "");
  if (document === undefined || kind === undefined) return undefined;
  const entry = readFrontmatter(document.text).map?.entries.find(({ key }) => canonicalName(key.text) === "type");
  if (entry?.value?.type !== "scalar") return undefined;
  for (const scalar of [entry.key, entry.value]) {
    const range = documentRange(document, innerSpan(scalar));
    if (isIn(range, position)) return { type: "kind", project, path, range, kind };
  }
  return undefined;
}

function ruleSpot(sought: Sought, document: Document | undefined): Spot | undefined {
  const { project, path, file } = sought;
  for (const { rules, entry } of file.suppressions) {
    const comment = document && hit(sought, entry);
    if (document === undefined || comment === undefined) continue;
    const start = documentOffset(document, comment.start);
    const text = document.text.slice(start, documentOffset(document, comment.end));
    for (const rule of rules) {
      const at = start + text.indexOf(rule, text.indexOf("throughline-disable") + 1);
      const range = documentRange(document, { start: at, end: at + rule.length });
      if (isIn(range, sought.position)) return { type: "rule", project, path, range, rule };
    }
  }
  return undefined;
}
