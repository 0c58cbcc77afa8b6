import { documentOffset } from "../../base/document.ts";
import { plural, say } from "../../base/say.ts";
import { setItemField } from "../../edits/set-item-field.ts";
import { placeRange } from "../../model/places.ts";
import { requirementsOf } from "../../workspace/plan.ts";
import { type Fix, type FixAction, type FixContext, inPlace } from "./fix.ts";
import { wordFor } from "./status-word.ts";

/** What is done with open work in it is not done, or its boxes were forgotten. */
export const openWork: Fix = {
  mends: ({ rule }) => rule === "done-with-open-work",
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
  const open = requirements.flatMap(({ item }) => {
    const { start, end } = placeRange(places!, item.whole);
    const from = documentOffset(document, start);
    const box = /^[^\n]{0,20}?\[ \]/.exec(document.text.slice(from, documentOffset(document, end)));
    return box === null ? [] : [from + box[0].length - 2];
  });
  const isAll = problem.related.every(({ path: there }) => there === path) && open.length === problem.related.length;
  if (!isAll || open.length === 0) return [];
  const edits = open.map((at) => ({ span: { start: at, end: at + 1 }, newText: "x" }));
  return inPlace(plural(open.length, "Tick the requirement", "Tick the {0} requirements"), edits, { isOption: true });
}
