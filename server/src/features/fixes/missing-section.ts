import { say } from "../../base/say.ts";
import { type Fix, inPlace } from "./fix.ts";

/** Adds a heading at the end of the document, for the author to write below. */
export const missingSection: Fix = {
  mends: ({ data }) => typeof data?.section === "string",
  actions({ problem, document: { text } }) {
    const section = String(problem.data?.section);
    const newline = text.includes("\r\n") ? "\r\n" : "\n";
    const gap = text.endsWith("\n") ? newline : newline + newline;
    const edit = { span: { start: text.length, end: text.length }, newText: `${gap}## ${section}${newline}` };
    return inPlace(say`Add the section “${section}”`, [edit]);
  },
};
