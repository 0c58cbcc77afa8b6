import { isBlank } from "./markdown-chars.ts";
import { dropFrom, type Inline, spanOf } from "./markdown-inline-state.ts";

/** Adds `[[Target#Heading|shown]]`, which starts and ends at these brackets. What looks like an id in it is its target. */
export function addWikilink(inline: Inline, start: number, end: number): void {
  const { text } = inline;
  let from = start + 2;
  let to = from;
  while (to < end - 2 && text.charCodeAt(to) !== 124 && text.charCodeAt(to) !== 35) to++;
  // In a table's cell the bar is written `\|`.
  if (text.charCodeAt(to) === 124 && text.charCodeAt(to - 1) === 92) to--;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  const span = spanOf(inline, start, end);
  dropFrom(inline.mentions, span.start);
  inline.wikilinks.push({ span, target: text.slice(from, to), targetSpan: spanOf(inline, from, to) });
}
