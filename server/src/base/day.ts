/** A day of the Gregorian calendar as the number of days since 1970-01-01, without time and zone. */
export type Day = number;

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** The day of a date; the caller has checked that it exists (`isDate`). */
export function dayOf(year: number, month: number, day: number): Day {
  return daysBeforeYear(year) + daysBeforeMonth(year, month) + day - 1 - epoch;
}

export function dateOf(day: Day): CalendarDate {
  const sinceYearOne = day + epoch;
  let year = Math.floor(sinceYearOne / 365.2425) + 1;
  while (daysBeforeYear(year) > sinceYearOne) year--;
  while (daysBeforeYear(year + 1) <= sinceYearOne) year++;
  const inYear = sinceYearOne - daysBeforeYear(year);
  let month = 12;
  while (daysBeforeMonth(year, month) > inYear) month--;
  return { year, month, day: inYear - daysBeforeMonth(year, month) + 1 };
}

/** Whether the calendar has that date: not 2026-02-30, not month 13. */
export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  return daysBeforeMonth(year, month + 1) - daysBeforeMonth(year, month);
}

/** Reads exactly `YYYY-MM-DD`; undefined for anything else and for days that do not exist. */
export function readDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year > 0 && isDate(year, month, day) ? dayOf(year, month, day) : undefined;
}

/** Writes `YYYY-MM-DD`. */
export function writeDay(value: Day): string {
  const { year, month, day } = dateOf(value);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Days from 0001-01-01 to 1970-01-01. */
const epoch = 719_162;

const beforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

function daysBeforeYear(year: number): number {
  const full = year - 1;
  return full * 365 + Math.floor(full / 4) - Math.floor(full / 100) + Math.floor(full / 400);
}

/** Month 13 is the end of the year. */
function daysBeforeMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return beforeMonth[month - 1]! + (isLeap && month > 2 ? 1 : 0);
}

/** The same day of the month, that many months later; the month's last day where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: dayOfMonth } = dateOf(day);
  const total = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)));
}
