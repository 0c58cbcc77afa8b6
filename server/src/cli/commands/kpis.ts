import type { RoadmapProject } from "../../features/roadmap-projects.ts";
import { type KpiRow, kpiRows } from "../../roadmap/kpi-rows.ts";
import { planOf } from "../../roadmap/project-plan.ts";
import { kpiJson } from "../../roadmap/reports/kpi-json.ts";
import { kpiField, kpiFieldNames, kpiTable, usualKpiFields } from "../../roadmap/reports/kpi-table.ts";
import { optional, type Table } from "../../roadmap/reports/table.ts";
import type { Project } from "../../workspace/project.ts";
import { type Command, fieldsFlag, formatFlag } from "../command.ts";
import { type Asked, askedOf, tableFormats } from "../exports/exported.ts";
import { fieldsNamed } from "../exports/fields-named.ts";
import { sayIfEmpty } from "../items.ts";
import { openProject } from "../open-project.ts";
import { emit } from "../style.ts";
import { exitCodes } from "../terminal.ts";
import { type IsWanted, wantedBy, whereFlag } from "../where.ts";

export const kpis: Command = {
  name: "kpis",
  takes: "",
  says: "say how every KPI stands, what does not go well first",
  flags: [whereFlag, fieldsFlag, formatFlag("text", "markdown", "csv", "json")],
  project: true,
  async run(parsed, terminal) {
    const opened = await openProject(parsed, terminal);
    const format = parsed.value("format") ?? "text";
    const asked = askedOf(opened, parsed, terminal);
    const rowsOf = rowsWanted(wantedBy(parsed, opened));
    if (format === "json") emit(asJson(asked, rowsOf), parsed, terminal);
    else if (!sayIfEmpty(opened, terminal)) {
      const write = tableFormats[format as keyof typeof tableFormats];
      // Who looks into a terminal wants to know about today, a file should stay true until somebody measures.
      const fields = asked.fields ?? (format === "text" ? terminalFields : usualKpiFields);
      const table = ({ project }: RoadmapProject): Table => {
        const plan = planOf(project.query);
        const known = kpiFieldNames(project.config.schema);
        const named = fieldsNamed(fields, (name) => kpiField(name, plan), known);
        return kpiTable(rowsOf(project), plan, asked.fields === undefined ? optional(named) : named);
      };
      emit(write(asked, table), parsed, terminal);
    }
    return exitCodes.clean;
  },
};

const terminalFields = ["title", "health", "baseline", "current", "expected", "target", "due"];

type RowsOf = (project: Project) => readonly KpiRow[];

function rowsWanted(isWanted: IsWanted | undefined): RowsOf {
  return (project) => kpiRows(planOf(project.query), isWanted && ((kpi) => isWanted(project, kpi)));
}

function asJson({ projects, opened }: Asked, rowsOf: RowsOf): string {
  const all = projects.flatMap(({ project }) =>
    kpiJson(rowsOf(project), ({ file }) => opened.show(project.uriOf(file.path))),
  );
  return JSON.stringify({ version: 1, kpis: all }, undefined, 2);
}
