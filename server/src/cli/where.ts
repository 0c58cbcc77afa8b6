import { byItem } from "../rules/by-item.ts";
import type { Project } from "../workspace/project.ts";
import type { Found } from "../workspace/query.ts";
import type { WhereSources } from "../workspace/where/ask.ts";
import type { WhereProblem } from "../workspace/where/condition.ts";
import { readWhere } from "../workspace/where/read-where.ts";
import { wrongInAll } from "../workspace/where/wrong-in-all.ts";
import type { Flag, Parsed } from "./flags.ts";
import type { Opened } from "./open-project.ts";
import { UsageError } from "./terminal.ts";

/** Of every command that says something about several items. */
export const whereFlag: Flag = {
  name: "where",
  value: "QUERY",
  says: "only the items that meet a query, such as kind:feature owner:ana timeframe<=2027-Q1 -status:done",
};

/** Whether the query of the command line lets an item through. */
export type IsWanted = (project: Project, found: Found) => boolean;

/**
 * What `--where` lets through; undefined without it. Throws a UsageError that shows what is wrong with a query: something
 * that one project does not know another one may, so it has to be wrong in all of them.
 */
export function wantedBy(parsed: Parsed, opened: Opened): IsWanted | undefined {
  const text = parsed.value("where");
  if (text === undefined) return undefined;
  checkWhere(text, opened);
  const readings = new Map(
    opened.engine.workspace
      .projects()
      .map((project) => [project, readWhere(text, project.query, { levelsOf: levelsIn(project, opened) })]),
  );
  return (project, found) => readings.get(project)!.matches(found);
}

/** The query of the command line behind that of a view, once both were looked over; "" without one. */
export function whereOf(parsed: Parsed, opened: Opened, saved = ""): string {
  const said = parsed.value("where") ?? "";
  for (const text of [saved, said]) checkWhere(text, opened);
  return `${saved} ${said}`.trim();
}

function checkWhere(text: string, { engine }: Opened): void {
  const all = engine.workspace.projects().map(({ query }) => query);
  const filled = all.filter((query) => query.hasItems());
  const problems = wrongInAll(text, filled.length > 0 ? filled : all);
  if (problems.length > 0) throw new UsageError(problems.map((problem) => shown(text, problem)).join("\n"));
}

/** The sentence, and below the query where it is meant. */
function shown(text: string, { span, message }: WhereProblem): string {
  const line = text.replace(/\s/g, " ");
  return `${message}\n\n    ${line}\n    ${" ".repeat(span.start)}${"^".repeat(span.end - span.start)}`;
}

/** What was found about each item itself, its requirements left out. */
function levelsIn(project: Project, { engine }: Opened): NonNullable<WhereSources["levelsOf"]> {
  const files = new Map<string, ReturnType<typeof byItem>>();
  return ({ file: { path }, item }) => {
    let file = files.get(path);
    if (file === undefined) files.set(path, (file = byItem(engine.problems(project.uriOf(path)))));
    return (file.get(item.key) ?? []).flatMap(({ level }) => (level === "hint" ? [] : [level]));
  };
}
