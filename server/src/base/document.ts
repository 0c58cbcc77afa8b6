import { lineStarts, type Position, positionAt, type Range, rangeOf } from "./lines.ts";
import { memo } from "./memo.ts";
import type { Span } from "./span.ts";

/** One text at one moment. Immutable: an edit makes a new document, and everything derived hangs on the object. */
export interface Document {
  /** Workspace-wide name: a URI in the server, a path with `/` in tests and on the command line. */
  readonly uri: string;
  readonly text: string;
}

const starts = memo((document: Document) => lineStarts(document.text));

export function documentLineStarts(document: Document): Uint32Array {
  return starts(document);
}

export function documentPosition(document: Document, offset: number): Position {
  return positionAt(starts(document), offset);
}

export function documentRange(document: Document, span: Span): Range {
  return rangeOf(starts(document), span);
}

/** The offset of a position; beyond a line's end it is that line's end, beyond the text the text's end. */
export function documentOffset(document: Document, position: Position): number {
  const lines = starts(document);
  const line = lines[position.line];
  if (line === undefined) return document.text.length;
  const next = lines[position.line + 1];
  let end = next ?? document.text.length;
  while (next !== undefined && end > line && (document.text[end - 1] === "\n" || document.text[end - 1] === "\r"))
    end--;
  return Math.min(line + Math.max(0, position.character), end);
}
