import { applyEdits, type TextEdit } from "../../base/span.ts";
import { readFrontmatter } from "../../syntax/frontmatter.ts";
import { readMarkdown } from "../../syntax/markdown.ts";
import { newSlugger } from "../../syntax/slug.ts";

/** Headings of a document that say something else afterwards; what links name them by, in small letters, to what they then have. */
export interface ChangedHeadings {
  readonly anchors: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, string>;
}

export function changedHeadings(text: string, edits: readonly TextEdit[]): ChangedHeadings {
  const before = headingsOf(text);
  const after = headingsOf(applyEdits(text, edits));
  const anchors = new Map<string, string>();
  const titles = new Map<string, string>();
  if (before.length !== after.length) return { anchors, titles };
  for (const [at, { plain, anchor }] of before.entries()) {
    const fresh = after[at]!;
    if (fresh.anchor !== anchor) anchors.set(anchor.toLowerCase(), fresh.anchor);
    // Of two with one title the first is the one that is meant.
    if (fresh.plain !== plain && !titles.has(plain.toLowerCase())) titles.set(plain.toLowerCase(), fresh.plain);
  }
  return { anchors, titles };
}

function headingsOf(text: string): readonly { readonly plain: string; readonly anchor: string }[] {
  const anchorOf = newSlugger();
  const { blocks } = readMarkdown(text, readFrontmatter(text).bodyStart);
  return blocks.flatMap((block) =>
    block.type === "heading" ? [{ plain: block.plain, anchor: anchorOf(block.plain) }] : [],
  );
}
