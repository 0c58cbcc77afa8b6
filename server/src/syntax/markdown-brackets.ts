import { isBlankOrBreak, isBreak, isLetter } from "./markdown-chars.ts";
import { skipGap } from "./markdown-html.ts";
import { addPiece, dropFrom, type Inline, type Opener, piece, spanOf } from "./markdown-inline-state.ts";
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
  const around = openers[openers.length - 1];
  if (around !== undefined) around.nests = true;
  const { links, pieces } = inline;
  openers.push({ start: at, textStart: behind, image, links: links.length, pieces: pieces.length, nests: false });
  addPiece(inline, at, behind, piece.text);
  return behind;
}

/** `]`: with what follows it, the innermost opener becomes a link or an image, or both are text. */
export function closeBracket(inline: Inline, at: number): number {
  const { openers } = inline;
  const opener = openers.pop();
  if (opener === undefined) return at + 1;
  const active = opener.image || openers.length >= inline.inactive;
  if (inline.inactive > openers.length) inline.inactive = openers.length;
  const end = active ? readTarget(inline, opener, at) : -1;
  if (end > 0) return end;
  if (isFootnoteCall(inline, opener, at)) {
    inline.pieces.length = opener.pieces;
    addPiece(inline, opener.start + 1, at + 1, piece.skipped);
  } else if (inline.wikilinkEnd === at - 1) addWikilink(inline, opener.textStart - 1, at + 1);
  else if (isWikilinkInside(inline, opener, at)) inline.wikilinkEnd = at;
  return at + 1;
}

/** Reads `(destination "title")`, `[label]`, `[]` or nothing behind `]`; returns the link's end, or -1. */
function readTarget(inline: Inline, opener: Opener, at: number): number {
  const { text, end, defined } = inline;
  const code = at + 1 < end ? text.charCodeAt(at + 1) : -1;
  if (code === 40) {
    const close = resource(inline, opener, at);
    if (close > 0) return close;
  }
  if (defined.size === 0) return -1;
  if (code === 91) {
    const close = labelEnd(text, at + 1, end);
    const definition = close < 0 ? undefined : defined.get(labelKey(text.slice(at + 2, close - 1)));
    if (definition !== undefined) return reference(inline, opener, at, close, definition);
  }
  // A definition's label has no bare brackets and at most 999 characters, blanks apart.
  const mayBeLabel = !opener.nests && at - opener.textStart < 9999;
  const named = mayBeLabel ? defined.get(labelKey(text.slice(opener.textStart, at))) : undefined;
  if (named === undefined) return -1;
  if (code !== 91) return reference(inline, opener, at, at + 1, named);
  if (text.charCodeAt(at + 2) !== 93 || at + 2 >= end) return -1;
  return reference(inline, opener, at, at + 3, named);
}

function resource(inline: Inline, opener: Opener, at: number): number {
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
  addLink(inline, opener, at, close + 1, {
    type: opener.image ? "image" : "inline",
    span: spanOf(inline, opener.start, close + 1),
    text: spanOf(inline, opener.textStart, at),
    destination: unescapeText(text.slice(from + enclosed, to - enclosed)),
    destinationSpan: spanOf(inline, from + enclosed, to - enclosed),
  });
  return close + 1;
}

function reference(inline: Inline, opener: Opener, at: number, end: number, definition: LinkDefinition): number {
  addLink(inline, opener, at, end, {
    type: opener.image ? "image-reference" : "reference",
    span: spanOf(inline, opener.start, end),
    text: spanOf(inline, opener.textStart, at),
    destination: definition.destination,
    destinationSpan: definition.destinationSpan,
  });
  return end;
}

/** No link stands in a link, and nothing in an image. */
function addLink(inline: Inline, opener: Opener, at: number, end: number, link: Link): void {
  const { links, pieces } = inline;
  dropFrom(inline.wikilinks, link.span.start);
  if (opener.image || hasScheme(link.destination)) dropFrom(inline.mentions, link.span.start);
  if (opener.image) {
    links.length = opener.links;
    links.push(link);
    pieces.length = opener.pieces;
    addPiece(inline, opener.start, end, piece.skipped);
    return;
  }
  if (opener.links === links.length) links.push(link);
  else links.splice(opener.links, 0, link);
  pieces[opener.pieces + 2] = piece.linkStart;
  addPiece(inline, at, end, piece.linkEnd);
  inline.inactive = inline.openers.length;
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

/** `![^a]` is a `!` and a footnote's call when it is no image. */
function isFootnoteCall({ text, footnotes }: Inline, { image, nests, textStart }: Opener, at: number): boolean {
  if (!image || nests || footnotes.size === 0 || text.charCodeAt(textStart) !== 94 || at - textStart > 9999)
    return false;
  return footnotes.has(labelKey(text.slice(textStart, at)).slice(1));
}

/** Whether `[[…]` has been read and the second `]` comes next. */
function isWikilinkInside({ text, openers, end }: Inline, { image, nests, textStart }: Opener, at: number): boolean {
  if (image || nests || at + 1 >= end || text.charCodeAt(at + 1) !== 93) return false;
  if (openers[openers.length - 1]?.textStart !== textStart - 1) return false;
  let blank = true;
  for (let index = textStart; index < at; index++) {
    const code = text.charCodeAt(index);
    if (code === 91 || code === 93 || isBreak(code)) return false;
    if (!isBlankOrBreak(code)) blank = false;
  }
  return !blank;
}
