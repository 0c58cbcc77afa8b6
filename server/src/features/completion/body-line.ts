import { type Document, documentLineStarts } from "../../base/document.ts";
import { lineAt } from "../../base/lines.ts";

/** A line of the text with the cursor in it. */
export interface BodyLine {
  readonly text: string;
  /** Where the lines of the text start, and which of them this is. */
  readonly starts: Uint32Array;
  readonly line: number;
  readonly before: string;
  readonly behind: string;
  readonly offset: number;
}

export function lineAround(document: Document, offset: number): BodyLine {
  const { text } = document;
  const starts = documentLineStarts(document);
  const line = lineAt(starts, offset);
  const end = starts[line + 1] ?? text.length;
  const before = text.slice(starts[line], offset);
  return { text, starts, line, before, behind: text.slice(offset, end).split(/[\r\n]/)[0]!, offset };
}
