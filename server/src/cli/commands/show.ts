import { nearest } from "../../base/nearest.ts";
import { showHealth } from "../../model/health.ts";
import { placeRange } from "../../model/places.ts";
import { healthOf } from "../../workspace/health.ts";
import { fieldOf, phaseOf } from "../../workspace/plan.ts";
import { progressOf } from "../../workspace/progress.ts";
import type { Command } from "../command.ts";
import { formatFlag } from "../command.ts";
import { itemAsJson } from "../item-json.ts";
import { type Listed, listItems } from "../items.ts";
import { type Opened, openProject } from "../open-project.ts";
import { emit, type Style, styleFor } from "../style.ts";
import { exitCodes, UsageError } from "../terminal.ts";

export const show: Command = {
  name: "show",
  takes: "ID",
  says: "show one item: what it says, what it links to, what is wrong with it",
  flags: [formatFlag("text", "json")],
  project: true,
  async run(parsed, terminal) {
    const [id] = parsed.positionals;
    if (id === undefined) throw new UsageError("Which one? throughline show GOAL-1, for example.");
    const opened = await openProject(parsed, terminal);
    const listed = find(id, opened);
    if (parsed.value("format") === "json") {
      const { found, project, file, problems } = listed;
      const item = itemAsJson(found, project, file, problems);
      emit(JSON.stringify({ version: 1, item }, undefined, 2), parsed, terminal);
    } else emit(asText(listed, opened, styleFor(parsed, terminal)), parsed, terminal);
    return exitCodes.clean;
  },
};

function find(id: string, opened: Opened): Listed {
  const items = listItems(opened);
  for (const project of opened.engine.workspace.projects()) {
    const found = project.query.definition(id);
    const hit = items.find((listed) => listed.found === found);
    if (hit !== undefined) return hit;
  }
  const near = nearest(
    id,
    items.flatMap(({ found: { item } }) => [item.key, item.title]),
  );
  const meant = items.find(({ found: { item } }) => item.key === near || item.title === near)?.found.item.key;
  throw new UsageError(
    `Nothing is called ${id}. ${meant === undefined ? "throughline list shows all items." : `Did you mean ${meant}?`}`,
  );
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
    [
      "health",
      health.health === "unknown"
        ? ""
        : [showHealth(health.health), health.reasons.join("; ")].filter((part) => part !== "").join(": "),
    ],
    ["progress", progress === undefined ? "" : `${progress.done} of ${progress.all} done`],
    ["owner", json.owner.join(", ")],
    ["timeframe", json.timeframe ?? ""],
  ];
  for (const [name, value] of Object.entries(json.fields)) rows.push([name, plain(value)]);
  for (const [name, keys] of Object.entries(json.links))
    rows.push([name, keys.map((key) => named(key, project)).join(", ")]);
  for (const [name, texts] of Object.entries(json.unresolved)) rows.push([name, `${texts.join(", ")} (leads nowhere)`]);
  const given = rows.filter(([name, value]) => value !== "" && fieldOf(found, name)?.state !== "none");
  const width = Math.max(...given.map(([name]) => name.length)) + 2;
  const wrong = engine.problems(project.uriOf(found.file.path)).filter((problem) => problem.item === item.key);
  return [
    style.bold(item.id === undefined ? item.title : `${item.title} (${item.id})`),
    style.dim(`${file}:${range.start.line + 1}:${range.start.character + 1}`),
    "",
    ...given.map(([name, value]) => `${style.dim(name.padEnd(width))}${value}`),
    ...(wrong.length === 0 ? [] : ["", ...wrong.map(({ level, message }) => `${style.yellow(level)}  ${message}`)]),
  ].join("\n");
}

function named(key: string, { query }: Listed["project"]): string {
  const title = query.definition(key)?.item.title;
  return title === undefined || title === key ? key : `${title} (${key})`;
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(", ");
  if (typeof value === "object" && value !== null) return Object.values(value).map(String).join(" ");
  return value === null ? "" : String(value);
}
