import { atOnce } from "../base/at-once.ts";
import { compareNatural } from "../base/natural.ts";
import { say, type Words } from "../base/say.ts";
import { sortInSteps } from "../base/sort-steps.ts";
import { healths } from "../model/health.ts";
import type { Phase } from "../model/phase.ts";
import { showTimeframe } from "../model/show-timeframe.ts";
import type { ItemHealth } from "../workspace/health.ts";
import { kpiHealth } from "../workspace/kpi-health.ts";
import { dueTime } from "../workspace/kpi-line.ts";
import { textOf } from "../workspace/plan.ts";
import type { Edge, Found, Query } from "../workspace/query.ts";
import { shownHealth } from "./item-words.ts";
import { type KpiChart, kpiChart } from "./kpi-chart.ts";
import { type KpiValues, kpiValues } from "./kpi-values.ts";
import type { Plan } from "./project-plan.ts";
import { roadmapKinds } from "./states.ts";

/** One thing that is to be reached or kept: a KPI by itself, as the key result of a goal, or as a guardrail. */
export interface KpiRow {
  readonly found: Found;
  readonly as: "kpi" | "key-result" | "guardrail";
  /** The link through which it is looked at; undefined for the KPI by itself. */
  readonly edge: Edge | undefined;
  /** What it measures: visions and goals first, then features; of a key result the one that asks for it. */
  readonly measures: readonly Found[];
  /** As they are shown: "61 %". */
  readonly values: KpiValues;
  /** As somebody wrote it: "contacts per 1,000 orders". */
  readonly unit: string | undefined;
  readonly phase: Phase;
  readonly health: ItemHealth;
  /** When its target is to be reached: the time of the key result, its own, else that of its goals. */
  readonly due: Words | undefined;
  /** Undefined where no figure is a number, or where they do not compare. */
  readonly chart: KpiChart | undefined;
}

/** All KPIs of a plan, what does not go well first; what is over comes last. `isHit` says which are wanted. */
export function kpiRows(plan: Plan, isHit?: (kpi: Found) => boolean): readonly KpiRow[] {
  return atOnce(kpiRowsInSteps(plan, isHit));
}

/** The same in small steps: of some plans there are thousands. */
export function* kpiRowsInSteps(
  plan: Plan,
  isHit: (kpi: Found) => boolean = () => true,
): Generator<void, readonly KpiRow[]> {
  const rows: KpiRow[] = [];
  for (const kpi of plan.of("kpi")) {
    if (isHit(kpi)) rows.push(...rowsOf(kpi, plan));
    yield;
  }
  return yield* sortInSteps(
    rows,
    (a, b) => rankOf(a) - rankOf(b) || compareNatural(a.found.item.title, b.found.item.title),
  );
}

/** "key result of Sell abroad", "guardrail"; empty for a KPI by itself. */
export function asWords({ as, edge }: KpiRow): Words {
  if (as === "kpi" || edge === undefined) return "";
  return as === "guardrail" ? say`guardrail` : say`key result of ${edge.from.item.title}`;
}

/**
 * Each link with figures of its own makes a row; links without share one. By itself a KPI stands there unless nothing but
 * such links and guardrails lead to it.
 */
function rowsOf(kpi: Found, plan: Plan): readonly KpiRow[] {
  const edges = plan.query.incoming(kpi).filter((edge) => isMeasure(edge, plan));
  const [plain, own] = [edges.filter(({ values }) => values.size === 0), edges.filter(({ values }) => values.size > 0)];
  const success = plain.filter(({ name }) => name === "kpis");
  const guardrails = plain.filter(
    ({ name, from }) => name === "guardrails" && !success.some((one) => one.from === from),
  );
  const rows: KpiRow[] = [];
  const isAsked = success.length > 0 || edges.length === 0;
  if (isAsked || (guardrails.length === 0 && textOf(kpi, "target") !== undefined))
    rows.push(rowOf(kpi, "kpi", undefined, success, plan));
  for (const edge of own) rows.push(rowOf(kpi, edge.name === "kpis" ? "key-result" : "guardrail", edge, [edge], plan));
  if (guardrails[0] !== undefined) rows.push(rowOf(kpi, "guardrail", guardrails[0], guardrails, plan));
  return rows;
}

/** A link from something that stands in a roadmap. */
function isMeasure({ name, from }: Edge, plan: Plan): boolean {
  return (name === "kpis" || name === "guardrails") && plan.has(from);
}

function rowOf(kpi: Found, as: KpiRow["as"], edge: Edge | undefined, edges: readonly Edge[], plan: Plan): KpiRow {
  const order = ({ from }: Edge): number => roadmapKinds.indexOf(plan.facts(from).base);
  const sorted = edges.toSorted((a, b) => order(a) - order(b) || plan.compare(a.from, b.from));
  return {
    ...{ found: kpi, as, edge, measures: sorted.map(({ from }) => from) },
    values: kpiValues(kpi, edge),
    unit: textOf(kpi, "unit"),
    phase: plan.facts(kpi).phase,
    health: healthIn(kpi, edge, plan),
    due: as === "guardrail" ? undefined : dueWords(plan.query, kpi, edge),
    chart: kpiChart(plan.query, kpi, edge),
  };
}

function dueWords(query: Query, kpi: Found, edge: Edge | undefined): Words | undefined {
  const due = dueTime(query, kpi, edge);
  return due === undefined ? undefined : showTimeframe(due);
}

/** Many KPIs have no status, and what was measured tells how they go all the same. */
function healthIn(kpi: Found, edge: Edge | undefined, { query, facts }: Plan): ItemHealth {
  const shown = shownHealth({ found: kpi, edge }, query);
  if (shown.health !== "unknown" || facts(kpi).phase !== "draft") return shown;
  const measured = kpiHealth(query, kpi, edge);
  return measured === undefined ? shown : { ...shown, health: measured.health, reasons: [measured.reason()] };
}

/** Off track, at risk, on track, those of which nobody knows, and what is over. */
function rankOf({ phase, health: { health } }: KpiRow): number {
  if (phase === "done" || phase === "dropped") return healths.length + 1;
  return health === "unknown" ? healths.length : healths.length - 1 - healths.indexOf(health);
}
