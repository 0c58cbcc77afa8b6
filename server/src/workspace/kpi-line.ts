import { readDay } from "../base/day.ts";
import { memo } from "../base/memo.ts";
import { amountIn, type Direction, inferDirection, isReached, resolveTarget } from "../model/compare-measures.ts";
import { type Measure, readMeasure } from "../model/measure.ts";
import { readTimeframe } from "../model/read-timeframe.ts";
import type { Entry, Item } from "../model/summary.ts";
import type { Interval } from "../model/timeframe.ts";
import { measureOf, textOf, timeframeOf } from "./plan.ts";
import type { Edge, Found, Query } from "./query.ts";

/** Where a KPI stands beside the straight line from its first dated measurement to its target. */
export interface KpiLine {
  readonly standing: "reached" | "on" | "off";
  /** The latest measurement, and where its value is written. */
  readonly latest: Measure;
  readonly entry: Entry;
  /** What the line asks for on the day of the latest measurement, or today where the target's time is over. */
  readonly expected: number;
  /** The unit of `expected`. */
  readonly unit: string;
  readonly target: Measure;
}

/**
 * Undefined without a target, two points in time, or comparable units: nothing is said without evidence.
 * `edge` is the link from what the KPI is asked about; a key result's own target and timeframe win there.
 */
export function kpiLine(query: Query, kpi: Found, edge?: Edge): KpiLine | undefined {
  const measured = measurementsOf(kpi);
  const last = measured.at(-1);
  const course = measured.length < 2 ? undefined : kpiCourse(query, kpi, edge);
  if (last === undefined || course === undefined) return undefined;
  const { target, unit, direction } = course;
  const now = amountIn(last.value, unit, direction);
  if (now === undefined) return undefined;
  const expected = expectedOn(course, last.day);
  const rest = { latest: last.value, entry: last.entry, expected, unit, target };
  if (isReached(last.value, target, direction) === true) return { standing: "reached", ...rest };
  return { standing: (direction === "up" ? now >= expected : now <= expected) ? "on" : "off", ...rest };
}

/** The straight way from the first dated measurement to the target, on the last day on which that may be reached. */
export interface KpiCourse {
  readonly from: Point;
  readonly to: Point;
  /** Of both values. */
  readonly unit: string;
  readonly direction: Direction;
  readonly target: Measure;
}

/** A value on a day, as days are counted. */
export interface Point {
  readonly day: number;
  readonly value: number;
}

export function kpiCourse(query: Query, kpi: Found, edge?: Edge): KpiCourse | undefined {
  const first = measurementsOf(kpi)[0];
  if (first === undefined) return undefined;
  const baseline = linked(edge, "baseline") ?? measureOf(kpi, "baseline") ?? first.value;
  const written = linked(edge, "target") ?? measureOf(kpi, "target");
  const target = written === undefined ? undefined : resolveTarget(baseline, written);
  const due = dueTime(query, kpi, edge)?.end;
  if (target === undefined || due === undefined || due <= first.day) return undefined;
  const direction = directionOf(kpi, baseline, target);
  const from = direction === undefined ? undefined : amountIn(first.value, target.unit, direction);
  if (direction === undefined || from === undefined) return undefined;
  const to = direction === "up" ? target.low : target.high;
  return { from: { day: first.day, value: from }, to: { day: due, value: to }, unit: target.unit, direction, target };
}

/** What the way asks for on a day; behind its end, the target. */
export function expectedOn({ from, to }: KpiCourse, day: number): number {
  const part = Math.min(1, Math.max(0, (day - from.day) / (to.day - from.day)));
  return from.value + (to.value - from.value) * part;
}

/** Which way is better: as it is said, else as the target says. */
export function directionOf(kpi: Found, baseline?: Measure, target?: Measure): Direction | undefined {
  const said = textOf(kpi, "direction")?.trim().toLowerCase();
  return said === "up" || said === "down" ? said : inferDirection(baseline, target);
}

interface Measured {
  readonly day: number;
  readonly value: Measure;
  readonly entry: Entry;
}

/** The measurements that can be read, in the order of their dates. */
export function measurementsOf(kpi: Found): readonly Measured[] {
  return readMeasurements(kpi.item);
}

const readMeasurements = memo((item: Item): readonly Measured[] => {
  const written = item.fields.get("measurements")?.measurements ?? [];
  const measured = written.flatMap(({ date, value }) => {
    const day = readDay(date.text);
    const measure = readMeasure(value.text);
    return day === undefined || measure === undefined ? [] : [{ day, value: measure, entry: value.entry }];
  });
  return measured.sort((a, b) => a.day - b.day);
});

function linked(edge: Edge | undefined, name: string): Measure | undefined {
  const text = edge?.values.get(name)?.text;
  return text === undefined ? undefined : readMeasure(text);
}

/**
 * The time in which the target may be reached: the key result's, the KPI's own, else that of the goals it measures, the
 * latest of them. When a feature lands says nothing about when its KPI is to be reached.
 */
export function dueTime(query: Query, kpi: Found, edge?: Edge): Interval | undefined {
  const said = edge?.values.get("timeframe")?.text;
  const linkedTime = said === undefined ? undefined : readTimeframe(said, query.config.calendar);
  if (linkedTime?.kind === "interval") return linkedTime;
  const own = timeframeOf(query, kpi);
  if (own?.kind === "interval") return own;
  const around = edge !== undefined && isGoal(edge) ? [edge] : query.incoming(kpi, "kpis").filter(isGoal);
  let latest: Interval | undefined;
  for (const { from } of around) {
    const time = timeframeOf(query, from);
    if (time?.kind === "interval" && (latest === undefined || time.end > latest.end)) latest = time;
  }
  return latest;
}

function isGoal({ from }: Edge): boolean {
  return from.item.base === "goal";
}
