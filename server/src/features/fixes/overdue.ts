import { readDay } from "../../base/day.ts";
import { setItemField } from "../../edits/set-item-field.ts";
import { foldStatus, phaseOf, usualStatuses } from "../../model/phase.ts";
import type { SchemaKind } from "../../model/schema.ts";
import { quarterOfDay } from "../../model/timeframe.ts";
import { statusOf } from "../../workspace/plan.ts";
import type { Query } from "../../workspace/query.ts";
import type { Fix, FixAction } from "./fix.ts";

/**
 * What is overdue was moved, or is done. The new time comes first: it keeps the work in sight, while a status that is wrong
 * would take it off the roadmap.
 */
export const overdueFix: Fix = {
  mends: ({ rule }) => rule === "overdue",
  actions({ found, project, path, document }) {
    const kind = found && project.config.schema.kinds.get(found.item.kind);
    const places = project.places(path);
    const today = readDay(project.query.today);
    if (found === undefined || kind === undefined || places === undefined || today === undefined) return [];
    const set = (title: string, field: string, value: string): readonly FixAction[] => {
      const edits = setItemField({ document, places }, found.item, kind, field, [value]);
      return edits === undefined || edits.length === 0 ? [] : [{ title, edits }];
    };
    const { year, quarter } = quarterOfDay(today);
    const [nextYear, next] = quarter === 4 ? [year + 1, 1] : [year, quarter + 1];
    const done = doneWord(kind, project.query);
    return [
      ...set(`Move to the next quarter, Q${next} ${nextYear}`, "timeframe", `${nextYear}-Q${next}`),
      ...(done === undefined ? [] : set(`Set status to ${done}`, "status", done)),
    ];
  },
};

/** "shipped", or the word for it that most items of the kind have in this project. */
function doneWord(kind: SchemaKind, query: Query): string | undefined {
  const counts = new Map<string, number>();
  for (const found of query.items()) {
    const status = found.item.kind === kind.name ? statusOf(found) : undefined;
    // What is said of one item only, "shipped (2025)", is no word of the project.
    if (status === undefined || phaseOf(status, kind) !== "done" || !/^[\p{L}\s_-]+$/u.test(status)) continue;
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const most = [...counts].sort((a, b) => b[1] - a[1] || (foldStatus(a[0]) < foldStatus(b[0]) ? -1 : 1))[0];
  return most?.[0] ?? usualStatuses(kind.base).find((status) => phaseOf(status, kind) === "done");
}
