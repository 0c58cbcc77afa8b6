import { readDay, writeDay } from "../../base/day.ts";
import { memo } from "../../base/memo.ts";
import { dirname } from "../../base/path.ts";
import { say, type Words } from "../../base/say.ts";
import { nextId } from "../../edits/next-id.ts";
import type { SchemaKind } from "../../model/schema.ts";
import { isLater, quarterOfDay } from "../../model/timeframe.ts";
import { strangers } from "../../rules/unknown-person.ts";
import { isSame } from "../../workspace/place.ts";
import { isDefinition, ownersOf, phaseOf, textOf, timeframeOf } from "../../workspace/plan.ts";
import type { Project } from "../../workspace/project.ts";
import type { Found, Query } from "../../workspace/query.ts";
import { valueCandidates } from "../completion/candidates.ts";
import type { FixContext } from "./fix.ts";
import { holdingTimes } from "./holding-times.ts";
import { rankKpis } from "./rank-kpis.ts";
import { byCount, tallyOf } from "./tally.ts";

/** A value that a field could have. */
export interface Choice {
  readonly value: string;
  /** The value as people know it. */
  readonly label: Words;
}

/** The values that a field of an item could have, the likeliest first; worked out once for as long as nothing changes. */
export function likely(field: string, kind: SchemaKind, found: Found, context: FixContext): readonly Choice[] {
  const known = choicesBy(context.project.query);
  const key = `${found.file.path}#${found.index} ${field}`;
  let choices = known.get(key);
  if (choices === undefined) known.set(key, (choices = choicesFor(field, kind, found, context)));
  return choices;
}

/** A query stands for one state of the plan. */
const choicesBy = memo((_: Query) => new Map<string, readonly Choice[]>());

function choicesFor(
  field: string,
  kind: SchemaKind,
  found: Found,
  { project, elsewhere }: FixContext,
): readonly Choice[] {
  const { query } = project;
  switch (field) {
    case "owner":
      return owners(found, project);
    case "kpis":
      return rankKpis(found, project).flatMap(named);
    case "goals":
      return goals(found, project);
    case "timeframe":
      return holdingTimes(timeframes(query), found, query).map(plain);
    case "title":
      // A file's name says what its document is about; a bare id says nothing.
      return found.item.site === "document" ? [plain(titleFrom(found))] : [];
    case "id":
      return kind.prefixes.slice(0, 1).map((prefix) => plain(nextId(query, prefix, elsewhere)));
    case "shipped":
      return [plain(dayOfShipping(found, query))];
    case "reviewed":
      return [plain(query.today)];
    case "baseline":
      // Where it stands now is where it begins; else nobody but the author knows a figure.
      return given(textOf(found, "current"));
    case "target":
      return [];
    default:
      return offeredFor(field, kind, query);
  }
}

/** Who answers for what it belongs to: the item around it, its goals, its parent; then whoever owns most. */
function owners(found: Found, project: Project): readonly Choice[] {
  const { query } = project;
  const near = query.outgoing(found).flatMap(({ to }) => ownersOf(to).slice(0, 1));
  const listed = query.config.people.map(({ handle, name }): Choice => {
    return { value: handle, label: name === undefined ? handle : `${handle} (${name})` };
  });
  const written = [...near, ...byCount(tallyOf(project, found.file.path).owners, mostCounted)];
  const { people } = query.config;
  const isStranger = strangers(people);
  return unique([...written.filter((name) => people.length === 0 || !isStranger(name)).map(plain), ...listed]);
}

/** The goals that the documents beside it serve, the most used first; then others that are not over. */
function goals(found: Found, project: Project): readonly Choice[] {
  const { query } = project;
  const { goalsIn, goals: everywhere, items } = tallyOf(project, found.file.path);
  const beside = goalsIn.get(dirname(found.file.path)) ?? new Map<string, number>();
  const used = [...byCount(beside, mostCounted), ...byCount(everywhere, mostCounted)];
  const open: Found[] = [];
  const add = (goal: Found | undefined): void => {
    if (goal === undefined || open.length === mostCounted || open.includes(goal) || goal.item.base !== "goal") return;
    if (!["active", "draft"].includes(phaseOf(query, goal)) || !isDefinition(goal, query)) return;
    if (holdingGoal(goal, found, query)) open.push(goal);
  };
  for (const name of used) add(query.definition(name));
  for (const [, known] of [...(items.get("goal") ?? [])].sort((a, b) => (a[0] < b[0] ? -1 : 1)))
    for (const { path, index } of known) if (open.length < mostCounted) add(query.at(path, index));
  return unique(open.flatMap(named));
}

/** What lands after a goal is due cannot help to reach it, nor can anything be a goal of itself. */
function holdingGoal(goal: Found, found: Found, query: Query): boolean {
  const [own, due] = [timeframeOf(query, found), timeframeOf(query, goal)];
  return !isSame(goal, found) && (own === undefined || due === undefined || !isLater(own, due));
}

/** Nobody is offered more. */
const mostCounted = 12;

/** What completion would offer. */
function offeredFor(field: string, kind: SchemaKind, query: Query): readonly Choice[] {
  const definition = kind.fieldNames.get(field);
  if (definition === undefined) return [];
  return valueCandidates(definition, kind, query).map(({ label, detail }) => {
    const title = definition.type === "link" ? String(detail ?? "").split(" · ")[0] : detail;
    return { value: label, label: title === undefined || title === "" ? label : say`${label} (${title})` };
  });
}

/** The coming quarter, as there is still something to do; then the lanes. */
function timeframes(query: Query): readonly string[] {
  const today = readDay(query.today);
  if (today === undefined) return [];
  const { year, quarter } = quarterOfDay(today);
  const next = quarter === 4 ? `${year + 1}-Q1` : `${year}-Q${quarter + 1}`;
  return [next, `${year}-Q${quarter}`, "now", "next", "later"];
}

/** The day for which it was planned, where that has been; else today. */
function dayOfShipping(found: Found, query: Query): string {
  const planned = timeframeOf(query, found);
  const today = readDay(query.today);
  const isPast = planned?.kind === "interval" && planned.unit === "day" && today !== undefined && planned.end <= today;
  return isPast ? writeDay(planned.end) : query.today;
}

function named({ item }: Found): readonly Choice[] {
  if (item.id === undefined && item.site !== "document") return [];
  return [{ value: item.key, label: item.title === item.key ? item.key : `${item.key} (${item.title})` }];
}

/** `one-tap-pay` → `One tap pay`. */
function titleFrom({ file }: Found): string {
  const words = file.stem.replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function given(text: string | undefined): readonly Choice[] {
  return text === undefined ? [] : [plain(text)];
}

function plain(value: string): Choice {
  return { value, label: value };
}

/** Each value once, where it comes first, in the words in which it comes last: those that completion has for it. */
function unique(choices: readonly Choice[]): readonly Choice[] {
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
}
