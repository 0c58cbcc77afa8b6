import { type Day, dateOf, writeDay } from "../base/day.ts";
import { monthNames } from "./months.ts";
import type { Interval, Quarter, Timeframe } from "./timeframe.ts";

/** For messages and lists: "Q1 2027", "March 2027", "30 November 2026", "FY27 Q1", "Q4 2026 – Q1 2027", "now", "v1.10", "Aurora". */
export function showTimeframe(timeframe: Timeframe): string {
  if (timeframe.kind === "interval") return showInterval(timeframe);
  return timeframe.kind === "lane" ? timeframe.lane : timeframe.text.trim();
}

/** For a screen reader: "first quarter 2027", "second half of fiscal year 2027", "version 1.10". */
export function speakTimeframe(timeframe: Timeframe): string {
  if (timeframe.kind === "interval") return speakInterval(timeframe);
  if (timeframe.kind === "version") {
    return `version ${timeframe.numbers.join(".")}${timeframe.pre === undefined ? "" : ` ${timeframe.pre}`}`;
  }
  return showTimeframe(timeframe);
}

/** The one way in which we write it into documents: "2027-Q1", "2027-03", "FY27-Q1", "2026-Q4..2027-Q1". Reads back as the same time. */
export function writeTimeframe(timeframe: Timeframe): string {
  return timeframe.kind === "interval" ? writeInterval(timeframe) : showTimeframe(timeframe);
}

/** "Q1 2027". */
export function showQuarter({ year, quarter }: Quarter): string {
  return `Q${quarter} ${year}`;
}

/** "30 November 2026". */
export function showDay(day: Day): string {
  const date = dateOf(day);
  return `${date.day} ${monthNames[date.month - 1]} ${date.year}`;
}

function showInterval(interval: Interval): string {
  const { release, ends, unit, start, fiscalYear, part } = interval;
  if (release !== undefined) return release;
  if (ends !== undefined) return `${showInterval(ends[0])} – ${showInterval(ends[1])}`;
  const { year, month } = dateOf(start);
  const letter = unit === "half" ? "H" : "Q";
  if (fiscalYear !== undefined) return part === undefined ? fy(fiscalYear) : `${fy(fiscalYear)} ${letter}${part}`;
  if (part !== undefined) return `${letter}${part} ${year}`;
  if (unit === "day") return showDay(start);
  return unit === "month" ? `${monthNames[month - 1]} ${year}` : String(year);
}

function speakInterval(interval: Interval): string {
  const { release, ends, unit, start, fiscalYear, part } = interval;
  if (release !== undefined) return release;
  if (ends !== undefined) return `from ${speakInterval(ends[0])} to ${speakInterval(ends[1])}`;
  const name = part === undefined ? undefined : `${ordinals[part - 1]} ${unit}`;
  if (fiscalYear !== undefined) return `${name === undefined ? "" : `${name} of `}fiscal year ${fiscalYear}`;
  return name === undefined ? showInterval(interval) : `${name} ${dateOf(start).year}`;
}

function writeInterval(interval: Interval): string {
  const { release, ends, unit, start, fiscalYear, part } = interval;
  if (release !== undefined) return release;
  if (ends !== undefined) return `${writeInterval(ends[0])}..${writeInterval(ends[1])}`;
  const letter = unit === "half" ? "H" : "Q";
  const year = fiscalYear === undefined ? String(dateOf(start).year) : fy(fiscalYear);
  if (part !== undefined) return `${year}-${letter}${part}`;
  if (unit === "day") return writeDay(start);
  return unit === "month" ? writeDay(start).slice(0, 7) : year;
}

/** "FY27"; the whole year where two digits would mean another century. */
function fy(year: number): string {
  return year >= 2000 && year < 2100 ? `FY${String(year % 100).padStart(2, "0")}` : `FY${year}`;
}

const ordinals = ["first", "second", "third", "fourth"];
