import { plural, say } from "../../base/say.ts";
import { setItemField } from "../../edits/set-item-field.ts";
import { tickRequirement } from "../../edits/tick-requirement.ts";
import { requirementsOf } from "../../workspace/plan.ts";
import { type Fix, type FixAction, type FixContext, inPlace } from "./fix.ts";
import { wordFor } from "./status-word.ts";

/** What is done with open work in it is not done, or its boxes were forgotten. */
export const openWork: Fix = {
  mends: ({ rule }) => rule === "done-with-open-work",
  counts: true,
  actions(context) {
    const { found, project, path, document } = context;
    const kind = found && project.config.schema.kinds.get(found.item.kind);
    const places = project.places(path);
    const word = kind && wordFor("active", kind, project, path);
    if (found === undefined || kind === undefined || places === undefined || word === undefined) return [];
    const edits = setItemField({ document, places }, found.item, kind, "status", [word]);
    return [...inPlace(say`Set status back to ${word}`, edits), ...tick(context)];
  },
};

/** Ticks the boxes that are open, where nothing else is. */
function tick({ found, project, path, document, problem }: FixContext): readonly FixAction[] {
  const places = project.places(path);
  const requirements = requirementsOf(project.query, found!).filter(({ file }) => file.path === path);
  const edits = requirements.flatMap(({ item }) => tickRequirement({ document, places: places! }, item, true) ?? []);
  const isAll = problem.related.every(({ path: there }) => there === path) && edits.length === problem.related.length;
  if (!isAll || edits.length === 0) return [];
  return inPlace(plural(edits.length, "Tick the requirement", "Tick the {0} requirements"), edits, { isOption: true });
}
