import { documentPosition } from "../../base/document.ts";
import type { Command } from "../command.ts";
import { stayInside } from "../inside.ts";
import { type Opened, openProject } from "../open-project.ts";
import { inPaths } from "../paths.ts";
import { type RenderedFile, rendered } from "../render-files.ts";
import { count, emit, type Style, styleFor } from "../style.ts";
import { exitCodes, type Terminal } from "../terminal.ts";

export const render: Command = {
  name: "render",
  takes: "[PATH …]",
  says: "bring the reports in your documents up to date: what stands between <!-- throughline: … --> and <!-- /throughline -->",
  flags: [{ name: "check", says: "write nothing, and say which reports are not up to date: the exit code is 1 then" }],
  project: true,
  async run(parsed, terminal) {
    const opened = await openProject(parsed, terminal);
    const files = await rendered(opened, inPaths(parsed.positionals, terminal), parsed, terminal);
    const isCheck = parsed.has("check");
    if (!isCheck) write(files, opened, terminal);
    emit(asText(files, isCheck, styleFor(parsed, terminal), parsed.has("quiet")), parsed, terminal);
    const isWrong = files.some(({ broken, edits }) => broken.length > 0 || (isCheck && edits.length > 0));
    // Who asks for a check expects that there is something to look at.
    return isWrong || (isCheck && files.length === 0) ? exitCodes.findings : exitCodes.clean;
  },
};

function write(files: readonly RenderedFile[], opened: Opened, terminal: Terminal): void {
  const stale = files.filter(({ edits }) => edits.length > 0);
  const changes = stale.map(({ document: { uri }, edits }) => ({ uri, edits }));
  stayInside(
    changes.map(({ uri }) => uri),
    opened,
    terminal,
  );
  terminal.rewrite(changes, []);
}

function asText(files: readonly RenderedFile[], isCheck: boolean, style: Style, isQuiet: boolean): string {
  const lines = files.flatMap((file) => [
    ...file.broken.map(({ at, message }) => `${placeIn(file, at)}  ${style.red("error")}  ${message}`),
    ...(isCheck ? file.edits.flatMap((edit) => staleLines(file, edit, style)) : updated(file)),
  ]);
  if (isQuiet) return lines.join("\n");
  const reports = files.reduce((sum, file) => sum + file.reports, 0);
  if (reports === 0)
    return "There is no report: write <!-- throughline: roadmap --> and <!-- /throughline --> on lines of their own in a document.";
  const stale = files.reduce((sum, { edits }) => sum + edits.length, 0);
  const broken = files.reduce((sum, file) => sum + file.broken.length, 0);
  const found = `${count(reports, "report")} in ${count(files.length, "file")}`;
  const words =
    stale === 0 ? "all up to date" : isCheck ? `${stale} not up to date: throughline render` : `${stale} updated`;
  const wrong = broken === 0 ? "" : `, ${count(broken, "error")}`;
  const closing = style.dim(`${found}: ${broken > 0 && stale === 0 ? "nothing updated" : words}${wrong}.`);
  return lines.length === 0 ? closing : [...lines, "", closing].join("\n");
}

function updated({ shown, edits }: RenderedFile): readonly string[] {
  return edits.length === 0 ? [] : [`${shown}  ${count(edits.length, "report")}`];
}

/** Where it is, and the first lines that would change. */
function staleLines(
  file: RenderedFile,
  { span, newText }: RenderedFile["edits"][number],
  style: Style,
): readonly string[] {
  const old = file.document.text.slice(span.start, span.end);
  return [
    `${placeIn(file, span.start)}  ${style.yellow("not up to date")}`,
    ...hint("-", old).map(style.red),
    ...hint("+", newText).map(style.green),
  ];
}

function hint(sign: string, text: string): readonly string[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const shown = lines
    .slice(0, mostLines)
    .map((line) => `  ${sign} ${line.length > longest ? `${line.slice(0, longest)}…` : line}`);
  return lines.length > mostLines ? [...shown, `  ${sign} and ${lines.length - mostLines} more`] : shown;
}

const mostLines = 3;
const longest = 120;

function placeIn({ shown, document }: RenderedFile, at: number): string {
  const { line, character } = documentPosition(document, at);
  return `${shown}:${line + 1}:${character + 1}`;
}
