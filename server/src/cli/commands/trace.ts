import { planOf } from "../../roadmap/project-plan.ts";
import { traceJson } from "../../roadmap/reports/trace-json.ts";
import { traceMermaid } from "../../roadmap/reports/trace-mermaid.ts";
import { traceTable } from "../../roadmap/reports/trace-table.ts";
import { type Trace, traceOf } from "../../roadmap/trace.ts";
import type { Project } from "../../workspace/project.ts";
import { type Command, formatFlag } from "../command.ts";
import { type Asked, askedOf, drawingText, perProject, tableFormats } from "../exports/exported.ts";
import { sayIfEmpty } from "../items.ts";
import { openProject } from "../open-project.ts";
import { emit } from "../style.ts";
import { exitCodes } from "../terminal.ts";
import { type IsWanted, wantedBy, whereFlag } from "../where.ts";

export const trace: Command = {
  name: "trace",
  takes: "",
  says: "show which features work for which goals, which KPIs measure them, and what is missing in between",
  flags: [
    { name: "done", says: "show what is done or dropped, instead of how much of it there is" },
    whereFlag,
    formatFlag("text", "markdown", "mermaid", "csv", "json"),
  ],
  project: true,
  async run(parsed, terminal) {
    const opened = await openProject(parsed, terminal);
    const format = parsed.value("format") ?? "text";
    const asked = askedOf(opened, parsed, terminal);
    const traceIn = traceWanted(parsed.has("done"), wantedBy(parsed, opened));
    if (format === "json") emit(asJson(asked, traceIn), parsed, terminal);
    else if (sayIfEmpty(opened, terminal)) return exitCodes.clean;
    else if (format === "mermaid") emit(asMermaid(asked, traceIn), parsed, terminal);
    else {
      const write = tableFormats[format as keyof typeof tableFormats];
      emit(
        write(asked, ({ project }) => traceTable(traceIn(project))),
        parsed,
        terminal,
      );
    }
    return exitCodes.clean;
  },
};

type TraceIn = (project: Project) => Trace;

function traceWanted(showDone: boolean, isWanted: IsWanted | undefined): TraceIn {
  return (project) =>
    traceOf(planOf(project.query), { showDone, ...(isWanted && { isHit: (found) => isWanted(project, found) }) });
}

function asMermaid(asked: Asked, traceIn: TraceIn): string {
  return perProject(
    asked,
    (name) => `%% ${name}`,
    ({ project }) => drawingText(traceMermaid(traceIn(project))),
  );
}

function asJson({ projects, opened }: Asked, traceIn: TraceIn): string {
  const all = projects.map(({ project, title }) => ({
    project: title,
    ...traceJson(traceIn(project), ({ file }) => opened.show(project.uriOf(file.path))),
  }));
  return JSON.stringify({ version: 1, projects: all }, undefined, 2);
}
