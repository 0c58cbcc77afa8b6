import { dirname, relativePath } from "../../base/path.ts";
import { pathOf } from "../../base/uri.ts";
import { type RoadmapProject, roadmapProjects } from "../../features/roadmap-projects.ts";
import type { Drawing } from "../../roadmap/reports/mermaid.ts";
import type { Table } from "../../roadmap/reports/table.ts";
import { tableCsv } from "../../roadmap/reports/table-csv.ts";
import { type LinkTo, tableMarkdown } from "../../roadmap/reports/table-markdown.ts";
import { tableText } from "../../roadmap/reports/table-text.ts";
import type { Parsed } from "../flags.ts";
import { projectName } from "../items.ts";
import type { Opened } from "../open-project.ts";
import { type Style, styleFor } from "../style.ts";
import { type Terminal, UsageError } from "../terminal.ts";

/** What a report is written from. */
export interface Asked {
  readonly opened: Opened;
  /** Those with items, by folder. */
  readonly projects: readonly RoadmapProject[];
  readonly parsed: Parsed;
  readonly terminal: Terminal;
  readonly style: Style;
  /** The names behind `--fields`; undefined where nobody has asked. */
  readonly fields: readonly string[] | undefined;
}

export function askedOf(opened: Opened, parsed: Parsed, terminal: Terminal): Asked {
  const { engine } = opened;
  const fields = parsed
    .value("fields")
    ?.split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (fields?.length === 0) throw new UsageError("--fields takes names of fields, such as title,owner,timeframe.");
  const projects = roadmapProjects({ workspace: engine.workspace, engine, tell: String });
  return { opened, projects, parsed, terminal, style: styleFor(parsed, terminal), fields };
}

/** Each project below its name, where there are several. */
export function perProject(
  { projects, opened }: Asked,
  heading: (name: string) => string,
  write: (project: RoadmapProject) => string,
): string {
  return projects
    .map((one) =>
      projects.length === 1 ? write(one) : `${heading(projectName(one.project, opened))}\n\n${write(one)}`,
    )
    .join("\n\n");
}

/** The table of each project, as the format says. */
export const tableFormats = {
  text: (asked: Asked, table: (project: RoadmapProject) => Table): string =>
    perProject(
      asked,
      (name) => asked.style.dim(`# ${name}`),
      (one) => tableText(table(one), asked.style),
    ),
  markdown: (asked: Asked, table: (project: RoadmapProject) => Table): string =>
    perProject(
      asked,
      (name) => `## ${name}`,
      (one) => tableMarkdown(table(one), linksFrom(asked, one)).trimEnd(),
    ),
  csv: (asked: Asked, table: (project: RoadmapProject) => Table): string =>
    tableCsv(
      asked.projects.map((one) => ({
        table: table(one),
        ...(asked.projects.length === 1 ? {} : { project: projectName(one.project, asked.opened) }),
      })),
    ),
} as const;

/** Links lead from the file that is written, else from the root. */
function linksFrom({ opened, parsed, terminal }: Asked, { project }: RoadmapProject): LinkTo {
  const output = parsed.value("output");
  const written = output === undefined ? undefined : pathOf(opened.root, terminal.uriOf(output));
  const folder = written === undefined ? "" : dirname(written);
  return ({ file }) => {
    const path = pathOf(opened.root, project.uriOf(file.path));
    return path === undefined ? undefined : relativePath(folder, path);
  };
}

/** A drawing for whoever puts it into a page; what has no place in it stands in a comment. */
export function drawingText({ text, left }: Drawing): string {
  return left === undefined ? text.trimEnd() : `${text}%% ${left}`;
}
