import { showStatus } from "../../model/phase.ts";
import { ownersOf, phaseOf, statusOf, textOf } from "../../workspace/plan.ts";
import type { Command } from "../command.ts";
import { formatFlag } from "../command.ts";
import { itemAsJson } from "../item-json.ts";
import { type Listed, listItems, projectName, sayIfEmpty } from "../items.ts";
import { type KindNames, kindMeant } from "../kind-words.ts";
import { type Opened, openProject, suggest } from "../open-project.ts";
import { count, emit, type Style, styleFor } from "../style.ts";
import { exitCodes, UsageError } from "../terminal.ts";
import { wantedBy, whereFlag } from "../where.ts";

export const list: Command = {
  name: "list",
  takes: "[KIND]",
  says: "list the items, or those of one kind",
  flags: [whereFlag, formatFlag("text", "json")],
  project: true,
  async run(parsed, terminal) {
    const opened = await openProject(parsed, terminal);
    const [word] = parsed.positionals;
    const isWanted = wantedBy(parsed, opened);
    const items = listItems(opened).filter(({ found, project }) => {
      const isOfKind = word === undefined || kindMeant(word, project.config.schema.kindNames) === found.item.kind;
      return isOfKind && isWanted?.(project, found) !== false;
    });
    if (word !== undefined)
      checkKind(
        word,
        opened.engine.workspace.projects().map(({ config }) => config.schema.kindNames),
      );
    if (parsed.value("format") === "json") {
      const rows = items.map(({ found, project, file, problems }) => itemAsJson(found, project, file, problems));
      emit(JSON.stringify({ version: 1, items: rows }, undefined, 2), parsed, terminal);
    } else if (!sayIfEmpty(opened, terminal))
      emit(asText(items, opened, styleFor(parsed, terminal), parsed.has("quiet")), parsed, terminal);
    return exitCodes.clean;
  },
};

function checkKind(word: string, schemas: readonly KindNames[]): void {
  if (schemas.some((names) => kindMeant(word, names) !== undefined)) return;
  const all = [...new Set(schemas.flatMap((names) => [...names.keys()]))];
  throw new UsageError(`There is no kind ${word}. ${suggest(word, all, `There are ${all.join(", ")}.`)}`);
}

/**
 * Columns: id, title, status, timeframe, owner; the file below would cut the titles, `show` has it. Where there are several
 * projects, each stands below its name.
 */
function asText(items: readonly Listed[], opened: Opened, style: Style, isQuiet: boolean): string {
  const rows = items.map(({ found, project, problems }) => [
    found.item.key,
    found.item.title,
    statusOf(found) === undefined ? phaseOf(project.query, found) : showStatus(statusOf(found)!),
    textOf(found, "timeframe") ?? "",
    ownersOf(found)[0] ?? "",
    problems === 0 ? "" : count(problems, "problem"),
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.min(48, Math.max(0, ...rows.map((row) => row[column]!.length))));
  const lines = rows.map((row) => {
    const cells = row.map((cell, column) => fit(cell, widths[column]));
    return [style.bold(cells[0]!), cells[1], cells[2], cells[3], cells[4], style.yellow(cells[5]!)]
      .join("  ")
      .trimEnd();
  });
  const projects = [...new Set(items.map(({ project }) => project))];
  const parts = projects.map((project) => {
    const own = lines.filter((_, at) => items[at]!.project === project).join("\n");
    return projects.length === 1 ? own : `${style.dim(`# ${projectName(project, opened)}`)}\n\n${own}`;
  });
  return [...parts, ...(isQuiet ? [] : [style.dim(count(items.length, "item"))])].join("\n\n");
}

function fit(cell: string, width = 0): string {
  return cell.length > width && width > 0 ? `${cell.slice(0, width - 1)}…` : cell.padEnd(width);
}
