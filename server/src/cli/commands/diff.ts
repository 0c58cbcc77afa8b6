import { readDay } from "../../base/day.ts";
import type { Revision } from "../../protocol.ts";
import type { PlanChange } from "../../roadmap/changes/change.ts";
import { changesJson } from "../../roadmap/changes/changes-json.ts";
import { changesMarkdown } from "../../roadmap/changes/changes-markdown.ts";
import { changesText } from "../../roadmap/changes/changes-text.ts";
import { projectChanges } from "../../roadmap/changes/project-changes.ts";
import type { Command } from "../command.ts";
import { formatFlag } from "../command.ts";
import type { Parsed } from "../flags.ts";
import { projectName } from "../items.ts";
import { openAt } from "../open-past.ts";
import { openProject } from "../open-project.ts";
import { emit, styleFor } from "../style.ts";
import { exitCodes, UsageError } from "../terminal.ts";

export const diff: Command = {
  name: "diff",
  takes: "[REV] [REV]",
  says: "say what changed on the roadmap since a commit, a branch or a day",
  flags: [
    { name: "since", value: "YYYY-MM-DD", says: "from how it stood when that day began" },
    formatFlag("text", "markdown", "json"),
  ],
  project: true,
  async run(parsed, terminal) {
    const { from, to, name } = spanOf(parsed);
    const before = await openAt(from, parsed, terminal);
    const after = to === undefined ? await openProject(parsed, terminal) : await openAt(to, parsed, terminal);
    const told = projectChanges(before.engine.workspace.projects(), after.engine.workspace.projects());
    const format = parsed.value("format");
    if (format === "json") {
      const changes = told.flatMap(({ changes: own, project }) =>
        changesJson(own, ({ file }) => after.show(project.uriOf(file.path))),
      );
      emit(JSON.stringify({ version: 1, since: name, changes }, undefined, 2), parsed, terminal);
      return exitCodes.clean;
    }
    const write = (changes: readonly PlanChange[]): string =>
      format === "markdown" ? changesMarkdown(changes, name) : changesText(changes, name, styleFor(parsed, terminal));
    const isOne = told.length === 1;
    const heading = (title: string): string => (format === "markdown" ? `## ${title}` : `# ${title}`);
    const texts = told.map(({ changes, project }) =>
      isOne ? write(changes) : `${heading(projectName(project, after))}\n\n${write(changes)}`,
    );
    emit(texts.join("\n\n"), parsed, terminal);
    return exitCodes.clean;
  },
};

interface Span {
  readonly from: Revision;
  /** Undefined for the files as they are now. */
  readonly to: Revision | undefined;
  /** What it is called: the first revision, or the day. */
  readonly name: string;
}

/** `main`, `v1 v2`, `v1..v2`; `main...` is where this work has left main. Without any, since the last commit. */
function spanOf(parsed: Parsed): Span {
  const day = parsed.value("since");
  const revisions = parsed.positionals.flatMap((word) => (word.includes("...") ? [word] : word.split("..")));
  if (revisions.length > (day === undefined ? 2 : 1))
    throw new UsageError("diff takes two revisions at most, and --since in place of the first.");
  if (day !== undefined) {
    if (readDay(day) === undefined) throw new UsageError(`--since takes a day such as 2026-11-30, not “${day}”.`);
    return { from: { type: "since", day }, to: named(revisions[0]), name: day };
  }
  const [first = "HEAD", second] = revisions;
  const [one = "", other] = first.split("...");
  if (other === undefined)
    return { from: { type: "name", names: [one || "HEAD"] }, to: named(second), name: one || "HEAD" };
  return { from: { type: "name", names: [one || "HEAD", other || "HEAD"] }, to: named(other), name: one || "HEAD" };
}

function named(name: string | undefined): Revision | undefined {
  return name === undefined || name === "" ? undefined : { type: "name", names: [name] };
}
