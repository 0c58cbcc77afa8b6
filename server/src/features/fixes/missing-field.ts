import { readDay } from "../../base/day.ts";
import { mapOfItem } from "../../edits/find-map.ts";
import { nextId } from "../../edits/next-id.ts";
import { setItemField } from "../../edits/set-item-field.ts";
import { isKind } from "../../model/schema.ts";
import { quarterOfDay } from "../../model/timeframe.ts";
import { setField } from "../../syntax/yaml-edit.ts";
import { isDefinition, ownersOf, phaseOf } from "../../workspace/plan.ts";
import type { Found, Query } from "../../workspace/query.ts";
import { valueCandidates } from "../completion/candidates.ts";
import type { Fix, FixAction, FixContext } from "./fix.ts";
import { rankKpis } from "./rank-kpis.ts";

/** How many values are offered: more belong into *Set Field…*. */
const most = 5;

/** Gives an item the field that it lacks: with the likeliest value first, then with the others that the plan knows. */
export const missingField: Fix = {
  mends: ({ data }) => typeof data?.field === "string",
  actions(context) {
    const { found, project, problem } = context;
    const field = String(problem.data?.field);
    if (found === undefined) return [];
    const choices = likely(field, found, project.query).slice(0, most);
    const links = choices.flatMap(({ value, label }) => setTo(field, value, label, context));
    return links.length > 0 ? links : define(field, context);
  },
};

/** Where the plan has nothing yet that could be linked, it is begun right here: an entry with a title defines an item. */
function define(field: string, { found, project, path, document }: FixContext): readonly FixAction[] {
  const { schema } = project.config;
  const kind = schema.kinds.get(found!.item.kind);
  const definition = kind?.fieldNames.get(field);
  const inner = schema.kinds.get(definition?.to[0] ?? "");
  const places = project.places(path);
  const map = places && mapOfItem(document, places, found!.item);
  if (definition?.type !== "link" || inner === undefined || kind === undefined || map === undefined) return [];
  const order = ["type", ...kind.fields.map(({ name }) => name)];
  const name = found!.item.fields.get(field)?.written ?? field;
  const label = inner.label.toUpperCase() === inner.label ? inner.label : inner.label.toLowerCase();
  const article = /^[aeiou]/i.test(label) ? "An" : "A";
  // "TBD" keeps it in mind: what is still called so is reported as a placeholder.
  const title = `${article} ${label} for ${found!.item.title} (TBD)`;
  const edits = setField(document.text, map, name, [{ title }], order);
  return [{ title: `Add a first ${label} here`, edits }];
}

interface Choice {
  readonly value: string;
  /** The value as people know it. */
  readonly label: string;
}

function setTo(field: string, value: string, label: string, context: FixContext): readonly FixAction[] {
  const { found, project, path, document } = context;
  const kind = project.config.schema.kinds.get(found!.item.kind);
  const places = project.places(path);
  if (kind === undefined || places === undefined) return [];
  const isLink = kind.fieldNames.get(field)?.type === "link";
  const edits = setItemField({ document, places }, found!.item, kind, field, [value]);
  return edits === undefined || edits.length === 0
    ? []
    : [{ title: `${isLink ? "Link" : `Set ${field} to`} ${label}`, edits }];
}

function likely(field: string, found: Found, query: Query): readonly Choice[] {
  switch (field) {
    case "owner":
      return unique([...ownersAround(found, query), ...known(field, found, query)]);
    case "kpis":
      return rankKpis(found, query).flatMap(named);
    case "goals":
      return unique([...goalsAround(found, query), ...known(field, found, query)]);
    case "timeframe":
      return timeframes(query);
    case "title":
      return [plain(titleFrom(found))];
    case "id":
      return (
        query.config.schema.kinds
          .get(found.item.kind)
          ?.prefixes.slice(0, 1)
          .map((prefix) => plain(nextId(query, prefix))) ?? []
      );
    case "shipped":
    case "reviewed":
      return [plain(query.today)];
    case "target":
    case "baseline":
      // Nobody but the author knows a figure.
      return [];
    default:
      return known(field, found, query);
  }
}

/** What completion would offer. */
function known(field: string, found: Found, query: Query): readonly Choice[] {
  const kind = query.config.schema.kinds.get(found.item.kind);
  const definition = kind?.fieldNames.get(field);
  if (kind === undefined || definition === undefined) return [];
  return valueCandidates(definition, kind, query).map(({ label, detail, type }) => {
    const title = type === "item" ? String(detail ?? "").split(" · ")[0] : detail;
    return { value: label, label: title === undefined || title === "" ? label : `${label} (${title})` };
  });
}

/** Who answers for what it belongs to: the item around it, its goals, its parent; then whoever owns most. */
function ownersAround(found: Found, query: Query): readonly Choice[] {
  const near = query.outgoing(found).flatMap(({ to }) => ownersOf(to).slice(0, 1));
  const counts = new Map<string, number>();
  for (const other of query.items())
    for (const owner of ownersOf(other).slice(0, 1)) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  const often = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([owner]) => owner);
  return [...near, ...often].map(plain);
}

/** The goals that the documents beside it serve, the most used first; active ones before the others. */
function goalsAround(found: Found, query: Query): readonly Choice[] {
  const folder = found.file.path.slice(0, found.file.path.lastIndexOf("/") + 1);
  const counts = new Map<Found, number>();
  for (const other of query.items()) {
    if (!isKind(query.config.schema, other.item.kind, ["feature", "prd"])) continue;
    const weight = other.file.path.startsWith(folder) ? 2 : 1;
    for (const { to } of query.outgoing(other, "goals")) counts.set(to, (counts.get(to) ?? 0) + weight);
  }
  const often = [...counts].sort((a, b) => b[1] - a[1]).map(([goal]) => goal);
  const isOpen = (goal: Found): boolean => ["active", "draft"].includes(phaseOf(query, goal));
  return often.filter((goal) => isOpen(goal) && isDefinition(goal, query)).flatMap(named);
}

/** The coming quarter, as there is still something to do; then the lanes. */
function timeframes(query: Query): readonly Choice[] {
  const today = readDay(query.today);
  if (today === undefined) return [];
  const { year, quarter } = quarterOfDay(today);
  const next = quarter === 4 ? `${year + 1}-Q1` : `${year}-Q${quarter + 1}`;
  return [next, `${year}-Q${quarter}`, "now", "next", "later"].map(plain);
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

function plain(value: string): Choice {
  return { value, label: value };
}

/** Each value once, where it comes first, in the words in which it comes last: those that completion has for it. */
function unique(choices: readonly Choice[]): readonly Choice[] {
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
}
