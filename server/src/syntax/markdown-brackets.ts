import { isBlankOrBreak, isBreak, isLetter } from "./markdown-chars.ts";
import { skipGap } from "./markdown-html.ts";
import { addPiece, cutOpeners, dropFrom, type Inline, piece, spanOf } from "./markdown-inline-state.ts";
import { footnoteLabelEnd } from "./markdown-markers.ts";
import { destinationEnd, isTitleOpener, labelEnd, labelKey, titleEnd } from "./markdown-targets.ts";
import type { Link, LinkDefinition } from "./markdown-tree.ts";
import { unescapeText } from "./markdown-unescape.ts";
import { addWikilink } from "./markdown-wikilinks.ts";

/** `[` or `![`: a footnote's call is read at once, anything else waits for its `]`. */
export function openBracket(inline: Inline, at: number, image: boolean): number {
  const { text, end, openers } = inline;
  const behind = image ? at + 2 : at + 1;
  if (!image && inline.footnotes.size > 0 && text.charCodeAt(behind) === 94) {
    const close = footnoteLabelEnd(text, behind + 1, end);
    if (close > 0 && inline.footnotes.has(labelKey(text.slice(behind + 1, close)))) {
      addPiece(inline, at, close + 1, piece.skipped);
      return close + 1;
    }
  }
  const depth = openers.at.length;
  if (depth > 0) openers.nests[depth - 1] = true;
  openers.at.push(at);
  openers.image.push(image);
  openers.links.push(inline.links.length);
  openers.pieces.push(inline.pieces.length);
  openers.nests.push(false);
  addPiece(inline, at, behind, piece.text);
  return behind;
}

/** `]`: with what follows it, the innermost opener becomes a link or an image, or both are text. */
export function closeBracket(inline: Inline, at: number): number {
  const { openers } = inline;
  const top = openers.at.length - 1;
  if (top < 0) return at + 1;
  const image = openers.image[top]!;
  const start = openers.at[top]!;
  const textStart = image ? start + 2 : start + 1;
  if (image || top >= openers.inactive) {
    const end = readTarget(inline, start, textStart, at, image, openers.nests[top]!);
    if (end > 0) return end;
  }
  const pieceAt = openers.pieces[top]!;
  const nests = openers.nests[top]!;
  cutOpeners(openers, top);
  if (image && !nests && isFootnoteCall(inline, textStart, at)) {
    inline.pieces.length = pieceAt;
    addPiece(inline, start + 1, at + 1, piece.skipped);
    return at + 1;
  }
  if (inline.wikilinkEnd === at - 1) addWikilink(inline, textStart - 1, at + 1);
  else if (!image && isWikilinkInside(inline, top, start, at)) inline.wikilinkEnd = at;
  return at + 1;
}

/** Reads `(destination "title")`, `[label]`, `[]` or nothing behind `]`; returns the link's end, or -1. */
function readTarget(
  inline: Inline,
  start: number,
  textStart: number,
  at: number,
  image: boolean,
  nests: boolean,
): number {
  const { text, end } = inline;
  const code = at + 1 < end ? text.charCodeAt(at + 1) : -1;
  if (code === 40) {
    const close = resourceEnd(inline, start, textStart, at, image);
    if (close > 0) return close;
  }
  if (inline.defined.size === 0) return -1;
  if (code === 91) {
    const close = labelEnd(text, at + 1, end);
    const definition = close < 0 ? undefined : inline.defined.get(labelKey(text.slice(at + 2, close - 1)));
    if (definition !== undefined) return reference(inline, start, textStart, at, close, image, definition);
  }
  // A definition's label has no bare brackets and at most 999 characters, blanks apart.
  const named = nests || at - textStart > 9999 ? undefined : inline.defined.get(labelKey(text.slice(textStart, at)));
  if (named === undefined) return -1;
  if (code !== 91) return reference(inline, start, textStart, at, at + 1, image, named);
  if (text.charCodeAt(at + 2) !== 93 || at + 2 >= end) return -1;
  return reference(inline, start, textStart, at, at + 3, image, named);
}

function resourceEnd(inline: Inline, start: number, textStart: number, at: number, image: boolean): number {
  const { text, end, unended } = inline;
  const from = skipGap(text, at + 2, end);
  if (from >= end) return -1;
  let to = from;
  let close = from;
  if (text.charCodeAt(from) !== 41) {
    to = destinationEnd(text, from, end, 32);
    if (to < 0) return -1;
    close = skipGap(text, to, end);
    if (close > to && close < end && isTitleOpener(text.charCodeAt(close))) {
      const sign = text.charAt(close);
      if (unended.has(sign)) return -1;
      close = titleEnd(text, close, end);
      if (close < 0) {
        unended.add(sign);
        return -1;
      }
      close = skipGap(text, close, end);
    }
  }
  if (close >= end || text.charCodeAt(close) !== 41) return -1;
  const enclosed = to > from && text.charCodeAt(from) === 60 ? 1 : 0;
  addLink(inline, start, at, close + 1, {
    type: image ? "image" : "inline",
    span: spanOf(inline, start, close + 1),
    text: spanOf(inline, textStart, at),
    destination: unescapeText(text.slice(from + enclosed, to - enclosed)),
    destinationSpan: spanOf(inline, from + enclosed, to - enclosed),
  });
  return close + 1;
}

function reference(
  inline: Inline,
  start: number,
  textStart: number,
  at: number,
  end: number,
  image: boolean,
  { destination, destinationSpan }: LinkDefinition,
): number {
  addLink(inline, start, at, end, {
    type: image ? "image-reference" : "reference",
    span: spanOf(inline, start, end),
    text: spanOf(inline, textStart, at),
    destination,
    destinationSpan,
  });
  return end;
}

/** Makes the innermost opener a link: no link stands in a link, and nothing in an image. */
function addLink(inline: Inline, start: number, at: number, end: number, link: Link): void {
  const { openers, links, pieces } = inline;
  const top = openers.at.length - 1;
  const before = openers.links[top]!;
  const pieceAt = openers.pieces[top]!;
  const image = openers.image[top]!;
  cutOpeners(openers, top);
  dropFrom(inline.wikilinks, link.span.start);
  if (image || hasScheme(link.destination)) dropFrom(inline.mentions, link.span.start);
  if (image) {
    links.length = before;
    links.push(link);
    pieces.length = pieceAt;
    addPiece(inline, start, end, piece.skipped);
    return;
  }
  if (before === links.length) links.push(link);
  else links.splice(before, 0, link);
  pieces[pieceAt + 2] = piece.linkStart;
  addPiece(inline, at, end, piece.linkEnd);
  openers.inactive = top;
  if (inline.urlEnd > end) inline.urlEnd = end;
}

/** `https://…`: letters and the like before `://`. */
function hasScheme(destination: string): boolean {
  const colon = destination.indexOf("://");
  if (colon < 1) return false;
  for (let index = 0; index < colon; index++) {
    const code = destination.charCodeAt(index);
    if (!isLetter(code) && (index === 0 || !(code === 43 || code === 45 || code === 46 || (code >= 48 && code <= 57))))
      return false;
  }
  return true;
}

function isFootnoteCall(inline: Inline, start: number, end: number): boolean {
  const { text, footnotes } = inline;
  if (footnotes.size === 0 || text.charCodeAt(start) !== 94 || end - start > 9999) return false;
  return footnotes.has(labelKey(text.slice(start, end)).slice(1));
}

/** Whether `[[…]` has been read and the second `]` comes next. */
function isWikilinkInside({ text, openers, end }: Inline, top: number, start: number, at: number): boolean {
  if (top === 0 || at + 1 >= end || text.charCodeAt(at + 1) !== 93) return false;
  const outer = openers.at[top - 1]!;
  if (outer + (openers.image[top - 1]! ? 2 : 1) !== start) return false;
  let blank = true;
  for (let index = start + 1; index < at; index++) {
    const code = text.charCodeAt(index);
    if (code === 91 || code === 93 || isBreak(code)) return false;
    if (!isBlankOrBreak(code)) blank = false;
  }
  return !blank;
}
