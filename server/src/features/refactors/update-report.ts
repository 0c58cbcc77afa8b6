import { plural, say } from "../../base/say.ts";
import { isInReport, type TextReport, updateReports } from "../../roadmap/reports/update-reports.ts";
import type { Refactor, RefactorContext } from "./refactor.ts";

/** A report that is not up to date any more is written anew, or all of the file at once. */
export const updateReport: Refactor = {
  kind: "refactor.rewrite",
  offers(context) {
    const { document, at } = context;
    if (!isInReport(document.text, at)) return [];
    const reports = reportsIn(context);
    const here = reports.find(({ whole }) => whole.start <= at && at <= whole.end);
    const stale = reports.flatMap(({ edit }) => edit ?? []);
    if (here === undefined || stale.length === 0) return [];
    const own = here.edit;
    const others = own === undefined ? stale.length : stale.length - 1;
    return [
      ...(own === undefined ? [] : [{ title: say`Update this report`, edit: () => ({ edits: [own] }) }]),
      ...(others === 0
        ? []
        : [
            {
              title: plural(stale.length, "Update {0} report of this file", "Update {0} reports of this file"),
              edit: () => ({ edits: stale }),
            },
          ]),
    ];
  },
};

function reportsIn({ document, project, path, problemsOf }: RefactorContext): readonly TextReport[] {
  return updateReports(document.text, { query: project.query, path, problemsOf });
}
