import { tell } from "../../base/say.ts";
import { folderUri, pathOf } from "../../base/uri.ts";
import { kindOf, makeDocument, type Template, templatesOf } from "../../edits/template-list.ts";
import { namesIn } from "../../workspace/names-in.ts";
import type { Project } from "../../workspace/project.ts";
import type { Command } from "../command.ts";
import { formatFlag } from "../command.ts";
import type { Parsed } from "../flags.ts";
import { stayInside } from "../inside.ts";
import { kindMeant } from "../kind-words.ts";
import { type Opened, openProject, suggest } from "../open-project.ts";
import { emit } from "../style.ts";
import { exitCodes, type Terminal, UsageError } from "../terminal.ts";

export const newCommand: Command = {
  name: "new",
  takes: "KIND TITLE",
  says: "write a new document with the next free id, and say where it is",
  flags: [
    {
      name: "template",
      value: "NAME",
      says: "what it begins as: pr-faq, one-pager, or one of the templates in throughline.yaml",
    },
    { name: "dir", value: "DIR", says: "the folder it goes into; else the one where most of its kind are" },
    { name: "owner", value: "NAME", says: "who answers for it" },
    { name: "dry-run", says: "write nothing, and show what would be written" },
    formatFlag("text", "json"),
  ],
  project: true,
  async run(parsed, terminal) {
    const [word, ...words] = parsed.positionals;
    // A title may be typed without quotes.
    const title = words.join(" ").replace(/\s+/g, " ").trim();
    if (word === undefined || title === "")
      throw new UsageError('What is it, and what is it called? throughline new feature "One-tap pay", for example.');
    const opened = await openProject(parsed, terminal);
    const { project, folder } = placeFor(parsed, opened, terminal);
    const template = await chosen(word, parsed.value("template"), project, opened, terminal);
    const text = await textOf(template, project, terminal);
    const taken = await takenElsewhere(project, terminal, parsed.has("quiet"));
    const made = makeDocument(project.query, template, { title, folder, owner: parsed.value("owner"), taken }, text);
    if ("refusal" in made) throw new UsageError(String(made.refusal));
    const { draft } = made;
    const uri = project.uriOf(draft.path);
    const path = opened.show(uri);
    // Whoever names a folder may name one that a link leads to.
    if (!parsed.has("dir")) stayInside([uri], opened, terminal, "--dir says where it goes.");
    const isDry = parsed.has("dry-run");
    const isTaken = isDry ? terminal.exists(uri) : !terminal.create(uri, draft.text);
    if (isTaken)
      throw new UsageError(`There is a file at ${path} already. Give another title, or another folder by --dir.`);
    if (parsed.value("format") === "json") {
      const kind = kindOf(template, project.query, text)!.name;
      const report = {
        version: 1,
        path,
        id: draft.id ?? null,
        kind,
        written: !isDry,
        ...(isDry ? { text: draft.text } : {}),
      };
      emit(JSON.stringify(report, undefined, 2), parsed, terminal);
    } else emit(isDry ? `${path}\n\n${draft.text}` : path, parsed, terminal);
    return exitCodes.clean;
  },
};

/** Ids on other branches, where git knows some. */
async function takenElsewhere(project: Project, { host, err }: Terminal, isQuiet: boolean): Promise<readonly string[]> {
  const elsewhere = await host.elsewhere?.(project.root, undefined);
  if (elsewhere?.note !== undefined && !isQuiet) err(`${tell(elsewhere.note)}\n`);
  return namesIn(elsewhere?.documents ?? [], project);
}

/** The project that a folder belongs to, and the folder in it; the outermost one without a folder. */
function placeFor(parsed: Parsed, { engine, root }: Opened, terminal: Terminal) {
  const said = parsed.value("dir");
  const uri = said === undefined ? root : folderUri(terminal.uriOf(said));
  const project = engine.workspace.locate(`${uri}/new.md`)?.project;
  if (project === undefined) throw new UsageError(`${said} lies outside of the project. --root names another one.`);
  return { project, folder: said === undefined ? undefined : pathOf(project.root, uri) };
}

/** A template of that name, or that of the kind; `--template` takes another one that makes the same kind. */
async function chosen(
  word: string,
  asked: string | undefined,
  project: Project,
  { engine }: Opened,
  terminal: Terminal,
): Promise<Template> {
  const { query, config } = project;
  const paths = () => [...engine.workspace.files()].flatMap((uri) => pathOf(project.root, uri) ?? []);
  const templates = templatesOf(query, paths);
  const names = templates.map(({ name }) => name);
  const named = (name: string) => templates.find((template) => template.name.toLowerCase() === name.toLowerCase());
  const kind = kindMeant(word, config.schema.kindNames);
  const own = named(word) ?? (kind === undefined ? undefined : named(kind));
  if (own === undefined)
    throw new UsageError(`There is no kind ${word}. ${suggest(word, names, `There are ${names.join(", ")}.`)}`);
  if (asked === undefined) return own;
  const template = named(asked);
  if (template === undefined)
    throw new UsageError(`There is no template ${asked}. ${suggest(asked, names, `There are ${names.join(", ")}.`)}`);
  const makes = kindOf(template, query, await textOf(template, project, terminal));
  const wanted = kindOf(own, query, await textOf(own, project, terminal));
  if (makes !== undefined && wanted !== undefined && makes.name !== wanted.name)
    throw new UsageError(`The template ${template.name} makes a ${makes.name}, not a ${wanted.name}.`);
  return template;
}

/** That of a team's template, as far as it can be read. */
async function textOf({ from }: Template, project: Project, { host }: Terminal): Promise<string | undefined> {
  return "path" in from ? (await host.readMany([project.uriOf(from.path)]))[0] : undefined;
}
