import { readDay } from "../base/day.ts";
import { quarterOfDay } from "./timeframe.ts";

/** The quarter of the calendar that a day is in, and those that follow: `2026-Q4`, `2027-Q1`; none for what is no day. */
export function quartersFrom(today: string, count: number): readonly string[] {
  const day = readDay(today);
  if (day === undefined) return [];
  const { year, quarter } = quarterOfDay(day);
  return Array.from({ length: count }, (_, at) => {
    const total = year * 4 + quarter - 1 + at;
    return `${Math.floor(total / 4)}-Q${(total % 4) + 1}`;
  });
}
