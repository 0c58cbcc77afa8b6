import { isBlank, isBlankOrBreak, isBreak } from "./markdown-chars.ts";
import { skipGap } from "./markdown-html.ts";
import { type Definitions, placed } from "./markdown-regions.ts";
import { destinationEnd, isTitleOpener, labelEnd, labelKey, titleEnd } from "./markdown-targets.ts";
import type { LinkDefinition } from "./markdown-tree.ts";
import { unescapeText } from "./markdown-unescape.ts";

interface Sink {
  readonly definitions: LinkDefinition[];
  readonly defined: Definitions;
}

/** Reads `[label]: destination "title"` at `start`, and returns the offset of its line's end, or -1 when it is none. */
export function takeDefinition(
  sink: Sink,
  text: string,
  start: number,
  end: number,
  origins: readonly number[] | undefined,
): number {
  const behindLabel = labelEnd(text, start, end);
  if (behindLabel < 0 || behindLabel >= end || text.charCodeAt(behindLabel) !== 58) return -1;
  const from = skipGap(text, behindLabel + 1, end);
  const to = destinationEnd(text, from, end, Number.POSITIVE_INFINITY);
  if (to < 0) return -1;
  const close = behindTitle(text, to, end);
  if (close < 0) return -1;
  const enclosed = text.charCodeAt(from) === 60 ? 1 : 0;
  const raw = text.slice(start + 1, behindLabel - 1);
  const key = labelKey(raw);
  const definition: LinkDefinition = {
    span: placed(origins, start, close),
    label: unescapeText(raw.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, "")),
    destination: unescapeText(text.slice(from + enclosed, to - enclosed)),
    destinationSpan: placed(origins, from + enclosed, to - enclosed),
  };
  sink.definitions.push(definition);
  if (!sink.defined.has(key)) sink.defined.set(key, definition);
  return close;
}

/** Behind an optional title the line must end; a title that does not fit is left for the text that follows. */
function behindTitle(text: string, start: number, end: number): number {
  const plain = lineEnd(text, start, end);
  if (start >= end || !isBlankOrBreak(text.charCodeAt(start))) return plain;
  const open = skipGap(text, start, end);
  if (open >= end || !isTitleOpener(text.charCodeAt(open))) return plain;
  const close = titleEnd(text, open, end);
  const titled = close < 0 ? -1 : lineEnd(text, close, end);
  return titled < 0 ? plain : titled;
}

/** The end of the line when only blanks are left of it, else -1. */
function lineEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at >= end || isBreak(text.charCodeAt(at)) ? at : -1;
}
