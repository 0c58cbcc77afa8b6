import { say } from "../../base/say.ts";
import { setItemField } from "../../edits/set-item-field.ts";
import { type Fix, inPlace } from "./fix.ts";

/** Sets a field to what settles it, where the rule knows that; of several such values a person chooses. */
export const setValue: Fix = {
  mends: ({ data }) => Array.isArray(data?.set),
  actions({ problem, found, project, path, document }) {
    const kind = found && project.config.schema.kinds.get(found.item.kind);
    const places = project.places(path);
    const pairs = (problem.data?.set ?? []) as readonly string[];
    if (found === undefined || kind === undefined || places === undefined) return [];
    const isOption = pairs.length > 2 || !problem.fixable;
    return pairs.flatMap((field, at) => {
      const value = pairs[at + 1];
      if (at % 2 === 1 || value === undefined) return [];
      const edits = setItemField({ document, places }, found.item, kind, field, [value]);
      return inPlace(say`Set ${field} to ${value}`, edits, { isOption });
    });
  },
};
