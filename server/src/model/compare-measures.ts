import type { Comparator, Measure } from "./measure.ts";
import { tidy, unitOf } from "./units.ts";

export type Direction = "up" | "down";

/** Whether the two can be compared. A bare number goes with everything, as does a step that has no unit of its own. */
export function sameUnit(a: Measure, b: Measure): boolean {
  if (a.relative === "percent" || a.relative === "times" || b.relative === "percent" || b.relative === "times")
    return true;
  const one = unitOf(a.unit).dimension;
  const other = unitOf(b.unit).dimension;
  return one === "" || other === "" || one === other;
}

/**
 * The target as an amount of its own: `+10%` on a baseline of 200 ms is 220 ms. An absolute target is returned as it is;
 * undefined where the units do not compare. Where the baseline is written as a step too, or is itself negative, a sign
 * is just a sign.
 */
export function resolveTarget(baseline: Measure, target: Measure): Measure | undefined {
  if (!sameUnit(baseline, target)) return undefined;
  const { relative } = target;
  if (relative === undefined || relative === baseline.relative || (relative === "add" && baseline.low < 0))
    return target;
  const step = (from: number, by: number) => {
    if (relative === "times") return tidy(from * by);
    return tidy(
      from + (relative === "percent" ? (Math.abs(from) * by) / 100 : convert(by, target.unit, baseline.unit)),
    );
  };
  const [low, high] = [step(baseline.low, target.low), step(baseline.high, target.high)];
  const unit = relative === "add" && baseline.unit === "" ? target.unit : baseline.unit;
  return { ...target, low: Math.min(low, high), high: Math.max(low, high), unit, relative: baseline.relative };
}

/** Whether `a` is better than `b`, and not just as good; undefined where they do not compare. Resolve relative targets first. */
export function isBetter(a: Measure, b: Measure, direction: Direction): boolean | undefined {
  const value = amountIn(a, b.unit, direction);
  if (value === undefined) return undefined;
  const other = end(b, direction);
  if (value !== other) return direction === "up" ? value > other : value < other;
  // "More than 99" is better than 99.
  const strict = direction === "up" ? ">" : "<";
  return a.comparator === strict && b.comparator !== strict;
}

/** Whether a current value meets an absolute target; undefined where they do not compare, or where nobody says which way is up. */
export function isReached(current: Measure, target: Measure, direction: Direction | undefined): boolean | undefined {
  const way = wayOf(target.comparator) ?? direction;
  if (way === undefined) return undefined;
  const value = amountIn(current, target.unit, way);
  if (value === undefined) return undefined;
  // Anywhere in a range is enough.
  const wanted = way === "up" ? target.low : target.high;
  if (target.comparator === ">") return value > wanted;
  if (target.comparator === "<") return value < wanted;
  return way === "up" ? value >= wanted : value <= wanted;
}

/** Which way is better, from what the target says (`< 200 ms`, `+10%`) or else from where it lies beside the baseline. */
export function inferDirection(baseline: Measure | undefined, target: Measure | undefined): Direction | undefined {
  if (target === undefined) return undefined;
  const way = wayOf(target.comparator);
  if (way !== undefined) return way;
  if (baseline === undefined) return stepDirection(target);
  const goal = resolveTarget(baseline, target);
  if (goal === undefined) return undefined;
  if (isBetter(goal, baseline, "up")) return "up";
  return isBetter(goal, baseline, "down") ? "down" : undefined;
}

/** The amount in another unit, at the end of a range that counts; undefined where the units do not compare. */
export function amountIn(measure: Measure, unit: string, direction: Direction): number | undefined {
  const from = unitOf(measure.unit).dimension;
  const to = unitOf(unit).dimension;
  if (from !== "" && to !== "" && from !== to) return undefined;
  return convert(end(measure, direction), measure.unit, unit);
}

function wayOf(comparator: Comparator): Direction | undefined {
  if (comparator === ">" || comparator === "≥") return "up";
  return comparator === "<" || comparator === "≤" ? "down" : undefined;
}

function stepDirection({ relative, low }: Measure): Direction | undefined {
  if (relative === undefined) return undefined;
  const neutral = relative === "times" ? 1 : 0;
  if (low === neutral) return undefined;
  return low > neutral ? "up" : "down";
}

function end({ low, high }: Measure, direction: Direction): number {
  return direction === "up" ? low : high;
}

function convert(value: number, from: string, to: string): number {
  if (from === "" || to === "") return value;
  return tidy((value * unitOf(from).factor) / unitOf(to).factor);
}
