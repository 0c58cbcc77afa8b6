import { plural, say } from "../../base/say.ts";
import type { PlanEdit } from "../../edits/plan-edit.ts";
import { updateReports, writableReports } from "../../roadmap/reports/update-reports.ts";
import type { Refactor, RefactorContext } from "./refactor.ts";

/** The report at the cursor is written anew, or all of the file; what it says is worked out when somebody wants it. */
export const updateReport: Refactor = {
  kind: "refactor.rewrite",
  offers(context) {
    const { document, project, at } = context;
    const reports = writableReports(document.text, project.query);
    const here = reports.find(({ start, end }) => start <= at && at <= end);
    if (here === undefined) return [];
    const one = { title: say`Update this report`, edit: () => changed(context, (start) => start === here.start) };
    const count = reports.length;
    const title = plural(count, "Update {0} report of this file", "Update {0} reports of this file");
    return count === 1 ? [one] : [one, { title, edit: () => changed(context, () => true) }];
  },
};

/** Undefined where everything is up to date. */
function changed(context: RefactorContext, isMeant: (start: number) => boolean): PlanEdit | undefined {
  const { document, project, path, problemsOf } = context;
  const reports = updateReports(document.text, { query: project.query, path, problemsOf }, isMeant);
  const edits = reports.flatMap(({ edit }) => edit ?? []);
  return edits.length === 0 ? undefined : { edits };
}
