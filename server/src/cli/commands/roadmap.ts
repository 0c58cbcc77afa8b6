import { roadmapProjects } from "../../features/roadmap-projects.ts";
import { groupings } from "../../roadmap/all.ts";
import { roadmapJson } from "../../roadmap/json.ts";
import type { ProblemsOf } from "../../roadmap/problem-marks.ts";
import { roadmapText } from "../../roadmap/text.ts";
import type { RoadmapView } from "../../roadmap/tree.ts";
import type { Engine } from "../../rules/engine.ts";
import type { Project } from "../../workspace/project.ts";
import type { Found } from "../../workspace/query.ts";
import type { Command } from "../command.ts";
import { formatFlag } from "../command.ts";
import { projectName, sayIfEmpty } from "../items.ts";
import { type Opened, openProject } from "../open-project.ts";
import { fieldsOf, pageFields, roadmapPage, roadmapPicture } from "../roadmap-page.ts";
import { emit, type Style, styleFor } from "../style.ts";
import { exitCodes } from "../terminal.ts";
import { whereFlag, whereOf } from "../where.ts";

const names = groupings.map(({ id }) => id);

export const roadmap: Command = {
  name: "roadmap",
  takes: "",
  says: "show the roadmap as the sidebar does",
  flags: [
    { name: "by", value: "GROUPING", says: `${names.join(", ")} (${names[0]} when nothing is said)`, choices: names },
    { name: "done", says: "show what is done or dropped, instead of how much of it there is" },
    whereFlag,
    formatFlag("text", "json", "html", "svg"),
    {
      name: "fields",
      value: "NAMES",
      says: `for html and svg: more than title, goal, timeframe, status and KPI: ${pageFields.join(", ")}, or all`,
    },
  ],
  project: true,
  async run(parsed, terminal) {
    const opened = await openProject(parsed, terminal);
    const by = parsed.value("by") ?? names[0]!;
    const filter = whereOf(parsed, opened);
    const view = { by, filter, showDone: parsed.has("done") };
    const fields = fieldsOf(parsed);
    const format = parsed.value("format");
    if (format === "json") emit(asJson(opened, view), parsed, terminal);
    else if (!sayIfEmpty(opened, terminal)) {
      const text =
        format === "html"
          ? roadmapPage(opened, view, fields)
          : format === "svg"
            ? roadmapPicture(opened, view, fields)
            : asText(opened, view, styleFor(parsed, terminal));
      emit(text, parsed, terminal);
    }
    return exitCodes.clean;
  },
};

/** Where there are several projects, each stands below its name. */
function asText(opened: Opened, view: RoadmapView, style: Style): string {
  const { engine } = opened;
  const projects = roadmapProjects({ workspace: engine.workspace, engine, tell: String });
  const texts = projects.map(({ project }) => {
    const text = roadmapText(project.query, view, problemsIn(project, engine), style);
    return projects.length === 1 ? text : `${style.dim(`# ${projectName(project, opened)}`)}\n\n${text}`;
  });
  return texts.join("\n\n");
}

function asJson({ engine, show }: Opened, view: RoadmapView): string {
  const projects = roadmapProjects({ workspace: engine.workspace, engine, tell: String });
  const all = projects.map(({ project, title }) => {
    const problemsOf = problemsIn(project, engine);
    const fileOf = (found: Found) => show(project.uriOf(found.file.path));
    const { groups } = roadmapJson(project.query, view, { problemsOf, fileOf });
    return { type: "project", title, children: groups };
  });
  const groups = all.length === 1 ? all[0]!.children : all;
  return JSON.stringify({ version: 1, by: view.by, groups }, undefined, 2);
}

/** Nobody waits here for a check that is due: every file is checked. */
function problemsIn(project: Project, engine: Engine): ProblemsOf {
  return (path) => engine.problems(project.uriOf(path));
}
