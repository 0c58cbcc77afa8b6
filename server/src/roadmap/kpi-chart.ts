import { readDay } from "../base/day.ts";
import { amountIn, type Direction, isReached, resolveTarget } from "../model/compare-measures.ts";
import { type Measure, readMeasure } from "../model/measure.ts";
import { directionOf, expectedOn, kpiCourse, measurementsOf, type Point } from "../workspace/kpi-line.ts";
import { textOf } from "../workspace/plan.ts";
import type { Edge, Found, Query } from "../workspace/query.ts";

/** The figures of a KPI as numbers in one unit, to be drawn. Days are counted since 1970-01-01. */
export interface KpiChart {
  /** "%", "s"; empty for bare numbers. `showPoint(value, unit)` shows one. */
  readonly unit: string;
  /** Which way is better, where that is known. */
  readonly direction: Direction | undefined;
  /** What was measured, in the order of time. */
  readonly points: readonly Point[];
  readonly baseline: number | undefined;
  /** What was measured last, else what is said to be current. */
  readonly current: number | undefined;
  readonly target: number | undefined;
  /** The straight way from the first measurement to the target, on the last day of its time. */
  readonly course: { readonly from: Point; readonly to: Point } | undefined;
  /** What that way asks for today. */
  readonly expected: number | undefined;
  /**
   * How much of the way from baseline to target is done: 0 at the baseline, 1 at the target, below and above as it is. A limit
   * that is no better than the baseline asks for no way: kept, all is done; beyond it there is nothing to be counted.
   */
  readonly part: number | undefined;
  /** How much of that way should be done today. */
  readonly due: number | undefined;
}

/** `edge` is the link through which it is looked at; a key result's own figures win there. */
export function kpiChart(query: Query, kpi: Found, edge?: Edge): KpiChart | undefined {
  const figures = figuresOf(kpi, edge);
  const { unit, direction } = figures;
  if (unit === undefined) return undefined;
  const amount = (measure: Measure | undefined) =>
    measure === undefined ? undefined : amountIn(measure, unit, direction ?? "up");
  const points = measurementsOf(kpi).flatMap(({ day, value }) => {
    const number = amount(value);
    return number === undefined ? [] : [{ day, value: number }];
  });
  const isGuardrail = edge?.name === "guardrails";
  const course = isGuardrail ? undefined : kpiCourse(query, kpi, edge);
  const today = readDay(query.today);
  const expected = course === undefined || today === undefined ? undefined : expectedOn(course, today);
  const [baseline, target] = [amount(figures.baseline), amount(figures.target)];
  const isKnown = baseline !== undefined && target !== undefined && direction !== undefined;
  const way = isKnown ? wayBetween(baseline, target, direction) : 0;
  return {
    ...{ unit, direction, points, baseline, target, expected },
    current: amount(figures.current),
    course: course && { from: course.from, to: course.to },
    part: isGuardrail ? undefined : donePart(kpi, edge),
    due: expected === undefined || baseline === undefined || way === 0 ? undefined : (expected - baseline) / way,
  };
}

/** How much of the way from baseline to target is done, see `KpiChart.part`; undefined where the figures do not say. */
export function donePart(kpi: Found, edge?: Edge): number | undefined {
  const { baseline, current, target, unit, direction } = figuresOf(kpi, edge);
  if (baseline === undefined || current === undefined || target === undefined || direction === undefined)
    return undefined;
  const [from, now] = [baseline, current].map((one) => amountIn(one, unit ?? "", direction));
  if (from === undefined || now === undefined) return undefined;
  const way = wayBetween(from, direction === "up" ? target.low : target.high, direction);
  if (way === 0) return isReached(current, target, direction) === true ? 1 : undefined;
  return (now - from) / way;
}

/** 0 where the target is no better than the baseline. */
function wayBetween(baseline: number, target: number, direction: Direction): number {
  const way = target - baseline;
  return direction === "up" ? Math.max(0, way) : Math.min(0, way);
}

/** What is written, and the unit to compare it in: that of the target, else of what there is. */
function figuresOf(kpi: Found, edge: Edge | undefined) {
  const linked = (name: string) => readMeasure(edge?.values.get(name)?.text ?? textOf(kpi, name) ?? "");
  const baseline = linked("baseline");
  const current = measurementsOf(kpi).at(-1)?.value ?? linked("current");
  const written = linked("target");
  const target = baseline === undefined || written === undefined ? absolute(written) : resolveTarget(baseline, written);
  const direction = directionOf(kpi, baseline, target);
  return { baseline, current, target, direction, unit: (target ?? current ?? baseline)?.unit };
}

/** A step from a baseline that nobody says is no amount. */
function absolute(target: Measure | undefined): Measure | undefined {
  return target?.relative === undefined ? target : undefined;
}
