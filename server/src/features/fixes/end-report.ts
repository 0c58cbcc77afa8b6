import { say } from "../../base/say.ts";
import { type Fix, inPlace, spanOf } from "./fix.ts";

/** A report without an end gets one right below its comment. */
export const endReport: Fix = {
  mends: ({ rule, data }) => rule === "broken-report" && data?.end === "missing",
  actions(context) {
    const { end } = spanOf(context);
    const { text } = context.document;
    const newline = text.startsWith("\r\n", end) ? "\r\n" : "\n";
    const newText = `${newline}${newline}<!-- /throughline -->`;
    return inPlace(say`End the report here`, [{ span: { start: end, end }, newText }]);
  },
};
