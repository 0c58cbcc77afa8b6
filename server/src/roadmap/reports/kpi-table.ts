import { plural, say, type Words } from "../../base/say.ts";
import { healthWord } from "../../model/health.ts";
import type { Schema } from "../../model/schema.ts";
import { showPoint } from "../../model/show-measure.ts";
import { asWords, type KpiRow } from "../kpi-rows.ts";
import type { Plan } from "../project-plan.ts";
import { type ItemField, itemField, itemFieldNames } from "./item-fields.ts";
import { type Cell, type Column, columnTitle, type Table } from "./table.ts";

/** A column of the report on KPIs, and what it says in a row. */
export interface KpiField extends Column {
  readonly cell: (row: KpiRow, plan: Plan) => Cell;
}

/** What the report shows unless more is asked for: what stays as it is until somebody measures. */
export const usualKpiFields: readonly string[] = [
  ...["title", "health", "baseline", "current", "target", "due", "measures"],
];

/** A field of the report, or any field of an item; undefined for what is none. */
export function kpiField(name: string, plan: Plan): KpiField | undefined {
  const wanted = name.toLowerCase();
  const own = ownFields.get(wanted);
  if (own !== undefined) return { name: wanted, title: columnTitle(wanted), cell: own };
  const field: ItemField | undefined = itemField(name, plan.query.config.schema);
  return field && { ...field, cell: ({ found, edge }, plan) => field.cell(found, plan, edge) };
}

/** Every name that `kpiField` knows. */
export function kpiFieldNames(schema: Schema): readonly string[] {
  return [...new Set([...ownFields.keys(), ...itemFieldNames(schema)])];
}

/** Every KPI with where it comes from, where it is and where it should be; what does not go well first. */
export function kpiTable(rows: readonly KpiRow[], plan: Plan, fields: readonly KpiField[]): Table {
  return {
    columns: fields,
    sections:
      rows.length === 0
        ? []
        : [{ rows: rows.map((row) => ({ depth: 0, cells: fields.map(({ cell }) => cell(row, plan)) })) }],
    closing: closing(rows),
    empty: say`There is no KPI.`,
  };
}

const ownFields: ReadonlyMap<string, KpiField["cell"]> = new Map<string, KpiField["cell"]>([
  ["title", (row) => [{ text: row.found.item.title, to: row.found, note: asWords(row) }]],
  ["health", ({ health: { health } }) => (health === "unknown" ? [] : [{ text: healthWord(health) }])],
  ["baseline", ({ values }) => text(values.baseline)],
  ["current", ({ values }) => text(values.current)],
  ["target", ({ values }) => text(values.target)],
  ["expected", ({ chart }) => (chart?.expected === undefined ? [] : text(showPoint(chart.expected, chart.unit)))],
  ["progress", ({ chart }) => (chart?.part === undefined ? [] : text(`${Math.round(chart.part * 100)} %`))],
  ["due", dueCell],
  ["measures", measuresCell],
  ["as", ({ as }) => text(as)],
  ["reasons", ({ health: { reasons } }) => reasons.map((reason) => ({ text: reason }))],
]);

/** The goals that it measures; where there are none, what else. */
function measuresCell({ measures }: KpiRow, plan: Plan): Cell {
  const goals = measures.filter((found) => isGoal(plan.facts(found).base));
  return (goals.length > 0 ? goals : measures).map((to) => ({ text: to.item.title, to }));
}

function isGoal(base: string): boolean {
  return base === "vision" || base === "goal";
}

/** When the target is to be reached: the key result's own time, else the KPI's, else that of its goals. */
function dueCell({ due }: KpiRow): Cell {
  return due === undefined ? [] : [{ text: due }];
}

function text(value: string | undefined): Cell {
  return value === undefined || value === "" ? [] : [{ text: value }];
}

function closing(rows: readonly KpiRow[]): Words {
  const kpis = new Set(rows.map(({ found }) => found)).size;
  const off = rows.filter(({ health }) => health.health === "off-track").length;
  return off === 0
    ? plural(kpis, "{0} KPI", "{0} KPIs")
    : plural(kpis, "{0} KPI, {1} off track", "{0} KPIs, {1} off track", off);
}
