import { say } from "../../base/say.ts";
import { setItemField } from "../../edits/set-item-field.ts";
import { type Fix, inPlace } from "./fix.ts";

const rules = new Set(["kpi-without-baseline", "kpi-without-target", "missing-kpi", "missing-goal"]);

/** Says that there is none on purpose, which is an answer too. */
export const sayNone: Fix = {
  mends: ({ rule }) => rules.has(rule),
  actions({ problem, found, project, path, document }) {
    const kind = found && project.config.schema.kinds.get(found.item.kind);
    const places = project.places(path);
    const field = String(problem.data?.field ?? "");
    if (found === undefined || kind === undefined || places === undefined || !kind.fieldNames.has(field)) return [];
    const edits = setItemField({ document, places }, found.item, kind, field, ["n/a"]);
    return inPlace(say`Say that there is none (${field}: n/a)`, edits, { isOption: true });
  },
};
