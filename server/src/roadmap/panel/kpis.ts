import { atOnce } from "../../base/at-once.ts";
import { listed, type Words } from "../../base/say.ts";
import type { KpiCard, PanelCurve, PanelKpis } from "../../panel/data.ts";
import type { KpiChart } from "../kpi-chart.ts";
import { asWords, type KpiRow, kpiRowsInSteps } from "../kpi-rows.ts";
import { valueWords } from "../kpi-values.ts";
import { planOf } from "../project-plan.ts";
import { hitsIn } from "./hits.ts";
import type { PanelProject } from "./panel.ts";

/** How the KPIs of all projects stand, as many as somebody reads. */
export function panelKpis(projects: readonly PanelProject[], filter?: string, most?: number): PanelKpis {
  return atOnce(panelKpisInSteps(projects, filter, most));
}

/** The same in small steps. */
export function* panelKpisInSteps(
  projects: readonly PanelProject[],
  filter = "",
  most = Number.POSITIVE_INFINITY,
): Generator<void, PanelKpis> {
  const cards: KpiCard[] = [];
  let total = 0;
  for (const project of projects) {
    const rows = yield* kpiRowsInSteps(planOf(project.query), hitsIn(project, filter));
    total += rows.length;
    for (const [at, row] of rows.slice(0, most - cards.length).entries()) {
      cards.push(cardOf(row, at, project));
      yield;
    }
  }
  return { rows: cards, total };
}

function cardOf(row: KpiRow, at: number, { query, tell, locate, scope }: PanelProject): KpiCard {
  const { found, values, health, phase, chart, as } = row;
  const { owner } = planOf(query).facts(found);
  const own = asWords(row);
  const about: Words = own === "" ? listed(row.measures.slice(0, mostMeasured).map(({ item }) => item.title)) : own;
  const figures = valueWords(values, as === "guardrail");
  const reason = health.reasons[0] ?? "";
  const place = locate(found);
  return {
    id: `${scope}${found.item.key}~${at}`,
    title: found.item.title,
    about: tell(about),
    owner: owner?.short ?? "",
    health: health.health,
    isOver: phase === "done" || phase === "dropped",
    figures: tell(figures),
    reason: tell(reason),
    spoken: tell(listed([found.item.title, own, figures, reason].filter((word) => word !== ""))),
    ...(place !== undefined && { place }),
    ...(chart !== undefined && shares(chart)),
    ...(chart !== undefined && chart.points.length > 1 && { chart: curveOf(chart) }),
  };
}

const mostMeasured = 3;

/** How far it is, and how far the straight way would be today. */
function shares({ part, due }: KpiChart): Pick<KpiCard, "part" | "due"> {
  if (part === undefined) return {};
  return due === undefined ? { part } : { part, due };
}

function curveOf({ points, course, target }: KpiChart): PanelCurve {
  return {
    points: points.map(({ day, value }) => [day, value] as const),
    ...(course !== undefined && {
      course: [
        [course.from.day, course.from.value],
        [course.to.day, course.to.value],
      ] as const,
    }),
    ...(target !== undefined && { target }),
  };
}
