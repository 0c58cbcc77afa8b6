import { documentOffset } from "../../base/document.ts";
import type { Span } from "../../base/span.ts";
import type { Fix } from "./fix.ts";

const rules = new Set(["self-reference", "duplicate-reference"]);

/** Takes one link out of its list, with the comma or the line that goes with it. */
export const removeLink: Fix = {
  mends: ({ rule }) => rules.has(rule),
  actions({ problem, document }) {
    const span = {
      start: documentOffset(document, problem.range.start),
      end: documentOffset(document, problem.range.end),
    };
    return [{ title: "Take this link out", edits: [{ span: withSeparator(document.text, span), newText: "" }] }];
  },
};

function withSeparator(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  if (/["']/.test(text[from - 1] ?? "") && text[from - 1] === text[to]) {
    from--;
    to++;
  }
  const lineStart = text.lastIndexOf("\n", from - 1) + 1;
  const isOwnLine = /^\s*-\s*$/.test(text.slice(lineStart, from)) && /^[^\S\n]*(\r?\n|$)/.test(text.slice(to));
  if (isOwnLine) {
    const newline = text.indexOf("\n", to);
    return { start: lineStart, end: newline < 0 ? text.length : newline + 1 };
  }
  const before = /,\s*$/.exec(text.slice(lineStart, from));
  if (before !== null) return { start: lineStart + before.index, end: to };
  const after = /^\s*,[^\S\n]*/.exec(text.slice(to));
  if (after !== null) return { start: from, end: to + after[0].length };
  return { start: from, end: to };
}
