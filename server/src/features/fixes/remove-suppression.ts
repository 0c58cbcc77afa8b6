import { documentOffset } from "../../base/document.ts";
import type { Fix } from "./fix.ts";

/** Takes a comment out that silences nothing, with its line where it stands alone. */
export const removeSuppression: Fix = {
  mends: ({ rule }) => rule === "unused-suppression",
  actions({ problem, document }) {
    const { text } = document;
    let start = documentOffset(document, problem.range.start);
    let end = documentOffset(document, problem.range.end);
    const lineStart = text.lastIndexOf("\n", start - 1) + 1;
    const newline = text.indexOf("\n", end);
    const isAlone =
      text.slice(lineStart, start).trim() === "" && text.slice(end, newline < 0 ? text.length : newline).trim() === "";
    if (isAlone) [start, end] = [lineStart, newline < 0 ? text.length : newline + 1];
    else while (start > lineStart && /[ \t]/.test(text[start - 1]!)) start--;
    return [{ title: "Take the comment out", edits: [{ span: { start, end }, newText: "" }] }];
  },
};
