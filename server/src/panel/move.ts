import { type Day, dateOf, dayOf, writeDay } from "../base/day.ts";
import type { Zoom } from "./axis.ts";
import type { CalendarTime, PanelTime } from "./data.ts";

/** What of a bar is held: all of it, or one of its ends. */
export type Grip = "all" | "start" | "end";

/** A new time for an item: where its bar lies then, and what its document says. */
export interface Moved {
  readonly time: PanelTime;
  readonly text: string;
}

/**
 * Where a bar lands that is moved by so many days, in the units that it is planned in: a quarter stays a quarter. What had no
 * time on the calendar gets the period that it is let go on, `at` days since 1970.
 */
export function moveTime(time: PanelTime | undefined, grip: Grip, by: number, at: Day, zoom: Zoom): Moved {
  if (time === undefined || "column" in time) return periodAt(at, zoom === "months" ? "month" : "quarter");
  if (time.unit === "day") return moveDays(time, grip, Math.round(by));
  const { unit, fiscal } = time;
  const length = lengths[unit];
  // An end is moved by quarters where the whole is a half or a year.
  const step = grip === "all" ? length : Math.min(length, 3);
  const [first, last] = [monthOf(time.start), monthOf(time.end + 1)];
  const snap = (day: Day): number => snapped(day, step, offsetOf(fiscal, step));
  const start = grip === "end" ? first : snap(time.start + by);
  if (grip === "all") return monthsFrom(start, start + last - first, time);
  if (grip === "start") return monthsFrom(Math.min(start, last - step), last, { ...time, unit: unitOf(step) });
  return monthsFrom(first, Math.max(first + step, snap(time.end + 1 + by)), { ...time, unit: unitOf(step) });
}

/** One step of its unit further or back, for the keys. */
export function stepTime(time: PanelTime | undefined, grip: Grip, steps: number, today: Day, zoom: Zoom): Moved {
  const days = time === undefined || "column" in time ? 0 : stepDays(time, grip);
  return moveTime(time, grip, days * steps, today, zoom);
}

function stepDays({ unit }: CalendarTime, grip: Grip): number {
  if (unit === "day") return 1;
  return (grip === "all" ? lengths[unit] : Math.min(lengths[unit], 3)) * averageMonth;
}

const averageMonth = 30.44;

/** Months. */
const lengths = { month: 1, quarter: 3, half: 6, year: 12 } as const;

function unitOf(months: number): CalendarTime["unit"] {
  return months === 1 ? "month" : "quarter";
}

function periodAt(day: Day, unit: "month" | "quarter"): Moved {
  const step = lengths[unit];
  const first = Math.floor(monthOf(day) / step) * step;
  return monthsFrom(first, first + step, { start: day, end: day, unit });
}

function moveDays({ start, end, unit }: CalendarTime, grip: Grip, by: number): Moved {
  const from = grip === "end" ? start : Math.min(start + by, grip === "start" ? end : start + by);
  const to = grip === "start" ? end : Math.max(end + by, from);
  const text = from === to ? writeDay(from) : `${writeDay(from)}..${writeDay(to)}`;
  return { time: { start: from, end: to, unit }, text };
}

/** Months are counted since year 0; `last` is the first that is not in it any more. */
function monthsFrom(first: number, last: number, { unit, fiscal }: CalendarTime): Moved {
  const time: CalendarTime = {
    ...{ start: firstDay(first), end: firstDay(last) - 1, unit },
    ...(fiscal !== undefined && { fiscal }),
  };
  return { time, text: write(first, last, unit, fiscal) };
}

/** As one period where it is one, else from one to another: `2027-Q1`, `2027-H1`, `2026-Q4..2027-Q1`. */
function write(first: number, last: number, unit: CalendarTime["unit"], fiscal: number | undefined): string {
  const whole = (["year", "half", "quarter", "month"] as const).find(
    (one) =>
      lengths[one] === last - first &&
      (one === unit || (one === "quarter" && unit !== "month")) &&
      isWhole(first, one, fiscal),
  );
  if (whole !== undefined) return name(first, whole, fiscal);
  const wanted = unit === "half" || unit === "year" ? unit : unit === "month" ? "month" : "quarter";
  const part = ([wanted, "quarter", "month"] as const).find(
    (one) => isWhole(first, one, fiscal) && isWhole(last, one, fiscal),
  )!;
  return `${name(first, part, fiscal)}..${name(last - lengths[part], part, fiscal)}`;
}

function isWhole(month: number, unit: keyof typeof lengths, fiscal: number | undefined): boolean {
  const length = lengths[unit];
  return (month - offsetOf(fiscal, length) + 12) % length === 0;
}

/** `2027-Q1`, `FY27-Q1`; a month has no fiscal name. */
function name(month: number, unit: keyof typeof lengths, fiscal: number | undefined): string {
  if (unit === "month") return writeDay(firstDay(month)).slice(0, 7);
  const from = fiscal === undefined ? 0 : fiscal - 1;
  // A fiscal year is named by the year it ends in.
  const begins = Math.floor((month - from) / 12);
  const year = fiscal === undefined || fiscal === 1 ? begins : begins + 1;
  const shown = fiscal === undefined ? String(year) : fiscalYear(year);
  if (unit === "year") return shown;
  const part = Math.floor(((((month - from) % 12) + 12) % 12) / lengths[unit]) + 1;
  return `${shown}-${unit === "half" ? "H" : "Q"}${part}`;
}

function fiscalYear(year: number): string {
  return year >= 2000 && year < 2100 ? `FY${String(year % 100).padStart(2, "0")}` : `FY${year}`;
}

function offsetOf(fiscal: number | undefined, length: number): number {
  return fiscal === undefined ? 0 : (fiscal - 1) % length;
}

/** The nearest beginning of a period. */
function snapped(day: Day, step: number, offset: number): number {
  const before = Math.floor((monthOf(day) - offset) / step) * step + offset;
  const [low, high] = [firstDay(before), firstDay(before + step)];
  return day - low < high - day ? before : before + step;
}

function monthOf(day: Day): number {
  const { year, month } = dateOf(day);
  return year * 12 + month - 1;
}

function firstDay(month: number): Day {
  return dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
}
