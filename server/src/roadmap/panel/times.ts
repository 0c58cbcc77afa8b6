import { readDay } from "../../base/day.ts";
import { say, type Words } from "../../base/say.ts";
import { compareTimeframes, type Interval, lanes, type Timeframe } from "../../model/timeframe.ts";
import type { CalendarTime, PanelSpan, PanelTime } from "../../panel/data.ts";
import type { Query } from "../../workspace/query.ts";
import type { Arranged } from "./arrange.ts";

/** Where a time lies in the panel; undefined for what has none that can be drawn. */
export function placeOfTime(timeframe: Timeframe | undefined, query: Query): PanelTime | undefined {
  if (timeframe?.kind === "interval") return calendarTime(timeframe, query);
  if (timeframe?.kind === "lane") return { column: timeframe.lane };
  return timeframe?.kind === "version" ? { column: versionKey(timeframe.text) } : undefined;
}

/** All the times of what is seen: the days that they reach over, and what lies beside the calendar. */
export function timesOf(arrangements: readonly Arranged[]): {
  readonly span: PanelSpan | undefined;
  readonly columns: readonly { readonly key: string; readonly title: Words }[];
} {
  const today = readDay(arrangements[0]?.plan.query.today ?? "") ?? 0;
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const besides = new Map<string, Timeframe>();
  for (const { plan, lanes: seen } of arrangements) {
    const items = plan.once(
      seen.map((one) => (one.lane.found === undefined ? one.seen : [one.lane.found, ...one.seen])),
    );
    for (const found of items) {
      const { timeframe } = plan.facts(found);
      if (timeframe?.kind === "interval") {
        if (timeframe.end < today - longestPast || timeframe.start > today + longestPlan) continue;
        start = Math.min(start, timeframe.start);
        end = Math.max(end, timeframe.end);
      } else if (timeframe?.kind === "lane") besides.set(timeframe.lane, timeframe);
      else if (timeframe?.kind === "version") besides.set(versionKey(timeframe.text), timeframe);
    }
  }
  const span = start > end ? undefined : { start: Math.min(start, today), end: Math.max(end, today) };
  return { span, columns: columnsOf(besides) };
}

/** What lies further off is drawn at the edge: one slip of the pen must not make a plan a century long. */
const longestPast = 3 * 366;
const longestPlan = 6 * 366;

/** Of now, next and later all where there is one of them; versions in their order. */
function columnsOf(
  besides: ReadonlyMap<string, Timeframe>,
): readonly { readonly key: string; readonly title: Words }[] {
  const versions = [...besides].filter(([, { kind }]) => kind === "version");
  const sorted = versions.sort(([, a], [, b]) => compareTimeframes(a, b)).slice(0, mostVersions);
  const hasLanes = lanes.some((lane) => besides.has(lane));
  return [
    ...(hasLanes ? lanes.map((lane) => ({ key: lane, title: laneTitles[lane] })) : []),
    ...sorted.map(([key, { text }]) => ({ key, title: text.trim() })),
  ];
}

const laneTitles = { now: say`Now`, next: say`Next`, later: say`Later` };
const mostVersions = 12;

function versionKey(text: string): string {
  return text.trim().toLowerCase();
}

function calendarTime({ start, end, unit, ends, fiscalYear }: Interval, query: Query): CalendarTime {
  const finest = unit === "range" ? finer(ends![0].unit, ends![1].unit) : unit;
  const isFiscal = (fiscalYear ?? ends?.[0].fiscalYear) !== undefined;
  return { start, end, unit: finest, ...(isFiscal && { fiscal: query.config.calendar.fiscalYearStart ?? 1 }) };
}

const units = ["day", "month", "quarter", "half", "year"] as const;

function finer(a: Interval["unit"], b: Interval["unit"]): CalendarTime["unit"] {
  return units.find((unit) => unit === a || unit === b) ?? "day";
}
