import { isAtLeast, type Level } from "../../model/level.ts";
import type { Command } from "../command.ts";
import { formatFlag } from "../command.ts";
import { type Checked, checkAll } from "../findings.ts";
import type { Parsed } from "../flags.ts";
import { findingsAsGithub } from "../format-github.ts";
import { findingsAsJson } from "../format-json.ts";
import { findingsAsText } from "../format-text.ts";
import { type Opened, openProject } from "../open-project.ts";
import { inPaths } from "../paths.ts";
import { emit, styleFor } from "../style.ts";
import { exitCodes, type Terminal, UsageError } from "../terminal.ts";
import { type IsWanted, wantedBy, whereFlag } from "../where.ts";

export const check: Command = {
  name: "check",
  takes: "[PATH …]",
  says: "say what is missing, wrong or late",
  flags: [
    whereFlag,
    formatFlag("text", "json", "github"),
    {
      name: "fail-on",
      value: "LEVEL",
      says: "the level from which the exit code is 1: error (default), warning, information, never",
      choices: ["error", "warning", "information", "never"],
    },
  ],
  project: true,
  async run(parsed, terminal) {
    const opened = await openProject(parsed, terminal);
    const isWanted = wantedBy(parsed, opened);
    if (isWanted !== undefined) checkSome(isWanted, opened);
    const checked = checkAll(opened, inPaths(parsed.positionals, terminal), isWanted);
    emit(format(checked, parsed, terminal), parsed, terminal);
    await opened.keep();
    const failOn = parsed.value("fail-on") ?? "error";
    const fails = failOn !== "never" && checked.findings.some(({ level }) => isAtLeast(level, failOn as Level));
    return fails ? exitCodes.findings : exitCodes.clean;
  },
};

/** A query that lets nothing through would make every build green. */
function checkSome(isWanted: IsWanted, { engine }: Opened): void {
  const projects = engine.workspace.projects();
  if (projects.some((project) => project.query.items().some((found) => isWanted(project, found)))) return;
  throw new UsageError("No item meets --where: nothing would be checked.");
}

function format(checked: Checked, parsed: Parsed, terminal: Terminal): string {
  switch (parsed.value("format")) {
    case "json":
      return findingsAsJson(checked);
    case "github":
      return findingsAsGithub(checked);
    default:
      return findingsAsText(checked, styleFor(parsed, terminal), parsed.has("quiet"));
  }
}
