import { dateOf, dayOf, daysInMonth, isDate } from "../base/day.ts";
import { memo } from "../base/memo.ts";
import { say, type Words } from "../base/say.ts";
import type { Calendar } from "./config.ts";
import { monthNumber } from "./months.ts";
import { type Interval, type InvalidTime, lanes, type Timeframe, type VersionTime } from "./timeframe.ts";

/** What of a project's calendar reading depends on. */
export type ReadingCalendar = Partial<Pick<Calendar, "fiscalYearStart" | "releases">>;

/**
 * Reads every way to write a time that product managers use; never throws, and keeps any other text as `text`.
 *
 *     2026-11-30 · 30 Nov 2026 · 2026-11 · March 2027 · 2026-Q4 · Q4 2026 · Q4'26 · 2026-H2 · 2026 · FY27-Q1
 *     2026-Q4..2027-Q1 · Q1–Q2 2027 · now · v1.10 · a release's name
 */
export function readTimeframe(text: string, calendar: ReadingCalendar = {}): Timeframe {
  if (text.length > longest) return { kind: "text", text };
  const written = text.trim().replace(/\s+/g, " ");
  const folded = fold(written);
  return (
    readRelease(text, folded, calendar) ??
    readLane(text, folded) ??
    readPoint(text, folded, calendar) ??
    readRange(text, written, calendar) ??
    readVersion(text, folded) ?? { kind: "text", text }
  );
}

/** Reads the value of a date field: one day in any of the forms above, an impossible one, or undefined for other text. */
export function readDate(text: string): Interval | InvalidTime | undefined {
  const time = readTimeframe(text);
  return time.kind === "invalid" || (time.kind === "interval" && time.unit === "day") ? time : undefined;
}

/** No time is longer, and no reader here has to be quick on a paragraph. */
const longest = 100;

function fold(written: string): string {
  return written.toLowerCase().replace(/[’‘]/g, "'");
}

type Read = Interval | InvalidTime;

const foldedReleases = memo(
  (releases: ReadonlyMap<string, string>) =>
    new Map([...releases].map(([name, time]) => [fold(name.trim().replace(/\s+/g, " ")), { name, time }])),
);

function readRelease(text: string, folded: string, calendar: ReadingCalendar): Interval | undefined {
  if (calendar.releases === undefined) return undefined;
  const release = foldedReleases(calendar.releases).get(folded);
  if (release === undefined) return undefined;
  const time = readTimeframe(release.time, { fiscalYearStart: calendar.fiscalYearStart });
  return time.kind === "interval" ? { ...time, text, release: release.name } : undefined;
}

function readLane(text: string, folded: string): Timeframe | undefined {
  const lane = lanes.find((one) => one === folded);
  return lane === undefined ? undefined : { kind: "lane", text, lane };
}

/** One day, month, quarter, half or year. */
function readPoint(text: string, folded: string, calendar: ReadingCalendar): Read | undefined {
  let match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[t ]\d{1,2}:\d{2}.*)?$/.exec(folded);
  if (match !== null) return day(text, Number(match[1]), Number(match[3]), Number(match[4]));

  // With dots it is always the day first; with slashes nobody can know, so that stays text.
  match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(folded);
  if (match !== null) return day(text, Number(match[3]), Number(match[2]), Number(match[1]));

  match = /^(\d{4})[-/](\d{1,2})$/.exec(folded);
  if (match !== null) return month(text, Number(match[1]), Number(match[2]));

  match = /^(?:(fy) ?(\d{4}|'?\d{2})|(\d{4}))[- /]?([qh])(\d)$/.exec(folded);
  if (match !== null) {
    const year = readYear(match[2] ?? match[3]!);
    return part(text, year, match[4] as "q" | "h", Number(match[5]), match[1] !== undefined, calendar);
  }
  match = /^([qh])(\d)(?:[- /](?:of )?|(?=')|(?=fy))(?:(fy) ?(\d{4}|'?\d{2})|(\d{4}|'?\d{2}))$/.exec(folded);
  if (match !== null) {
    const year = readYear(match[4] ?? match[5]!);
    return part(text, year, match[1] as "q" | "h", Number(match[2]), match[3] !== undefined, calendar);
  }
  match = /^(?:fy[- ]?(\d{4}|'?\d{2})|(\d{4}))$/.exec(folded);
  if (match !== null) {
    if (match[2] !== undefined) return months(text, "year", Number(match[2]), 1, 12);
    return fiscal(text, readYear(match[1]!), calendar);
  }
  return readNamedMonth(text, folded);
}

function readNamedMonth(text: string, folded: string): Read | undefined {
  let match = /^([a-z]{3,9})\.?(?:[- /]|, |(?='))(\d{4}|'\d{2})$/.exec(folded);
  if (match !== null) return named(match[1]!, (number) => month(text, readYear(match![2]!), number));
  match = /^(\d{4})[- ]([a-z]{3,9})\.?$/.exec(folded);
  if (match !== null) return named(match[2]!, (number) => month(text, Number(match![1]), number));
  match = /^(\d{1,2})(?:st|nd|rd|th|\.)?[- ](?:of )?([a-z]{3,9})\.?,?[- ](\d{4})$/.exec(folded);
  if (match !== null) return named(match[2]!, (number) => day(text, Number(match![3]), number, Number(match![1])));
  match = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(folded);
  if (match !== null) return named(match[1]!, (number) => day(text, Number(match![3]), number, Number(match![2])));
  return undefined;
}

function named(name: string, read: (number: number) => Read | undefined): Read | undefined {
  const number = monthNumber(name);
  return number === undefined ? undefined : read(number);
}

const rangeMark =
  / ?(?:\.{2,3}|…|–|—|→|->) ?| (?:-|to|until|through) |(?<=^\d{4})-(?=\d{4}$)|(?<=^[qh]\d)[-/](?=[qh]\d\b)/i;

function readRange(text: string, written: string, calendar: ReadingCalendar): Read | undefined {
  const sides = written.replace(/^from /i, "").split(rangeMark);
  const [left, right] = sides;
  if (sides.length !== 2 || !left || !right) return undefined;
  const end = (side: string) => readRelease(side, fold(side), calendar) ?? readPoint(side, fold(side), calendar);
  const first = end(left);
  const last = end(right);
  if (first?.kind === "invalid" || last?.kind === "invalid") {
    const reason = first?.kind === "invalid" ? first.reason : (last as InvalidTime).reason;
    return { kind: "invalid", text, reason };
  }
  // `Q1–Q2 2027` and `Mar 2027 – May`: the side without a year has the other's.
  const from = first ?? (last && isPartOfYear(left) ? end(`${left} ${yearText(last)}`) : undefined);
  const to = last ?? (first && isPartOfYear(right) ? end(`${right} ${yearText(first)}`) : undefined);
  if (from?.kind !== "interval" || to?.kind !== "interval") return undefined;
  if (from.start > to.end) {
    if (first === undefined || last === undefined) return undefined;
    return { kind: "invalid", text, reason: say`It ends before it starts.` };
  }
  return { kind: "interval", text, start: from.start, end: to.end, unit: "range", ends: [from, to] };
}

function isPartOfYear(side: string): boolean {
  return /^[qh]\d$/i.test(side) || monthNumber(side.toLowerCase().replace(/\.$/, "")) !== undefined;
}

function yearText({ start, fiscalYear }: Interval): string {
  return fiscalYear === undefined ? String(dateOf(start).year) : `fy${fiscalYear}`;
}

function readVersion(text: string, folded: string): VersionTime | undefined {
  const match = /^(v|version |release )? ?(\d{1,9}(?:\.\d{1,15})*)(?:-([a-z][\w.-]*))?$/.exec(folded);
  if (match === null || (match[1] === undefined && !match[2]!.includes("."))) return undefined;
  const numbers = match[2]!.split(".").map(Number);
  return match[3] === undefined
    ? { kind: "version", text, numbers }
    : { kind: "version", text, numbers, pre: match[3] };
}

/** `2027`, `27` and `'27`. */
function readYear(digits: string): number {
  return digits.length === 4 ? Number(digits) : 2000 + Number(digits.replace("'", ""));
}

/** Years far from ours are somebody's number, not a plan. */
function isPlanYear(year: number): boolean {
  return year >= 1900 && year < 2200;
}

function day(text: string, year: number, monthOfYear: number, dayOfMonth: number): Read | undefined {
  if (!isPlanYear(year)) return undefined;
  if (monthOfYear < 1 || monthOfYear > 12) return impossible(text, say`There is no month ${monthOfYear}.`);
  if (!isDate(year, monthOfYear, dayOfMonth)) {
    const length = daysInMonth(year, monthOfYear);
    return impossible(text, say`${year}-${String(monthOfYear).padStart(2, "0")} has ${length} days.`);
  }
  const value = dayOf(year, monthOfYear, dayOfMonth);
  return { kind: "interval", text, start: value, end: value, unit: "day" };
}

function month(text: string, year: number, number: number): Read | undefined {
  if (!isPlanYear(year)) return undefined;
  if (number < 1 || number > 12) return impossible(text, say`There is no month ${number}.`);
  return months(text, "month", year, number, 1);
}

function part(
  text: string,
  year: number,
  letter: "q" | "h",
  number: number,
  isFiscal: boolean,
  calendar: ReadingCalendar,
): Read | undefined {
  if (!isPlanYear(year)) return undefined;
  const [unit, count] = letter === "q" ? (["quarter", 4] as const) : (["half", 2] as const);
  if (number < 1 || number > count)
    return impossible(text, unit === "half" ? say`A year has 2 halves.` : say`A year has 4 quarters.`);
  const length = 12 / count;
  const first = (isFiscal ? fiscalOffset(calendar) : 1) + (number - 1) * length;
  const interval = months(text, unit, year, first, length);
  return interval && { ...interval, part: number, ...(isFiscal ? { fiscalYear: year } : undefined) };
}

function fiscal(text: string, year: number, calendar: ReadingCalendar): Interval | undefined {
  const interval = months(text, "year", year, fiscalOffset(calendar), 12);
  return interval && { ...interval, fiscalYear: year };
}

/** The first month of a fiscal year, counted from the January of the year it ends in: -10 for February of the year before. */
function fiscalOffset({ fiscalYearStart = 1 }: ReadingCalendar): number {
  return fiscalYearStart === 1 ? 1 : fiscalYearStart - 12;
}

/** `count` months from month `first` of `year`, where 0 is the December before it. */
function months(
  text: string,
  unit: Interval["unit"],
  year: number,
  first: number,
  count: number,
): Interval | undefined {
  if (!isPlanYear(year)) return undefined;
  const last = first + count;
  return { kind: "interval", text, start: firstDay(year, first), end: firstDay(year, last) - 1, unit };
}

function firstDay(year: number, monthFromJanuary: number): number {
  const index = year * 12 + monthFromJanuary - 1;
  return dayOf(Math.floor(index / 12), (index % 12) + 1, 1);
}

function impossible(text: string, reason: Words): InvalidTime {
  return { kind: "invalid", text, reason };
}
