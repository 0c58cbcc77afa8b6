import { isBreak } from "./markdown-chars.ts";
import { type Delimiter, delimiterAt, pairDelimiters } from "./markdown-emphasis.ts";
import { type Inline, piece } from "./markdown-inline-state.ts";
import { entityText } from "./markdown-unescape.ts";

/** A part of a region as a reader sees it. */
export interface Chunk {
  /** Without escapes and emphasis marks; of a code span its content. */
  text: string;
  /** Where `text` is in the region's text; `written` is where the marks that were taken off it start. */
  at: number;
  readonly written: number;
  readonly end: number;
  readonly kind: "text" | "code" | "address" | "nothing";
  /** Emphasis or a link starts or ends before or behind it. */
  splitsBefore: boolean;
  splitsBehind: boolean;
  /** It stands inside a link. */
  readonly linked: boolean;
}

/** Cuts the region that was read last into its visible parts. */
export function chunksOf(inline: Inline): Chunk[] {
  const { text, start, end, pieces } = inline;
  const chunks: Chunk[] = [];
  const open: Delimiter[] = [];
  let links = 0;
  let linkDelimiters = 0;
  let next = 0;
  let at = start;
  const add = (content: string, from: number, to: number, kind: Chunk["kind"]): Chunk => {
    const splits = kind !== "text";
    const linked = links > 0;
    const chunk = {
      text: content,
      at: from,
      written: from,
      end: to,
      kind,
      splitsBefore: splits,
      splitsBehind: splits,
      linked,
    };
    chunks.push(chunk);
    return chunk;
  };
  let plain = at;
  const flush = () => {
    if (at > plain) add(text.slice(plain, at), plain, at, "text");
  };
  while (at < end) {
    if (pieces[next] === at) {
      flush();
      const close = pieces[next + 1]!;
      const kind = pieces[next + 2]!;
      next += 3;
      if (kind === piece.text) add(text.slice(at, close), at, close, "text");
      else if (kind === piece.code) add(codeContent(text, at, close), at, close, "code");
      else if (kind === piece.address) {
        const margin = text.charCodeAt(at) === 60 ? 1 : 0;
        add(text.slice(at + margin, close - margin), at, close, "address");
      } else {
        if (kind === piece.linkStart) {
          links++;
          linkDelimiters = open.length;
        } else if (kind === piece.linkEnd) {
          pairDelimiters(open.splice(linkDelimiters));
          links--;
        }
        add("", at, close, "nothing");
      }
      at = close;
      plain = at;
      continue;
    }
    const code = text.charCodeAt(at);
    if (code === 92 && isEscape(text, at + 1, end)) {
      flush();
      // A backslash at a line's end breaks the line and is not shown.
      if (isBreak(text.charCodeAt(at + 1))) add("", at, ++at, "nothing");
      else add(text.charAt(at + 1), at, (at += 2), "text");
      plain = at;
    } else if (code === 38) {
      const semicolon = entityEnd(text, at, end);
      const decoded = semicolon > 0 ? entityText(text.slice(at + 1, semicolon)) : undefined;
      if (decoded === undefined) at++;
      else {
        flush();
        add(decoded, at, semicolon + 1, "text");
        at = semicolon + 1;
        plain = at;
      }
    } else if (code === 42 || code === 95 || code === 126) {
      const delimiter = delimiterAt(text, at, start, end);
      if (delimiter.size === 0) {
        at += delimiter.length;
        continue;
      }
      flush();
      delimiter.chunk = add(text.slice(at, at + delimiter.length), at, at + delimiter.length, "text");
      open.push(delimiter);
      at += delimiter.length;
      plain = at;
    } else at++;
  }
  flush();
  pairDelimiters(open);
  return chunks;
}

/** The content of a code span without the blank that may pad it on both sides. */
function codeContent(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (text.charCodeAt(from) === 96) {
    from++;
    to--;
  }
  const padded = isPad(text.charCodeAt(from)) && isPad(text.charCodeAt(to - 1)) && text.slice(from, to).trim() !== "";
  return padded ? text.slice(from + 1, to - 1) : text.slice(from, to);
}

function isPad(code: number): boolean {
  return code === 32 || isBreak(code);
}

function isEscape(text: string, at: number, end: number): boolean {
  return at < end && /[!-/:-@[-`{-~\n\r]/.test(text.charAt(at));
}

/** The offset of the `;` that ends what looks like a character reference at `start`, or -1. */
function entityEnd(text: string, start: number, end: number): number {
  const numeric = text.charCodeAt(start + 1) === 35;
  const match = (numeric ? /^&#(?:\d{1,7}|[xX][\da-fA-F]{1,6});/ : /^&[\da-zA-Z]{1,31};/).exec(
    text.slice(start, Math.min(end, start + 40)),
  );
  return match === null ? -1 : start + match[0].length - 1;
}
