import { plural, say } from "../../base/say.ts";
import type { PanelTrace, TraceRow } from "../../panel/data.ts";
import type { Found } from "../../workspace/query.ts";
import { planOf } from "../facts.ts";
import { holeWords, type TracedItem, traceOf } from "../trace.ts";
import { hitsIn } from "./hits.ts";
import type { PanelProject } from "./panel.ts";

/** Which goal is reached through which features, and what measures it; projects stand one below the other. */
export function panelTrace(projects: readonly PanelProject[], filter = "", showDone = false): PanelTrace {
  const all = projects.map((project) => {
    const isHit = hitsIn(project, filter);
    return { project, trace: traceOf(planOf(project.query), { showDone, ...(isHit !== undefined && { isHit }) }) };
  });
  const tell = projects[0]?.tell ?? String;
  return {
    kpis: all.flatMap(({ project, trace }) =>
      trace.kpis.map((kpi) => ({ id: idOf(kpi, project), title: kpi.item.title })),
    ),
    rows: all.flatMap(({ project, trace }): readonly TraceRow[] => {
      const row = rowIn(project);
      const heading = (title: string, items: readonly TracedItem[]): readonly TraceRow[] =>
        items.length === 0
          ? []
          : [
              { id: `${project.scope}~${title}`, type: "heading", level: 0, title, ...none },
              ...items.map((one) => row(one, "item", one.depth + 1, title)),
            ];
      return [
        ...(projects.length === 1
          ? []
          : [{ id: `${project.scope}~project`, type: "heading" as const, level: 0, title: project.title, ...none }]),
        ...trace.goals.flatMap((goal) => [
          row(goal, "goal", goal.depth, ""),
          ...goal.work.map((one) => row(one, "item", goal.depth + one.depth + 1, goal.found.item.key)),
        ]),
        ...heading(tell(say`Not linked to a goal`), trace.loose),
        ...heading(tell(say`KPIs that measure nothing`), trace.unused),
      ];
    }),
    says: tell(
      plural(
        all.reduce((sum, { trace }) => sum + trace.holes, 0),
        "{0} gap",
        "{0} gaps",
      ),
    ),
  };
}

const none = { measured: [], guarded: [], holes: [] };

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
