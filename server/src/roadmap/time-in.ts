import { showQuarter } from "../model/show-timeframe.ts";
import { type Quarter, quarterOf, quarterOfDay, type Timeframe } from "../model/timeframe.ts";

/**
 * The time of an item that is to land in a quarter, written as the one that it had: `Q4 2026` becomes `Q2 2027`, and a range
 * of quarters keeps its length.
 */
export function timeIn(quarter: Quarter, before: Timeframe | undefined): string {
  const isSpelt = before !== undefined && /^Q[1-4] \d{4}$/i.test(before.text.trim());
  const first = before?.kind === "interval" && before.fiscalYear === undefined ? before.ends?.[0] : undefined;
  const last = before === undefined ? undefined : quarterOf(before);
  if (first?.unit !== "quarter" || first.fiscalYear !== undefined || last === undefined) {
    return isSpelt ? showQuarter(quarter) : written(numberOf(quarter));
  }
  const length = numberOf(last) - numberOf(quarterOfDay(first.start));
  const end = numberOf(quarter);
  return `${written(end - length)}..${written(end)}`;
}

function numberOf({ year, quarter }: Quarter): number {
  return year * 4 + quarter - 1;
}

function written(number: number): string {
  return `${Math.floor(number / 4)}-Q${(number % 4) + 1}`;
}
