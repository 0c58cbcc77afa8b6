import { documentOffset } from "../base/document.ts";
import type { Span, TextEdit } from "../base/span.ts";
import { placeRange } from "../model/places.ts";
import { plainTitle } from "../model/plain-title.ts";
import type { SchemaKind } from "../model/schema.ts";
import type { Item } from "../model/summary.ts";
import { readFrontmatter } from "../syntax/frontmatter.ts";
import { readMarkdown } from "../syntax/markdown.ts";
import { type Editable, setItemField } from "./set-item-field.ts";

/**
 * Gives an item another title wherever it stands: in a field, in the heading, or in both when they say the same. A heading
 * that says something else than the title stays.
 */
export function setTitle(
  file: Editable,
  item: Item,
  kind: SchemaKind,
  values: readonly string[],
): readonly TextEdit[] | undefined {
  const { document, places } = file;
  const start = documentOffset(document, placeRange(places, item.whole).start);
  const inHeading = values.length === 0 ? [] : setInHeading(document.text, item, start, values.join(", "));
  if (inHeading.length > 0 && !item.fields.has("title")) return inHeading;
  const inField = setItemField(file, item, kind, "title", values);
  return inField && [...inField, ...inHeading];
}

function setInHeading(text: string, item: Item, itemStart: number, title: string): readonly TextEdit[] {
  const heading = headingOf(text, item, itemStart);
  if (heading === undefined) return [];
  const written = text.slice(heading.start, heading.end);
  const idEnd = item.id === undefined ? -1 : endOfId(written, item.id);
  const start = Math.max(idEnd, 0);
  const old = plainTitle(written.slice(start));
  const newText = title.replace(/\s+/g, " ").trim();
  if (old === "" && idEnd >= 0) return [{ span: { start: heading.end, end: heading.end }, newText: `: ${newText}` }];
  if (old !== item.title) return [];
  return [{ span: { start: heading.start + start, end: heading.end }, newText }];
}

function headingOf(text: string, { site }: Item, start: number): Span | undefined {
  if (site !== "document" && site !== "heading") return undefined;
  const { blocks } = readMarkdown(text, readFrontmatter(text).bodyStart);
  for (const block of blocks) {
    if (block.type !== "heading") continue;
    const isIt = site === "document" ? block.level === 1 && block.depth === 0 : block.span.start === start;
    if (isIt) return block.content;
  }
  return undefined;
}

/** Where the title begins behind the id and its sign; below zero where no id stands in front. */
function endOfId(written: string, id: string): number {
  const at = written.indexOf(id);
  if (at < 0 || !/^[*_`[\s]*$/.test(written.slice(0, at))) return -1;
  const end = at + id.length;
  return (
    end + /^[*_`]*(?:\]\([^()\s]*\)|\])?(?:\s*[:.)–—|-]+[*_`\]]*)*\s*/.exec(written.slice(end, end + 200))![0].length
  );
}
