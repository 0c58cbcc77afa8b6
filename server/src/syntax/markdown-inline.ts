import {
  bracketedEmailClose,
  bracketedUrlClose,
  isNameOfMail,
  literalEmailEnd,
  literalUrlEnd,
  literalWwwEnd,
  mayPrecedeWww,
  schemeStart,
} from "./markdown-addresses.ts";
import { closeBracket, openBracket } from "./markdown-brackets.ts";
import { isEscapable, isLetter } from "./markdown-chars.ts";
import { codeSpanClose, tickCount } from "./markdown-code-spans.ts";
import { readHtmlBlock, readInlineHtml } from "./markdown-inline-html.ts";
import { addPiece, dropFrom, type Inline, piece, spanOf, startRegion } from "./markdown-inline-state.ts";
import { readLeftAddresses } from "./markdown-left-addresses.ts";
import {
  passUrl,
  readBraces,
  readMention,
  readMentionsInCode,
  readPlaceholderWord,
  settleDoubtful,
} from "./markdown-mentions.ts";
import type { Region } from "./markdown-regions.ts";
import { nextSign } from "./markdown-signs.ts";

/** Reads the inline content of one region, in one pass from left to right. */
export function readRegion(inline: Inline, region: Region): void {
  if (isPlain(inline, region)) return;
  startRegion(inline, region);
  if (region.html) {
    readHtmlBlock(inline);
    return;
  }
  const { text, start, end } = region;
  const { signs } = inline;
  for (let at = nextSign(signs, start); at < end; at = nextSign(signs, at))
    at = step(inline, at, end, text.charCodeAt(at));
  if (inline.addressLeft) readLeftAddresses(inline);
  if (inline.doubtful.length > 0) settleDoubtful(inline);
}

/** Most cells and many lines have nothing in them that could start anything, and nobody asks how they look. */
function isPlain({ ownSigns }: Inline, { start, end, origins, html, heading }: Region): boolean {
  return origins === undefined && !html && heading === undefined && nextSign(ownSigns, start) >= end;
}

/** Reads what starts at `at`, and returns where to go on. */
function step(inline: Inline, at: number, end: number, code: number): number {
  switch (code) {
    case 92:
      return readEscape(inline, at);
    case 96:
      return codeSpan(inline, at);
    case 60:
      return bracketed(inline, at);
    case 91:
      return openBracket(inline, at, false);
    case 93:
      return closeBracket(inline, at);
    case 33:
      return at + 1 < end ? openBracket(inline, at, true) : at + 1;
    case 45:
      readMention(inline, at, inline.start, end, false);
      return at + 1;
    case 58:
      return literalUrl(inline, at);
    case 64:
      return literalEmail(inline, at);
    case 119:
    case 87:
      return at + 3 < end ? literalWww(inline, at) : at + 1;
    case 123:
      return readBraces(inline, at);
    default:
      readPlaceholderWord(inline, at);
      return at + 1;
  }
}

function readEscape(inline: Inline, at: number): number {
  const escaped = at + 1 < inline.end ? inline.text.charCodeAt(at + 1) : -1;
  if (!isEscapable(escaped)) return at + 1;
  // `.`, `/`, `:` and `@`: what is left may still look like an address.
  if (escaped === 46 || escaped === 47 || escaped === 58 || escaped === 64) inline.addressLeft = true;
  inline.textStart = at + 2;
  return at + 2;
}

function codeSpan(inline: Inline, at: number): number {
  const size = tickCount(inline.text, at, inline.end);
  const close = codeSpanClose(inline, at, size);
  if (close < 0) return at + size;
  readMentionsInCode(inline, at + size, close);
  addPiece(inline, at, close + size, piece.code);
  return close + size;
}

/** `<`: an address, or HTML. */
function bracketed(inline: Inline, at: number): number {
  const { text, end } = inline;
  const url = bracketedUrlClose(text, at, end);
  const close = url > 0 ? url : bracketedEmailClose(text, at, end);
  if (close > 0) {
    const address = text.slice(at + 1, close);
    addAddress(inline, at, close + 1, 1, url > 0 ? address : `mailto:${address}`);
    return close + 1;
  }
  const behind = readInlineHtml(inline, at);
  if (behind < 0) return at + 1;
  addPiece(inline, at, behind, piece.skipped);
  return behind;
}

function literalUrl(inline: Inline, colon: number): number {
  const { text, end, textStart } = inline;
  const from = schemeStart(text, colon, textStart);
  if (from >= 0) {
    const free = inline.openers.length === 0 && (from === inline.start || !isLetter(text.charCodeAt(from - 1)));
    const to = free ? literalUrlEnd(text, colon + 3, end) : -1;
    if (to > 0) {
      addAddress(inline, from, to, 0, text.slice(from, to));
      return to;
    }
    inline.addressLeft = true;
  }
  passUrl(inline, colon, end);
  return colon + 1;
}

function literalWww(inline: Inline, at: number): number {
  const { text, end } = inline;
  if (inline.openers.length === 0 && mayPrecedeWww(at === inline.start ? -1 : text.charCodeAt(at - 1))) {
    let sign = at;
    while (sign < end && isNameOfMail(text.charCodeAt(sign))) sign++;
    if (sign < end && text.charCodeAt(sign) === 64) {
      const behind = literalEmail(inline, sign);
      if (behind > sign + 1) return behind;
    }
    const to = literalWwwEnd(text, at, end);
    if (to > 0) {
      addAddress(inline, at, to, 0, `http://${text.slice(at, to)}`);
      return to;
    }
  }
  inline.addressLeft = true;
  return at + 1;
}

function literalEmail(inline: Inline, at: number): number {
  const { text, textStart } = inline;
  let from = at;
  while (from > textStart && isNameOfMail(text.charCodeAt(from - 1))) from--;
  const before = from > inline.start ? text.charCodeAt(from - 1) : -1;
  const free = inline.openers.length === 0 && before !== 47 && !isNameOfMail(before);
  const to = free && from < at ? literalEmailEnd(text, at, inline.end) : -1;
  if (to > 0) {
    addAddress(inline, from, to, 0, `mailto:${text.slice(from, to)}`);
    return to;
  }
  if (isNameOfMail(before) || from < at) inline.addressLeft = true;
  return at + 1;
}

/** Adds an address that is a link by itself; `margin` is how many signs stand around it. */
function addAddress(inline: Inline, start: number, end: number, margin: number, destination: string): void {
  const text = spanOf(inline, start + margin, end - margin);
  const span = spanOf(inline, start, end);
  dropFrom(inline.mentions, span.start);
  inline.links.push({ type: "autolink", span, text, destination, destinationSpan: text });
  addPiece(inline, start, end, piece.address);
}
