import { nearest } from "../../base/nearest.ts";
import { showHealth } from "../../model/health.ts";
import { placeRange } from "../../model/places.ts";
import { nameOf } from "../../rules/words.ts";
import { addressesOf } from "../../workspace/addresses.ts";
import { healthOf } from "../../workspace/health.ts";
import { fieldOf, phaseOf } from "../../workspace/plan.ts";
import { progressOf } from "../../workspace/progress.ts";
import type { Command } from "../command.ts";
import { formatFlag } from "../command.ts";
import { itemAsJson } from "../item-json.ts";
import { type Listed, listItems, projectName } from "../items.ts";
import { type Opened, openProject } from "../open-project.ts";
import { emit, type Style, styleFor } from "../style.ts";
import { exitCodes, UsageError } from "../terminal.ts";

export const show: Command = {
  name: "show",
  takes: "ID or TITLE",
  says: "show one item: what it says, what it links to, what is wrong with it",
  flags: [formatFlag("text", "json")],
  project: true,
  async run(parsed, terminal) {
    // A title may be typed without quotes.
    const id = parsed.positionals.length === 0 ? undefined : parsed.positionals.join(" ");
    if (id === undefined) throw new UsageError("Which one? throughline show GOAL-1, for example.");
    const opened = await openProject(parsed, terminal);
    const { listed, others } = find(id, opened);
    for (const { file, project } of others) {
      terminal.err(`${id} is in ${file}, too: --root ${projectName(project, opened)} shows that one.\n`);
    }
    if (parsed.value("format") === "json") {
      const { found, project, file, problems } = listed;
      const item = itemAsJson(found, project, file, problems);
      emit(JSON.stringify({ version: 1, item }, undefined, 2), parsed, terminal);
    } else emit(asText(listed, opened, styleFor(parsed, terminal)), parsed, terminal);
    return exitCodes.clean;
  },
};

interface Hit {
  readonly listed: Listed;
  /** Items of other projects that go by the same name. */
  readonly others: readonly Listed[];
}

/** By id, former id or file name, else by title; among several projects in the outermost one that knows it. */
function find(words: string, opened: Opened): Hit {
  const items = listItems(opened);
  const projects = [...opened.engine.workspace.projects()].sort((a, b) => a.root.length - b.root.length);
  const named = projects.flatMap((project) => {
    const found = project.query.definition(words);
    return found === undefined ? [] : items.filter((listed) => listed.found === found);
  });
  if (named[0] !== undefined) return { listed: named[0], others: named.slice(1) };
  const titled = items.filter(({ found: { item } }) => item.title.toLowerCase() === words.trim().toLowerCase());
  if (titled.length === 1) return { listed: titled[0]!, others: [] };
  if (titled.length > 1) {
    const places = titled.map(({ found, file }) => `${found.item.key} (${file})`);
    throw new UsageError(`“${words}” is the title of several: ${places.join(", ")}. Which one?`);
  }
  const near = nearest(
    words,
    items.flatMap(({ found: { item } }) => [item.key, item.title]),
  );
  const meant = items.find(({ found: { item } }) => item.key === near || item.title === near)?.found.item;
  const advice = meant === undefined ? "throughline list shows all items." : `Did you mean ${nameOf(meant)}?`;
  throw new UsageError(`Nothing is called ${words}. ${advice}`);
}

function asText({ found, project, file, problems }: Listed, { engine }: Opened, style: Style): string {
  const { item } = found;
  const json = itemAsJson(found, project, file, problems);
  const kind = project.config.schema.kinds.get(item.kind);
  const range = placeRange(project.places(found.file.path)!, item.entry);
  const health = healthOf(project.query, found);
  const progress = progressOf(project.query, found);
  const rows: [string, string][] = [
    ["kind", kind?.label ?? item.kind],
    ["status", json.status === null ? phaseOf(project.query, found) : json.status],
    ["health", health.health === "unknown" ? "" : [showHealth(health.health), ...health.reasons].join("\n")],
    ["progress", progress === undefined ? "" : `${progress.done} of ${progress.all} done`],
    ["owner", json.owner.join(", ")],
    ["timeframe", json.timeframe ?? ""],
  ];
  const urls = new Map(addressesOf(found, project.config).map(({ text, url }) => [text, url]));
  for (const [name, value] of Object.entries(json.fields)) {
    const isAddress = kind?.fieldNames.get(name)?.type === "url";
    rows.push([name, plain(isAddress && Array.isArray(value) ? value.map((text) => withUrl(text, urls)) : value)]);
  }
  for (const [name, keys] of Object.entries(json.links))
    rows.push([name, keys.map((key) => named(key, project)).join(", ")]);
  for (const [name, texts] of Object.entries(json.unresolved)) rows.push([name, `${texts.join(", ")} (leads nowhere)`]);
  for (const { name } of kind?.fields ?? []) {
    const field = fieldOf(found, name);
    if (field?.state !== "none") continue;
    const none = field.reason === "" ? "none" : `none: ${field.reason}`;
    const row = rows.find(([known]) => known === name);
    if (row === undefined) rows.push([name, none]);
    else row[1] = none;
  }
  const given = rows.filter(([, value]) => value !== "");
  const width = Math.max(...given.map(([name]) => name.length)) + 2;
  const wrong = engine.problems(project.uriOf(found.file.path)).filter((problem) => problem.item === item.key);
  return [
    style.bold(item.id === undefined ? item.title : `${item.title} (${item.id})`),
    style.dim(`${file}:${range.start.line + 1}:${range.start.character + 1}`),
    "",
    ...given.map(
      ([name, value]) => `${style.dim(name.padEnd(width))}${value.replaceAll("\n", `\n${" ".repeat(width)}`)}`,
    ),
    ...(wrong.length === 0 ? [] : ["", ...wrong.map(({ level, message }) => `${style.yellow(level)}  ${message}`)]),
  ].join("\n");
}

function named(key: string, { query }: Listed["project"]): string {
  const title = query.definition(key)?.item.title;
  return title === undefined || title === key ? key : `${title} (${key})`;
}

/** A key, and where it leads. */
function withUrl(text: string, urls: ReadonlyMap<string, string>): string {
  const url = urls.get(text);
  return url === undefined || text.includes(url) ? text : `${text} (${url})`;
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(", ");
  if (typeof value === "object" && value !== null) return Object.values(value).map(String).join(" ");
  return value === null ? "" : String(value);
}
