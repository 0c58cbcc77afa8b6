import { removeLink as without } from "../../edits/remove-link.ts";
import { type Fix, inPlace, spanOf } from "./fix.ts";

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
    // In a text it is a word of a sentence.
    if (!idle.has(problem.rule) && !isLink(context)) return [];
    const isSafe = idle.has(problem.rule);
    const isOption = !isSafe && problem.rule !== "reference-to-dropped" && problem.rule !== "dependency-cycle";
    return found === undefined ? [] : inPlace("Take this link out", without(document, spanOf(context)), { isSafe, isOption });
  },
};

/** Whether a field's link stands there, rather than an item that is defined in its place. */
function isLink({ problem, project, path, found }: Parameters<Fix["actions"]>[0]): boolean {
  const places = project.places(path);
  if (found === undefined || places === undefined) return false;
  const { line, character } = problem.range.start;
  for (const { links } of found.item.fields.values())
    for (const { entry, target } of links)
      if (places[entry * 4] === line && places[entry * 4 + 1] === character) return target.type !== "nested";
  return false;
}
