import { type Day, dateOf, dayOf } from "../base/day.ts";
import type { PanelColumn, PanelSpan, PanelTime } from "./data.ts";

export type Zoom = "months" | "quarters" | "years";
export const zooms: readonly Zoom[] = ["months", "quarters", "years"];

/** How time lies on a track: everything is a share of its width, 0 on the left and 1 on the right. */
export interface Axis {
  readonly zoom: Zoom;
  /** The days that are shown, whole periods; undefined where there are only columns. */
  readonly span: PanelSpan | undefined;
  readonly columns: readonly PanelColumn[];
  /** Pixels below which the track scrolls rather than shrinks. */
  readonly least: number;
  /** Where the calendar ends and the columns begin. */
  readonly calendar: number;
  /** Years, or columns; and below them what they consist of. */
  readonly upper: readonly Tick[];
  readonly lower: readonly Tick[];
  readonly today: number | undefined;
}

export interface Tick {
  readonly at: number;
  readonly width: number;
  readonly label: string;
}

/** `months` are the short names of the twelve. */
export function axisOf(
  { span, columns, today }: { span: PanelSpan | undefined; columns: readonly PanelColumn[]; today: Day },
  zoom: Zoom,
  months: readonly string[],
): Axis {
  const whole = span && wholePeriods(span, zoom);
  const days = whole === undefined ? 0 : whole.end - whole.start + 1;
  const inCalendar = days * perDay[zoom];
  const least = inCalendar + columns.length * perColumn;
  const calendar = least === 0 ? 0 : inCalendar / least;
  const share = (from: Day, to: Day) => ({
    at: ((from - whole!.start) / days) * calendar,
    width: ((to - from) / days) * calendar,
  });
  const width = columns.length === 0 ? 0 : (1 - calendar) / columns.length;
  const besides = columns.map(({ title }, at): Tick => ({ at: calendar + at * width, width, label: title }));
  const ticks = (step: number, label: (year: number, month: number) => string): readonly Tick[] => {
    if (whole === undefined) return [];
    const parts: Tick[] = [];
    for (let from = monthOf(whole.start, step); firstDay(from) <= whole.end; from += step) {
      const [start, end] = [Math.max(firstDay(from), whole.start), Math.min(firstDay(from + step), whole.end + 1)];
      parts.push({ ...share(start, end), label: label(Math.floor(from / 12), from % 12) });
    }
    return parts;
  };
  return {
    ...{ zoom, span: whole, columns, least, calendar },
    upper: [...ticks(12, (year) => String(year)), ...besides],
    lower: ticks(steps[zoom], (_, month) => partLabel(zoom, month, months)),
    today: whole === undefined || today < whole.start || today > whole.end ? undefined : share(today, today).at,
  };
}

/** Where a time lies; what reaches beyond the ends is cut there. */
export function spotOf(axis: Axis, time: PanelTime): { readonly at: number; readonly width: number } | undefined {
  const { span, columns, calendar } = axis;
  if ("column" in time) {
    const index = columns.findIndex(({ key }) => key === time.column);
    if (index < 0) return undefined;
    const width = (1 - calendar) / columns.length;
    return { at: calendar + index * width, width };
  }
  if (span === undefined) return undefined;
  const days = span.end - span.start + 1;
  const clip = (day: Day) => Math.min(days, Math.max(0, day - span.start));
  const [from, to] = [clip(time.start), clip(time.end + 1)];
  return { at: (from / days) * calendar, width: ((to - from) / days) * calendar };
}

/** The day at a place on the track, or the column beside the calendar. */
export function dayAt({ span, columns, calendar }: Axis, at: number): Day | PanelColumn | undefined {
  if (at >= calendar && columns.length > 0)
    return columns[Math.min(columns.length - 1, Math.floor(((at - calendar) / (1 - calendar)) * columns.length))];
  if (span === undefined) return undefined;
  return span.start + Math.floor((Math.max(0, at) / calendar) * (span.end - span.start + 1));
}

/** Pixels of a day, so that each part has room for its label. */
const perDay: Readonly<Record<Zoom, number>> = { months: 2.6, quarters: 1.35, years: 0.5 };
const perColumn = 170;
/** Months that a part consists of. */
const steps: Readonly<Record<Zoom, number>> = { months: 1, quarters: 3, years: 6 };

function partLabel(zoom: Zoom, month: number, months: readonly string[]): string {
  if (zoom === "months") return months[month] ?? String(month + 1);
  return zoom === "quarters" ? `Q${month / 3 + 1}` : `H${month / 6 + 1}`;
}

function wholePeriods({ start, end }: PanelSpan, zoom: Zoom): PanelSpan {
  const step = zoom === "years" ? 12 : 3;
  return { start: firstDay(monthOf(start, step)), end: firstDay(monthOf(end, step) + step) - 1 };
}

/** The first month of the period that a day lies in, counted since year 0. */
function monthOf(day: Day, step: number): number {
  const { year, month } = dateOf(day);
  return year * 12 + Math.floor((month - 1) / step) * step;
}

function firstDay(month: number): Day {
  return dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
}
