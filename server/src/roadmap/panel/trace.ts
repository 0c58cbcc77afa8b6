import { atOnce } from "../../base/at-once.ts";
import { plural, say } from "../../base/say.ts";
import type { PanelTrace, TraceRow } from "../../panel/data.ts";
import type { Found } from "../../workspace/query.ts";
import { planOf } from "../project-plan.ts";
import { holeWords, type Trace, type TracedItem, traceInSteps } from "../trace.ts";
import { hitsIn } from "./hits.ts";
import type { PanelProject } from "./panel.ts";

/** Which goal is reached through which features, and what measures it; projects stand one below the other. */
export function panelTrace(
  projects: readonly PanelProject[],
  filter?: string,
  showDone?: boolean,
  most?: number,
): PanelTrace {
  return atOnce(panelTraceInSteps(projects, filter, showDone, most));
}

/** The same in small steps. */
export function* panelTraceInSteps(
  projects: readonly PanelProject[],
  filter = "",
  showDone = false,
  most = Number.POSITIVE_INFINITY,
): Generator<void, PanelTrace> {
  const all: { readonly project: PanelProject; readonly trace: Trace }[] = [];
  const rows: TraceRow[] = [];
  for (const project of projects) {
    const isHit = hitsIn(project, filter);
    const view = { showDone, ...(isHit !== undefined && { isHit }) };
    const trace = yield* traceInSteps(planOf(project.query), view);
    all.push({ project, trace });
    for (const row of rowsIn(project, trace, projects.length > 1)) {
      rows.push(row);
      yield;
    }
  }
  const holes = all.reduce((sum, { trace }) => sum + trace.holes, 0);
  const tell = projects[0]?.tell ?? String;
  return {
    kpis: all.flatMap(({ project, trace }) =>
      trace.kpis.map((kpi) => ({ id: idOf(kpi, project), title: kpi.item.title })),
    ),
    rows: rows.slice(0, most),
    total: rows.length,
    says: tell(plural(holes, "{0} gap", "{0} gaps")),
  };
}

function* rowsIn(project: PanelProject, trace: Trace, isOneOfSeveral: boolean): Generator<TraceRow, void> {
  const { tell, scope, title } = project;
  const row = rowIn(project);
  const heading = (words: string): TraceRow => {
    return { id: `${scope}~${words}`, type: "heading", level: 0, title: words, measured: [], guarded: [], holes: [] };
  };
  const listed = (words: string, items: readonly TracedItem[]): readonly TraceRow[] =>
    items.length === 0 ? [] : [heading(words), ...items.map((one) => row(one, "item", one.depth + 1, words))];
  if (isOneOfSeveral) yield heading(title);
  for (const goal of trace.goals) {
    yield row(goal, "goal", goal.depth, "");
    for (const one of goal.work) yield row(one, "item", goal.depth + one.depth + 1, goal.found.item.key);
  }
  yield* listed(tell(say`Not linked to a goal`), trace.loose);
  yield* listed(tell(say`KPIs that measure nothing`), trace.unused);
}

function rowIn(project: PanelProject) {
  return ({ found, kpis, guardrails, holes }: TracedItem, type: TraceRow["type"], level: number, around: string) => {
    const place = project.locate(found);
    return {
      ...{ id: `${project.scope}${around}/${found.item.key}`, type, level, title: found.item.title },
      measured: kpis.map((kpi) => idOf(kpi, project)),
      guarded: guardrails.map((kpi) => idOf(kpi, project)),
      holes: holes.map((hole) => project.tell(holeWords(hole))),
      ...(place !== undefined && { place }),
    };
  };
}

function idOf(kpi: Found, { scope }: PanelProject): string {
  return `${scope}${kpi.item.key}`;
}
