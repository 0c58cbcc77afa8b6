import { readDay } from "../../base/day.ts";
import { say, type Words } from "../../base/say.ts";
import { setItemField } from "../../edits/set-item-field.ts";
import { quarterOfDay } from "../../model/timeframe.ts";
import { type Fix, type FixAction, inPlace } from "./fix.ts";
import { wordFor } from "./status-word.ts";

/**
 * What is overdue was moved, or is done. The new time comes first: it keeps the work in sight, while a status that is wrong
 * would take it off the roadmap.
 */
export const overdueFix: Fix = {
  mends: ({ rule }) => rule === "overdue",
  counts: true,
  actions({ found, project, path, document }) {
    const kind = found && project.config.schema.kinds.get(found.item.kind);
    const places = project.places(path);
    const today = readDay(project.query.today);
    if (found === undefined || kind === undefined || places === undefined || today === undefined) return [];
    const set = (title: Words, field: string, value: string): readonly FixAction[] =>
      inPlace(title, setItemField({ document, places }, found.item, kind, field, [value]));
    const { year, quarter } = quarterOfDay(today);
    const [nextYear, next] = quarter === 4 ? [year + 1, 1] : [year, quarter + 1];
    const done = wordFor("done", kind, project, path);
    return [
      ...set(say`Move to the next quarter, Q${next} ${String(nextYear)}`, "timeframe", `${nextYear}-Q${next}`),
      ...(done === undefined ? [] : set(say`Set status to ${done}`, "status", done)),
    ];
  },
};
