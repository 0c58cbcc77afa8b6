import { type Document, documentOffset } from "../base/document.ts";
import { type Places, placeRange } from "../model/places.ts";
import { plainTitle } from "../model/plain-title.ts";
import type { Item } from "../model/summary.ts";
import { readFrontmatter } from "../syntax/frontmatter.ts";
import { readMarkdown } from "../syntax/markdown.ts";
import type { Block } from "../syntax/markdown-tree.ts";

/**
 * What an item begins with: the first paragraph of its document, or below its heading, that is no list of its fields.
 * Empty where nothing is written, and for what is a line itself. Two or three sentences, in plain text.
 */
export function firstSentences({ text, uri }: Document, item: Item, places: Places): string {
  const document = { text, uri };
  if (item.site !== "document" && item.site !== "heading") return "";
  const whole = placeRange(places, item.whole);
  const start = item.site === "document" ? readFrontmatter(text).bodyStart : documentOffset(document, whole.start);
  const end = Math.min(documentOffset(document, whole.end), start + furthest);
  const { blocks } = readMarkdown(text.slice(0, end), start);
  const keys = [...item.fields.values()].map(({ key }) => documentOffset(document, placeRange(places, key).start));
  const isFields = ({ span }: Block): boolean => keys.some((key) => span.start <= key && key < span.end);
  for (const [at, block] of blocks.entries()) {
    // A document may begin with a line of its own above the title; a section ends at the next heading.
    if (block.type === "heading" && at > 0 && item.site === "heading") return "";
    if (block.type !== "paragraph" || block.depth > 0 || isFields(block)) continue;
    const plain = plainTitle(text.slice(block.span.start, block.span.end));
    if (plain !== "") return shortened(plain);
  }
  return "";
}

/** What comes later is no beginning any more. */
const furthest = 8_000;
const longest = 280;

/** Whole sentences as far as there is room, at least the first words. */
function shortened(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const sentence = /^.*[.!?…](?=\s)/su.exec(cut)?.[0];
  if (sentence !== undefined && sentence.length > longest / 4) return sentence;
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longest / 2))}…`;
}
