import { say } from "../../base/say.ts";
import { type Fix, inPlace, spanOf } from "./fix.ts";

/** Takes a comment out that silences nothing, with its line where it stands alone. */
export const removeSuppression: Fix = {
  mends: ({ rule }) => rule === "unused-suppression",
  actions(context) {
    const { text } = context.document;
    let { start, end } = spanOf(context);
    const lineStart = text.lastIndexOf("\n", start - 1) + 1;
    const newline = text.indexOf("\n", end);
    const isAlone =
      text.slice(lineStart, start).trim() === "" && text.slice(end, newline < 0 ? text.length : newline).trim() === "";
    if (isAlone) [start, end] = [lineStart, newline < 0 ? text.length : newline + 1];
    else while (start > lineStart && /[ \t]/.test(text[start - 1]!)) start--;
    return inPlace(say`Take the comment out`, [{ span: { start, end }, newText: "" }], { isSafe: true });
  },
};
