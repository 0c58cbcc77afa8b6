import { isAlphanumeric, isDigit, isLetter, isUnicodeWhitespace, isWordlike } from "./markdown-chars.ts";
import { chunksOf } from "./markdown-chunks.ts";
import { type Inline, spanOf } from "./markdown-inline-state.ts";
import type { Mention } from "./markdown-tree.ts";

/**
 * Reads `PREFIX-12` or `PREFIX-1/FR-2` around the `-` at `dash`; `start` and `end` bound the text it may stand in.
 * An underscore beside it makes it part of something longer unless it turns out to be an emphasis mark.
 */
export function readMention(inline: Inline, dash: number, start: number, end: number, inCode: boolean): void {
  const { text } = inline;
  if (dash + 1 >= end || !isDigit(text.charCodeAt(dash + 1)) || dash < inline.urlEnd) return;
  let from = dash;
  while (from > start && isAlphanumeric(text.charCodeAt(from - 1))) from--;
  if (from === dash || !isLetter(text.charCodeAt(from))) return;
  let to = digitsEnd(text, dash + 1, end);
  if (to < end && text.charCodeAt(to) === 47) to = localIdEnd(text, to + 1, end);
  if (to < 0) return;
  let before = from;
  let behind = to;
  if (!inCode) {
    while (before > start && text.charCodeAt(before - 1) === 95) before--;
    while (behind < end && text.charCodeAt(behind) === 95) behind++;
  }
  if ((before > start && joins(text.charCodeAt(before - 1))) || (behind < end && joins(text.charCodeAt(behind))))
    return;
  const mention = { span: spanOf(inline, from, to), id: text.slice(from, to) };
  inline.mentions.push(mention);
  if (before < from || behind > to) inline.doubtful.push({ mention, from, to });
}

/** Takes back the mentions whose underscores are no emphasis marks. */
export function settleDoubtful(inline: Inline): void {
  const opened = new Set<number>();
  const closed = new Set<number>();
  for (const { splitsBefore, splitsBehind, written, end } of chunksOf(inline)) {
    if (splitsBehind) opened.add(end);
    if (splitsBefore) closed.add(written);
  }
  const { text, start, end } = inline;
  const wrong = new Set<Mention>();
  for (const { mention, from, to } of inline.doubtful) {
    const isOpen = from === start || text.charCodeAt(from - 1) !== 95 || opened.has(from);
    const isClosed = to === end || text.charCodeAt(to) !== 95 || closed.has(to);
    if (!isOpen || !isClosed) wrong.add(mention);
  }
  inline.doubtful.length = 0;
  if (wrong.size === 0) return;
  const kept = inline.mentions.splice(inline.firstMention).filter((mention) => !wrong.has(mention));
  for (const mention of kept) inline.mentions.push(mention);
}

/** The mentions in a code span's content. */
export function readMentionsInCode(inline: Inline, start: number, end: number): void {
  const { text } = inline;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 45) readMention(inline, at, start, end, true);
    else if (code === 58) passUrl(inline, at, end);
  }
}

/** At a `:`, takes everything to the next blank for a URL when `//` follows a scheme: no id in it is a mention. */
export function passUrl(inline: Inline, colon: number, end: number): void {
  const { text } = inline;
  if (colon < inline.urlEnd || colon <= inline.textStart || colon + 2 >= end) return;
  if (text.charCodeAt(colon + 1) !== 47 || text.charCodeAt(colon + 2) !== 47) return;
  if (isAlphanumeric(text.charCodeAt(colon - 1))) inline.urlEnd = urlRunEnd(text, colon + 3, end);
}

/** Where an address that is written without brackets ends at the latest. */
function urlRunEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 34 || code === 60 || code === 62 || code === 96 || isUnicodeWhitespace(code)) break;
    at++;
  }
  return at;
}

/** `{{name}}` at its first brace; returns where to go on. */
export function readBraces(inline: Inline, start: number): number {
  const { text, end } = inline;
  if (start + 1 >= end || text.charCodeAt(start + 1) !== 123) return start + 1;
  let at = start + 2;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 123 || code === 125 || code === 10 || code === 13) break;
    at++;
  }
  if (at === start + 2 || at + 1 >= end || text.charCodeAt(at) !== 125 || text.charCodeAt(at + 1) !== 125) {
    return start + 2;
  }
  inline.placeholders.push({ span: spanOf(inline, start, at + 2) });
  return start + 2;
}

/** The word `TBD`. */
export function readPlaceholderWord(inline: Inline, start: number): void {
  const { text, end } = inline;
  const after = start + 3;
  if (after > end || text.charCodeAt(start + 1) !== 66 || text.charCodeAt(start + 2) !== 68) return;
  if (start > inline.start && (isWordlike(text.charCodeAt(start - 1)) || text.charCodeAt(start - 1) === 95)) return;
  if (after < end && (isWordlike(text.charCodeAt(after)) || text.charCodeAt(after) === 95)) return;
  if (start >= inline.urlEnd) inline.placeholders.push({ span: spanOf(inline, start, after) });
}

/** The end of the `FR-2` of a qualified id, or -1. */
function localIdEnd(text: string, start: number, end: number): number {
  let at = start;
  if (at >= end || !isLetter(text.charCodeAt(at))) return -1;
  while (at < end && isAlphanumeric(text.charCodeAt(at))) at++;
  if (at >= end || text.charCodeAt(at) !== 45) return -1;
  const digits = at + 1;
  at = digitsEnd(text, digits, end);
  return at > digits ? at : -1;
}

function digitsEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** What makes an id beside it a part of something longer. */
function joins(code: number): boolean {
  return code === 45 || code === 47 || code === 95 || isWordlike(code);
}
