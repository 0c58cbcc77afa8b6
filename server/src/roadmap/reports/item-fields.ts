import { say } from "../../base/say.ts";
import { healthWord } from "../../model/health.ts";
import { kindWord } from "../../model/kind-words.ts";
import { showStatus } from "../../model/phase.ts";
import { canonicalName, type Schema } from "../../model/schema.ts";
import { showTimeframe } from "../../model/show-timeframe.ts";
import { groupedFields } from "../../model/view-words.ts";
import { fieldOf, ownersOf, statusOf, textOf } from "../../workspace/plan.ts";
import { progressOf } from "../../workspace/progress.ts";
import type { Edge, Found } from "../../workspace/query.ts";
import type { Grouping } from "../grouping.ts";
import { shownHealth } from "../item-words.ts";
import { kpiValues, valueWords } from "../kpi-values.ts";
import { ownerLabel } from "../owners.ts";
import type { Plan } from "../project-plan.ts";
import { measures } from "../reach.ts";
import { type Cell, type Column, columnTitle } from "./table.ts";

/** A column of a report, and what it says about an item. */
export interface ItemField extends Column {
  readonly cell: (found: Found, plan: Plan, edge?: Edge) => Cell;
}

/** What a roadmap says that somebody outside of the team reads, unless more is asked for. */
const usualFields: readonly string[] = ["title", "goals", "timeframe", "status", "health", "kpis"];

/** The same below the headings of a grouping: what those say need not stand in every row. */
export function usualFieldsBelow({ id }: Grouping): readonly string[] {
  return usualFields.filter((name) => name !== id && groupedFields.get(name) !== id);
}

/** The columns that were asked for by name; any field of any kind, its aliases too, or undefined for what is none. */
export function itemField(name: string, schema: Schema): ItemField | undefined {
  const wanted = canonicalName(name);
  const own = ownFields.get(wanted);
  if (own !== undefined) return { name: wanted, title: columnTitle(wanted), cell: own };
  for (const { fieldNames } of schema.kinds.values()) {
    const field = fieldNames.get(wanted);
    if (field === undefined) continue;
    const cell = ownFields.get(field.name) ?? (field.type === "link" ? ends(field.name) : written(field.name));
    return { name: field.name, title: columnTitle(field.name), cell };
  }
  return undefined;
}

/** Every name that `itemField` knows, for a word about one that it does not. */
export function itemFieldNames(schema: Schema): readonly string[] {
  const fields = [...schema.kinds.values()].flatMap(({ fields: own }) => own.map(({ name }) => name));
  return [...new Set([...ownFields.keys(), ...fields])];
}

type CellOf = ItemField["cell"];

const ownFields: ReadonlyMap<string, CellOf> = new Map<string, CellOf>([
  ["title", (found) => [{ text: found.item.title, to: found }]],
  ["id", ({ item }) => text(item.id)],
  ["kind", ({ item }, { query }) => [{ text: kindWord(query.config.schema, item.kind) }]],
  [
    "status",
    (found, plan) => text(statusOf(found) === undefined ? plan.facts(found).phase : showStatus(statusOf(found)!)),
  ],
  ["phase", (found, plan) => text(plan.facts(found).phase)],
  ["health", healthCell],
  ["timeframe", timeCell],
  ["owner", (found, { query }) => ownersOf(found).map((owner) => ({ text: ownerLabel(owner, query) }))],
  ["progress", progressCell],
  ["kpis", kpiCell],
  ["file", ({ file }) => text(file.path)],
]);

function text(value: string | undefined): Cell {
  return value === undefined || value === "" ? [] : [{ text: value }];
}

function healthCell(found: Found, plan: Plan, edge?: Edge): Cell {
  const { isLate, base } = plan.facts(found);
  if (isLate && base !== "kpi") return [{ text: say`overdue` }];
  const { health } = shownHealth({ found, edge }, plan.query);
  return health === "unknown" ? [] : [{ text: healthWord(health) }];
}

function timeCell(found: Found, plan: Plan): Cell {
  const { timeframe } = plan.facts(found);
  return timeframe === undefined ? [] : [{ text: showTimeframe(timeframe) }];
}

function progressCell(found: Found, { query }: Plan): Cell {
  const progress = progressOf(query, found);
  return progress === undefined ? [] : [{ text: say`${progress.done} of ${progress.all} done` }];
}

/** The KPIs of an item; a KPI's own figures. */
function kpiCell(found: Found, plan: Plan, edge?: Edge): Cell {
  if (plan.facts(found).base === "kpi")
    return [{ text: valueWords(kpiValues(found, edge), edge?.name === "guardrails") }];
  return measures(found, plan).map(({ to, name }) => ({
    text: to.item.title,
    to,
    ...(name === "guardrails" ? { note: say`guardrail` } : {}),
  }));
}

/** They with their figures, for whoever has room. */
export function figuresCell(found: Found, plan: Plan): Cell {
  return measures(found, plan).map((edge) => {
    const { to } = edge;
    return { text: to.item.title, to, note: valueWords(kpiValues(to, edge), edge.name === "guardrails") };
  });
}

/** Where the links of a field lead, whichever end wrote them. */
function ends(name: string): CellOf {
  return (found, { query }) => {
    const field = query.config.schema.kinds.get(found.item.kind)?.fieldNames.get(name);
    const edge = field?.edge;
    if (edge === undefined) return [];
    const others = edge.inverse
      ? query.incoming(found, edge.name).map(({ from }) => from)
      : query.outgoing(found, edge.name).map(({ to }) => to);
    return [...new Set(others)].map((to) => ({ text: to.item.title, to }));
  };
}

function written(name: string): CellOf {
  return (found) => {
    const field = fieldOf(found, name);
    if (field?.state !== "given") return [];
    return field.values.length > 1 ? field.values.map((value) => ({ text: value.text })) : text(textOf(found, name));
  };
}
