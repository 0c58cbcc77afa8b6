import { say } from "../../base/say.ts";
import { markdownOf } from "../../edits/section.ts";
import { type Fix, inPlace, spanOf } from "./fix.ts";

/** Takes a heading out that nothing stands below, with the blank lines behind it. */
export const emptySection: Fix = {
  mends: ({ rule }) => rule === "empty-section",
  actions(context) {
    const { document } = context;
    const { text } = document;
    const { start } = spanOf(context);
    const { blocks } = markdownOf(document);
    const at = blocks.findIndex((block) => block.type === "heading" && block.content.start === start);
    const heading = blocks[at];
    if (heading === undefined || heading.depth > 0) return [];
    const span = { start: heading.span.start, end: blocks[at + 1]?.span.start ?? text.length };
    return inPlace(say`Take the heading out`, [{ span, newText: "" }], { isOption: true });
  },
};
