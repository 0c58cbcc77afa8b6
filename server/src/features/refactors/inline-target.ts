import { documentOffset } from "../../base/document.ts";
import { frontmatterOf } from "../../edits/find-map.ts";
import type { InlinePlace } from "../../edits/inline-section.ts";
import { type Nested, nestedAt } from "../../edits/nested-at.ts";
import { sectionAt } from "../../edits/section.ts";
import { placeBehind, placeForFirst } from "../../edits/section-place.ts";
import { placeRange } from "../../model/places.ts";
import { isKind, type SchemaKind } from "../../model/schema.ts";
import type { Item } from "../../model/summary.ts";
import type { Found } from "../../workspace/query.ts";
import { fieldAt } from "./field-at.ts";
import type { RefactorContext } from "./refactor.ts";

/** A document that may be written into this one, and where it would stand. */
export interface InlineTarget {
  readonly found: Found;
  /** The item that it would stand in. */
  readonly around: Found;
  readonly via: Item["via"];
  /** The link in the block at the top; undefined where it goes below a heading about it. */
  readonly nested: Nested | undefined;
  /** The name of its kind, where the list does not tell it. */
  readonly says: string | undefined;
}

/** The document that the link or the heading at the cursor is about. */
export function linkedDocument(context: RefactorContext): InlineTarget | undefined {
  return behindLink(context) ?? behindHeading(context);
}

function behindLink(context: RefactorContext): InlineTarget | undefined {
  const { document, project, path, at } = context;
  const field = fieldAt(context);
  const { map: root } = frontmatterOf(document);
  const nested = root === undefined ? undefined : nestedAt(root, at).at(-1);
  if (field === undefined || nested === undefined || nested.node.type !== "scalar") return undefined;
  const { list, node } = nested;
  // In a list that is broken something else may stand there than a dash.
  if (list?.flow === false && !/[\n ]-[ \t]+$/.test(document.text.slice(0, node.span.start))) return undefined;
  const written = nested.node.text.trim();
  const link = field.field.links.find(({ text, target }) => text === written && target.type === "name");
  const to = link && project.query.resolve(field.found, link.target);
  if (to?.type !== "item" || !isOtherDocument(to.found, path)) return undefined;
  const { kind } = to.found.item;
  const via = { field: field.definition.name, of: "container" } as const;
  const says = field.definition.to[0] === kind ? undefined : kind;
  return { found: to.found, around: field.found, via, nested, says };
}

/** A heading with the id of something that has a document of its own. */
function behindHeading({ document, project, path, at }: RefactorContext): InlineTarget | undefined {
  const file = project.summary(path);
  const places = project.places(path);
  if (file === undefined || places === undefined) return undefined;
  const index = file.items.findLastIndex(({ site, whole }) => {
    if (site !== "heading") return false;
    const { start, end } = placeRange(places, whole);
    return documentOffset(document, start) <= at && at <= documentOffset(document, end);
  });
  const site = file.items[index];
  const [found] = site === undefined ? [] : project.query.claims(site.key);
  const around = site?.container === undefined ? undefined : project.query.at(path, site.container);
  if (found === undefined || around === undefined || !isOtherDocument(found, path)) return undefined;
  return { found, around, via: site!.via, nested: undefined, says: undefined };
}

function isOtherDocument({ item, file }: Found, path: string): boolean {
  return item.site === "document" && item.id !== undefined && file.path !== path;
}

/** Below a heading about it, else below the last of its kind, else where a reader looks for such things. */
export function placeOfText(
  { document, project, path }: RefactorContext,
  { found }: InlineTarget,
  kind: SchemaKind,
): InlinePlace {
  const places = project.places(path)!;
  const headings = (project.summary(path)?.items ?? []).filter(({ site }) => site === "heading");
  const sectionOf = ({ whole }: Item) => sectionAt(document, documentOffset(document, placeRange(places, whole).start));
  const about = headings.find(({ id }) => id === found.item.id);
  const section = about && sectionOf(about);
  if (about !== undefined && section !== undefined) return { section, title: about.titled ? about.title : "" };
  const last = headings.findLast((item) => isKind(project.config.schema, item.kind, [kind.base]));
  const behind = last && sectionOf(last);
  if (behind === undefined) return { at: placeForFirst(document, kind) };
  const newline = document.text.includes("\r\n") ? "\r\n" : "\n";
  return { at: { ...placeBehind(behind.content.end, newline), level: behind.heading.level } };
}
