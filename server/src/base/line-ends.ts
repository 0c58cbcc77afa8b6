import { applyEdits, type TextEdit } from "./span.ts";

/**
 * A text as all that reads it takes it: lines end with `\n` or `\r\n`. Where a carriage return ends a line alone, as it does
 * for CommonMark and for LSP, a line feed stands in its place, so that all offsets stay. Most texts come back as they are.
 *
 *     settleLineEnds("a\rb\r\nc")  ->  "a\nb\r\nc"
 */
export function settleLineEnds(text: string): string {
  return hasLoneReturn(text) ? text.replace(/\r(?!\n)/g, "\n") : text;
}

/** A text after edits that were made for it as it is settled: it keeps its line ends, and what is new has those around it. */
export function keepLineEnds(text: string, edits: readonly TextEdit[]): string {
  const settled = applyEdits(settleLineEnds(text), edits);
  if (!hasLoneReturn(text)) return settled;
  const alike = edits.map((edit) =>
    edit.newText.includes("\n") && endsWithReturn(text, edit.span.start)
      ? { ...edit, newText: edit.newText.replace(/\r?\n/g, "\r") }
      : edit,
  );
  const kept = applyEdits(text, alike);
  // Where all between them is gone, a carriage return and a line feed would be the end of one line.
  return plain(kept) === plain(settled) ? kept : settled;
}

function hasLoneReturn(text: string): boolean {
  for (let at = text.indexOf("\r"); at >= 0; at = text.indexOf("\r", at + 2))
    if (text.charCodeAt(at + 1) !== lineFeed) return true;
  return false;
}

/** Whether the line before an offset ends with nothing but a carriage return; on the first line, that line. */
function endsWithReturn(text: string, offset: number): boolean {
  let start = offset;
  while (start > 0 && !isEnd(text, start - 1)) start--;
  if (start > 0) return text[start - 1] === "\r";
  let end = offset;
  while (end < text.length && !isEnd(text, end)) end++;
  return text[end] === "\r" && text[end + 1] !== "\n";
}

function isEnd(text: string, at: number): boolean {
  return text[at] === "\n" || text[at] === "\r";
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

const lineFeed = 10;
