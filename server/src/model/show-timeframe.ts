import { type Day, dateOf, writeDay } from "../base/day.ts";
import { Phrase, say, type Words } from "../base/say.ts";
import { monthNames } from "./months.ts";
import type { Interval, Quarter, Timeframe } from "./timeframe.ts";

/** For messages and lists: "Q1 2027", "March 2027", "30 November 2026", "FY27 Q1", "Q4 2026 – Q1 2027", "now", "v1.10", "Aurora". */
export function showTimeframe(timeframe: Timeframe): Words {
  return timeframe.kind === "interval" ? showInterval(timeframe) : asWritten(timeframe);
}

/** For a screen reader: "first quarter 2027", "second half of fiscal year 2027", "version 1.10". */
export function speakTimeframe(timeframe: Timeframe): Words {
  if (timeframe.kind === "interval") return speakInterval(timeframe);
  if (timeframe.kind === "version") {
    const { numbers, pre } = timeframe;
    return say`version ${pre === undefined ? numbers.join(".") : `${numbers.join(".")} ${pre}`}`;
  }
  return asWritten(timeframe);
}

/** The one way in which we write it into documents: "2027-Q1", "2027-03", "FY27-Q1", "2026-Q4..2027-Q1". Reads back as the same time. */
export function writeTimeframe(timeframe: Timeframe): string {
  return timeframe.kind === "interval" ? writeInterval(timeframe) : asWritten(timeframe);
}

/** "Q1 2027". */
export function showQuarter({ year, quarter }: Quarter): string {
  return `Q${quarter} ${year}`;
}

/** "30 November 2026". */
export function showDay(day: Day): Words {
  const { year, month, day: number } = dateOf(day);
  return new Phrase(dayForms[month - 1]!, [String(number), String(year)]);
}

function asWritten(timeframe: Exclude<Timeframe, Interval>): string {
  return timeframe.kind === "lane" ? timeframe.lane : timeframe.text.trim();
}

function showInterval(interval: Interval): Words {
  const { release, ends, unit, start, fiscalYear, part } = interval;
  if (release !== undefined) return release;
  if (ends !== undefined) return say`${showInterval(ends[0])} – ${showInterval(ends[1])}`;
  const { year, month } = dateOf(start);
  const letter = unit === "half" ? "H" : "Q";
  if (fiscalYear !== undefined) return part === undefined ? fy(fiscalYear) : `${fy(fiscalYear)} ${letter}${part}`;
  if (part !== undefined) return `${letter}${part} ${year}`;
  if (unit === "day") return showDay(start);
  return unit === "month" ? new Phrase(monthForms[month - 1]!, [String(year)]) : String(year);
}

function speakInterval(interval: Interval): Words {
  const { release, ends, unit, start, fiscalYear, part } = interval;
  if (release !== undefined) return release;
  if (ends !== undefined) return say`from ${speakInterval(ends[0])} to ${speakInterval(ends[1])}`;
  if (part === undefined) return fiscalYear === undefined ? showInterval(interval) : say`fiscal year ${fiscalYear}`;
  const forms = unit === "half" ? halfForms : quarterForms;
  const year = fiscalYear === undefined ? String(dateOf(start).year) : say`of fiscal year ${fiscalYear}`;
  return new Phrase(forms[part - 1]!, [year]);
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

const quarterForms = ["first quarter {0}", "second quarter {0}", "third quarter {0}", "fourth quarter {0}"];
const halfForms = ["first half {0}", "second half {0}"];
const monthForms = monthNames.map((name) => `${name} {0}`);
const dayForms = monthNames.map((name) => `{0} ${name} {1}`);

export const timeForms: readonly string[] = [...quarterForms, ...halfForms, ...monthForms, ...dayForms];
