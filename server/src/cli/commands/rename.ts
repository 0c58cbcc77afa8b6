import { editsFor, type FileEdits, textsFor } from "../../edits/renaming/file-edits.ts";
import { type Answer, renameItem } from "../../edits/renaming/rename-item.ts";
import { prefixesOf, renamePrefix } from "../../edits/renaming/rename-prefix.ts";
import type { Renaming } from "../../edits/renaming/renaming.ts";
import type { Project } from "../../workspace/project.ts";
import type { Command } from "../command.ts";
import { formatFlag } from "../command.ts";
import type { Parsed } from "../flags.ts";
import { renamingAsJson, renamingAsText } from "../format-renaming.ts";
import { stayInside } from "../inside.ts";
import { type Opened, openProject, suggest } from "../open-project.ts";
import { emit, styleFor } from "../style.ts";
import { exitCodes, type Terminal, UsageError } from "../terminal.ts";

export const renameCommand: Command = {
  name: "rename",
  takes: "OLD NEW",
  says: "give an id another name everywhere: in its document, in links and texts, and in the name of its file",
  flags: [
    { name: "prefix", says: "rename all ids of a prefix: throughline rename --prefix TASK BACK" },
    { name: "alias", says: "keep each former id under aliases, so that links from other branches still lead here" },
    { name: "dry-run", says: "write nothing, and show every place that would change" },
    formatFlag("text", "json"),
  ],
  project: true,
  async run(parsed, terminal) {
    const [from, to, ...more] = parsed.positionals;
    if (from === undefined || to === undefined || more.length > 0)
      throw new UsageError("Which id, and what is it to be? throughline rename FEAT-12 FEAT-20, for example.");
    const opened = await openProject(parsed, terminal);
    const { project, renaming } = parsed.has("prefix")
      ? allOf(bare(from), bare(to), parsed, opened)
      : one(from, to, parsed, opened);
    const files = await filesOf(renaming, project, parsed, opened, terminal);
    stayInside(placesIn(files, renaming, parsed, terminal), opened, terminal);
    const isDry = parsed.has("dry-run");
    if (!isDry) terminal.rewrite(files, renaming.moves.all);
    const done = { files, renaming, isDry, show: opened.show };
    const text = () => renamingAsText(done, styleFor(parsed, terminal), parsed.has("quiet"));
    emit(parsed.value("format") === "json" ? renamingAsJson(done) : text(), parsed, terminal);
    return exitCodes.clean;
  },
};

/** A file as it is, what changes in it, and where it really lies: the configuration may be another one by a flag. */
interface Changed extends FileEdits {
  readonly uri: string;
}

interface Chosen {
  readonly project: Project;
  readonly renaming: Renaming;
}

function one(from: string, to: string, parsed: Parsed, opened: Opened): Chosen {
  const { projects, names } = among(opened);
  const named = projects.flatMap((project) => {
    const found = project.query.definition(from);
    return found === undefined ? [] : [{ project, found }];
  });
  const [first, second] = named;
  if (first === undefined)
    throw new UsageError(`Nothing is called ${from}. ${suggest(from, names, "throughline list shows all items.")}`);
  if (second !== undefined) throw new UsageError(several(from, first.project, second.project, opened));
  const { project, found } = first;
  const keeps = parsed.has("alias");
  return { project, renaming: orUsage(renameItem(project, found, to, { movesFiles: true, keeps })) };
}

function allOf(from: string, to: string, parsed: Parsed, opened: Opened): Chosen {
  const { projects } = among(opened);
  const having = projects.filter((one) => prefixesOf(one).has(from));
  // Links may still say a prefix that no id has any more.
  const [project, other] = having.length > 0 ? having : projects.filter((one) => prefixesOf(one).has(to));
  if (project === undefined) {
    const known = [...new Set(projects.flatMap((one) => [...prefixesOf(one).keys()]))];
    const advice = suggest(from, known, known.length === 0 ? "" : `There are ${known.join(", ")}.`);
    throw new UsageError(`No id begins with ${from}-. ${advice}`.trim());
  }
  if (other !== undefined) throw new UsageError(several(`${from}-`, project, other, opened));
  const config = opened.engine.workspace.configFile(project.configUri)?.document.text;
  const keeps = parsed.has("alias");
  return { project, renaming: orUsage(renamePrefix(project, from, to, config, { movesFiles: true, keeps })) };
}

function among({ engine }: Opened): { readonly projects: readonly Project[]; readonly names: string[] } {
  const projects = engine.workspace.projects();
  return { projects, names: projects.flatMap(({ query }) => query.items().map(({ item }) => item.key)) };
}

function several(name: string, one: Project, other: Project, { show }: Opened): string {
  const folders = [one, other].map(({ root }) => show(root) || ".");
  return `${name} is in ${folders.join(" and in ")}: --root says which one is meant.`;
}

/** `TASK-` is the prefix TASK. */
function bare(prefix: string): string {
  return prefix.replace(/-$/, "");
}

function orUsage({ renaming, refusal }: Answer): Renaming {
  if (renaming === undefined) throw new UsageError(String(refusal));
  return renaming;
}

/** All texts, read again and edited; nothing is written where one of them could not be written back as it is. */
async function filesOf(
  renaming: Renaming,
  project: Project,
  parsed: Parsed,
  { show }: Opened,
  terminal: Terminal,
): Promise<readonly Changed[]> {
  const said = parsed.value("config");
  const placeOf = (uri: string): string =>
    said !== undefined && uri === project.configUri ? terminal.uriOf(said) : uri;
  const uris = textsFor(renaming);
  const texts = await terminal.host.readMany(uris.map(placeOf));
  const documents = new Map(
    uris.flatMap((uri, at) => (texts[at] === undefined ? [] : [[uri, { uri, text: texts[at] }] as const])),
  );
  const { files, failed } = editsFor(renaming, (uri) => documents.get(uri));
  const unlike = files.filter(({ document }) => !terminal.holds(placeOf(document.uri), document.text));
  const wrong = [...failed, ...unlike.map(({ document }) => show(document.uri))];
  if (wrong.length > 0)
    throw new UsageError(`${wrong[0]} cannot be read as UTF-8, or changes at this moment. Nothing was renamed.`);
  return files
    .map((file) => ({ ...file, uri: placeOf(file.document.uri) }))
    .sort((a, b) => (a.document.uri < b.document.uri ? -1 : 1));
}

/** All that would be written or moved, but a configuration that was named. */
function placesIn(
  files: readonly Changed[],
  { moves }: Renaming,
  parsed: Parsed,
  terminal: Terminal,
): readonly string[] {
  const said = parsed.value("config");
  const named = said === undefined ? undefined : terminal.uriOf(said);
  const written = files.map(({ uri }) => uri).filter((uri) => uri !== named);
  return [...written, ...moves.all.flatMap(({ from, to }) => [from, to])];
}
