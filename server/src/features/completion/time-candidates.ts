import { dateOf, readDay } from "../../base/day.ts";
import { say, type Words } from "../../base/say.ts";
import { quarterOfDay } from "../../model/timeframe.ts";
import type { Query } from "../../workspace/query.ts";
import type { Candidate } from "./candidate.ts";

/**
 * The quarter we are in and the five that follow, two halves, the project's releases that are still to come, fiscal
 * quarters where its year begins elsewhere, and the lanes.
 */
export function timeframeCandidates(query: Query): readonly Candidate[] {
  const { calendar } = query.config;
  const today = readDay(query.today);
  const releases = [...calendar.releases]
    .filter(([, date]) => date >= query.today)
    .map(([label, detail]) => value(label, detail));
  const lanes = ["now", "next", "later"].map((label) => value(label));
  if (today === undefined) return [...releases, ...lanes];
  const { year, quarter } = quarterOfDay(today);
  const quarters = following(quarter - 1, year, 4, 6).map(([y, q], n) =>
    value(`${y}-Q${q}`, n === 0 ? say`this quarter` : n === 1 ? say`next quarter` : undefined),
  );
  const halves = following(quarter > 2 ? 1 : 0, year, 2, 3).map(([y, h], n) =>
    value(`${y}-H${h}`, n === 0 ? say`this half-year` : n === 1 ? say`next half-year` : undefined),
  );
  return [
    ...quarters,
    ...fiscalQuarters(dateOf(today).month, year, calendar.fiscalYearStart),
    ...releases,
    ...halves,
    ...lanes,
  ];
}

/** Fiscal years are named by the year they end in. */
function fiscalQuarters(month: number, year: number, start: number): readonly Candidate[] {
  if (start === 1) return [];
  const monthsIn = (month - start + 12) % 12;
  const ends = month >= start ? year + 1 : year;
  return following(Math.floor(monthsIn / 3), ends, 4, 4).map(([y, q], n) =>
    value(
      `FY${String(y % 100).padStart(2, "0")}-Q${q}`,
      n === 0 ? say`this fiscal quarter` : n === 1 ? say`next fiscal quarter` : undefined,
    ),
  );
}

/** So many parts of years from the `at`th part, counted from 0, of `year` on: `[year, part]`. */
function following(at: number, year: number, parts: number, count: number): readonly (readonly [number, number])[] {
  return Array.from(
    { length: count },
    (_, n) => [year + Math.floor((at + n) / parts), ((at + n) % parts) + 1] as const,
  );
}

function value(label: string, detail?: Words): Candidate {
  return { label, ...(detail === undefined ? {} : { detail }), type: "value" };
}
