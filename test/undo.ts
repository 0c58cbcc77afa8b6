import type { TextEdit } from "../server/src/base/span.ts";

/** What an editor does to take edits back. */
export function undoing(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map(({ span, newText }) => {
      const start = span.start + shift;
      shift += newText.length - (span.end - span.start);
      return { span: { start, end: start + newText.length }, newText: text.slice(span.start, span.end) };
    });
}
