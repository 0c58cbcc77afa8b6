import { say, type Words } from "../../base/say.ts";
import { setItemField } from "../../edits/set-item-field.ts";
import { setTitle } from "../../edits/set-title.ts";
import { type Fix, type FixAction, type FixContext, inPlace } from "./fix.ts";
import { likely } from "./likely.ts";

/** How many values are offered: more belong into *Set Field…*. */
const most = 5;

/** Gives an item the field that it lacks: with the likeliest value first, then with the others that the plan knows. */
export const missingField: Fix = {
  mends: ({ data }) => typeof data?.field === "string",
  counts: true,
  actions(context) {
    const { found, project, problem } = context;
    const field = String(problem.data?.field);
    const kind = found && project.config.schema.kinds.get(found.item.kind);
    if (found === undefined || kind === undefined) return [];
    const choices = likely(field, kind, found, context).slice(0, most);
    return choices.flatMap(({ value, label }) => setTo(field, value, label, context));
  },
};

function setTo(field: string, value: string, label: Words, context: FixContext): readonly FixAction[] {
  const { found, project, path, document } = context;
  const kind = project.config.schema.kinds.get(found!.item.kind);
  const places = project.places(path);
  if (kind === undefined || places === undefined) return [];
  const isLink = kind.fieldNames.get(field)?.type === "link";
  const file = { document, places };
  const edits =
    field === "title"
      ? setTitle(file, found!.item, kind, [value])
      : setItemField(file, found!.item, kind, field, [value]);
  return inPlace(isLink ? say`Link ${label}` : say`Set ${field} to ${label}`, edits);
}
