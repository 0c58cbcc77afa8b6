import { say } from "../../base/say.ts";
import { removeLink as without } from "../../edits/remove-link.ts";
import { type Fix, type FixContext, inPlace, spanOf } from "./fix.ts";
import { linkAt } from "./link-at.ts";

/** Links that say nothing: whoever takes them out loses nothing. */
const idle = new Set(["self-reference", "duplicate-reference"]);

/** Links that cannot hold as they are; to take one out is one way among others. */
const wrong = new Set([
  "dependency-cycle",
  "reference-to-dropped",
  "wrong-kind",
  "depends-on-later",
  "depends-on-less-mature",
  "after-goal-due",
  "launch-before-feature",
  "unknown-reference",
  "unknown-requirement",
]);

/** Takes one link out of its field. */
export const removeLink: Fix = {
  mends: ({ rule }) => idle.has(rule) || wrong.has(rule),
  actions(context) {
    const { problem, document, found } = context;
    if (!idle.has(problem.rule) && !isNamed(context)) return [];
    const isSafe = idle.has(problem.rule);
    const isOption = !isSafe && problem.rule !== "reference-to-dropped" && problem.rule !== "dependency-cycle";
    return found === undefined
      ? []
      : inPlace(say`Take this link out`, without(document, spanOf(context)), { isSafe, isOption });
  },
};

/** Whether a field's link stands there, rather than an item that is defined in its place, or a word of a sentence. */
function isNamed(context: FixContext): boolean {
  const at = linkAt(context);
  return at !== undefined && at.link.target.type !== "nested";
}
