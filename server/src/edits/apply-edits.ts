import type { TextEdit } from "../base/span.ts";

/** The text after edits that do not overlap, each by its place in the text before; two at one place in their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let changed = "";
  let from = 0;
  for (const { span, newText } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    changed += text.slice(from, span.start) + newText;
    from = span.end;
  }
  return changed + text.slice(from);
}
