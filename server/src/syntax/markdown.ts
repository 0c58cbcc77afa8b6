import { lineStarts } from "../base/lines.ts";
import { scanBlocks } from "./markdown-blocks.ts";
import { readRegion } from "./markdown-inline.ts";
import { newInline } from "./markdown-inline-state.ts";
import { plainText } from "./markdown-plain.ts";
import type { Markdown } from "./markdown-tree.ts";

/**
 * Reads the Markdown of `text` from the offset `from` on, which is where the body starts behind frontmatter.
 * One pass over the lines finds the blocks, a second one over their text what is inline, since links need definitions
 * that may come later. `starts` are where the lines start, for a caller who knows. Never throws; the time grows with the length of the text, whatever is in it.
 *
 * What it finds is what `remark` with its GFM and frontmatter plugins finds, which `test/judge` checks.
 */
export function readMarkdown(text: string, from: number, starts: Uint32Array = lineStarts(text)): Markdown {
  const scan = scanBlocks(text, from === 0 && text.charCodeAt(0) === 0xfeff ? 1 : from, starts);
  const inline = newInline(text, scan.defined, scan.footnotes);
  for (const region of scan.regions) {
    readRegion(inline, region);
    if (region.heading !== undefined) region.heading.plain = plainText(inline);
  }
  const { links, wikilinks, mentions, comments, htmlAnchors, placeholders } = inline;
  return {
    blocks: scan.blocks,
    links,
    definitions: scan.definitions,
    wikilinks,
    mentions,
    comments,
    htmlAnchors,
    placeholders,
  };
}
