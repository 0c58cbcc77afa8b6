import { isBlankOrBreak, isLetter } from "./markdown-chars.ts";
import { attributesEnd, isNameCode, skipGap } from "./markdown-html.ts";
import { type Inline, spanOf } from "./markdown-inline-state.ts";

/** Reads an HTML tag, comment, declaration or the like at the `<` at `start`; the offset behind it, or -1. */
export function readInlineHtml(inline: Inline, start: number): number {
  const { text, end } = inline;
  const code = start + 1 < end ? text.charCodeAt(start + 1) : -1;
  if (code === 33) {
    const next = start + 2 < end ? text.charCodeAt(start + 2) : -1;
    if (next === 45) {
      if (start + 3 >= end || text.charCodeAt(start + 3) !== 45) return -1;
      const close = endOf(inline, "-->", start + 2);
      if (close > 0) inline.comments.push({ span: spanOf(inline, start, close) });
      return close;
    }
    if (next === 91) return text.startsWith("CDATA[", start + 3) ? endOf(inline, "]]>", start + 9) : -1;
    return isLetter(next) ? endOf(inline, ">", start + 3) : -1;
  }
  if (code === 63) return endOf(inline, "?>", start + 2);
  const closing = code === 47;
  let at = closing ? start + 2 : start + 1;
  if (at >= end || !isLetter(text.charCodeAt(at))) return -1;
  const name = at;
  while (at < end && isNameCode(text.charCodeAt(at))) at++;
  if (closing) {
    at = skipGap(text, at, end);
    return at < end && text.charCodeAt(at) === 62 ? at + 1 : -1;
  }
  const next = at < end ? text.charCodeAt(at) : -1;
  if (next !== 47 && next !== 62 && !isBlankOrBreak(next)) return -1;
  const close = attributesEnd(text, at, end, true);
  if (close > 0 && next !== 62) readAnchors(inline, name, at, close);
  return close;
}

/** Comments and anchors of an HTML block. */
export function readHtmlBlock(inline: Inline): void {
  const { text, end } = inline;
  let at = inline.start;
  while (at < end) {
    if (text.charCodeAt(at) !== 60) {
      at++;
      continue;
    }
    const close = readInlineHtml(inline, at);
    at = close > 0 ? close : at + 1;
  }
}

/** `id="x"` of any tag and `name="x"` of an `a` between the tag's name and its end. */
function readAnchors(inline: Inline, nameStart: number, start: number, end: number): void {
  const { text } = inline;
  const isLink = start - nameStart === 1 && (text.charCodeAt(nameStart) | 32) === 97;
  let at = start;
  while (at < end) {
    at = skipGap(text, at, end);
    const from = at;
    while (at < end && !isBlankOrBreak(text.charCodeAt(at)) && text.charCodeAt(at) !== 61 && text.charCodeAt(at) !== 62)
      at++;
    const name = at - from > 4 ? "" : text.slice(from, at).toLowerCase();
    at = skipGap(text, at, end);
    if (text.charCodeAt(at) !== 61) {
      if (at === from) at++;
      continue;
    }
    at = skipGap(text, at + 1, end);
    const quote = text.charCodeAt(at);
    const quoted = quote === 34 || quote === 39;
    const valueStart = quoted ? at + 1 : at;
    at = valueStart;
    while (at < end && (quoted ? text.charCodeAt(at) !== quote : !endsBareValue(text.charCodeAt(at)))) at++;
    if (at > valueStart && (name === "id" || (name === "name" && isLink)))
      inline.htmlAnchors.push({ name: text.slice(valueStart, at), span: spanOf(inline, valueStart, at) });
    if (quoted) at++;
  }
}

function endsBareValue(code: number): boolean {
  return code === 62 || isBlankOrBreak(code);
}

/** The offset behind the next `mark`, or -1; looked for in vain once, it is not looked for again in this region. */
function endOf(inline: Inline, mark: string, from: number): number {
  const { text, end, unended } = inline;
  if (unended.has(mark)) return -1;
  const first = mark.charCodeAt(0);
  for (let at = from; at + mark.length <= end; at++)
    if (text.charCodeAt(at) === first && text.startsWith(mark, at)) return at + mark.length;
  unended.add(mark);
  return -1;
}
