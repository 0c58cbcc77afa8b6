import { writeDay } from "../../base/day.ts";
import type { Found } from "../../workspace/query.ts";
import type { KpiChart } from "../kpi-chart.ts";
import type { KpiRow } from "../kpi-rows.ts";

/** KPIs for programs; the order of keys is part of the form. */
export function kpiJson(rows: readonly KpiRow[], fileOf: (found: Found) => string): readonly unknown[] {
  return rows.map((row) => rowJson(row, fileOf));
}

function rowJson(
  { found, as, edge, measures, values, unit, phase, health, due, chart }: KpiRow,
  fileOf: (found: Found) => string,
) {
  return {
    id: found.item.key,
    title: found.item.title,
    as,
    of: as === "key-result" ? edge!.from.item.key : null,
    phase,
    health: health.health,
    reasons: health.reasons.map(String),
    baseline: values.baseline ?? null,
    current: values.current ?? null,
    target: values.target ?? null,
    unit: unit ?? null,
    due: due === undefined ? null : String(due),
    measures: measures.map(({ item }) => item.key),
    chart: chart === undefined ? null : chartJson(chart),
    file: fileOf(found),
  };
}

/** Numbers in one unit. */
function chartJson({ unit, direction, points, baseline, current, target, course, expected, part }: KpiChart) {
  const point = ({ day, value }: KpiChart["points"][number]) => ({ date: writeDay(day), value });
  return {
    unit,
    direction: direction ?? null,
    baseline: baseline ?? null,
    current: current ?? null,
    target: target ?? null,
    expected: rounded(expected),
    done: rounded(part),
    measurements: points.map(point),
    line: course === undefined ? null : { from: point(course.from), to: point(course.to) },
  };
}

/** Six digits are enough for what was computed. */
function rounded(value: number | undefined): number | null {
  return value === undefined ? null : Number(value.toPrecision(6));
}
