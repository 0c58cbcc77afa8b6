import { addMonths, type Day, dateOf, dayOf, readDay } from "../../base/day.ts";
import { say } from "../../base/say.ts";
import { slip } from "../../model/config-problem.ts";
import { readTimeframe } from "../../model/read-timeframe.ts";
import { canonicalName } from "../../model/schema.ts";
import { compareTimeframes, type Interval, quarterOfDay, type Timeframe } from "../../model/timeframe.ts";
import { itemFacts } from "../item-facts.ts";
import type { Found } from "../query.ts";
import { type Ask, holds, isOrdering, type Made, textsOf, usedTexts } from "./ask.ts";

/**
 * When something lands: its last day counts. `timeframe:2027` is all that lands in that year, `timeframe<=next-quarter` what
 * lands until then. Lanes compare with lanes, and versions with versions.
 */
export function askTime(ask: Ask): Made {
  const { query, sign, value, name } = ask;
  const wanted = relativeTime(value, query.today) ?? readTimeframe(value, query.config.calendar);
  const way = say`Write a day, a quarter, now, next or later, or a time such as \`this-quarter\`, \`next-month\` or \`today+30d\`.`;
  if (wanted.kind === "invalid") return slip(wanted.reason, undefined);
  if (wanted.kind === "text") {
    const isUsed = !isOrdering(sign) && usedTexts(ask).some((text) => isText(text, value));
    if (!isUsed) return slip(say`\`${value}\` is no time for ${name}.`, undefined, way);
    return (found, field) => textsOf(found, field.name).some((text) => isText(text, value));
  }
  const read = reader(query.config.calendar);
  const timeOf = (found: Found, field: string): Timeframe | undefined => {
    if (field === "timeframe") return itemFacts(query, found).timeframe;
    const [text] = textsOf(found, field);
    return text === undefined ? undefined : read(text);
  };
  return (found, field) => {
    const time = timeOf(found, field.name);
    return time !== undefined && compares(time, wanted, sign);
  };
}

function isText(text: string, value: string): boolean {
  return text.trim().toLowerCase() === value.trim().toLowerCase();
}

function reader(calendar: Parameters<typeof readTimeframe>[1]): (text: string) => Timeframe {
  const known = new Map<string, Timeframe>();
  return (text) => {
    let time = known.get(text);
    if (time === undefined) known.set(text, (time = readTimeframe(text, calendar)));
    return time;
  };
}

function compares(time: Timeframe, wanted: Timeframe, sign: Ask["sign"]): boolean {
  if (time.kind !== wanted.kind) return false;
  if (time.kind !== "interval" || wanted.kind !== "interval") return holds(sign, compareTimeframes(time, wanted));
  const { end } = time;
  if (sign === "<") return end < wanted.start;
  if (sign === "<=") return end <= wanted.end;
  if (sign === ">") return end > wanted.end;
  return end >= wanted.start && (sign === ">=" || end <= wanted.end);
}

/** `today`, `tomorrow`, `last-week`, `this-quarter`, `next-year`, `today+30d`, `today-2w`: by the calendar, weeks from Monday. */
function relativeTime(written: string, today: string): Interval | undefined {
  const day = readDay(today);
  if (day === undefined || written.length > 30) return undefined;
  const word = canonicalName(written.trim());
  const shifted = /^today([+-])(\d{1,4})([dwmqy])$/.exec(word);
  if (shifted !== null) {
    const count = Number(shifted[2]) * (shifted[1] === "-" ? -1 : 1);
    const to = shift(day, count, shifted[3]!);
    return interval(written, to, to);
  }
  const [which = "", unit = ""] = word.split("-");
  if (unit === "") {
    const days = ["yesterday", "today", "tomorrow"].indexOf(which) - 1;
    return days < -1 ? undefined : interval(written, day + days, day + days);
  }
  const step = ["last", "this", "next"].indexOf(which) - 1;
  if (step < -1 || word !== `${which}-${unit}`) return undefined;
  return stretch(written, unit, day, step);
}

function stretch(text: string, unit: string, day: Day, step: number): Interval | undefined {
  const { year, month } = dateOf(day);
  const months = monthsOf[unit];
  if (unit === "week") {
    // The first day of 1970 was a Thursday.
    const monday = day - ((((day + 3) % 7) + 7) % 7) + 7 * step;
    return interval(text, monday, monday + 6);
  }
  if (months === undefined) return undefined;
  const first = unit === "quarter" ? (quarterOfDay(day).quarter - 1) * 3 + 1 : month - ((month - 1) % months);
  const start = addMonths(dayOf(year, first, 1), months * step);
  return interval(text, start, addMonths(start, months) - 1);
}

const monthsOf: Readonly<Record<string, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

function shift(day: Day, count: number, unit: string): Day {
  if (unit === "d") return day + count;
  if (unit === "w") return day + 7 * count;
  return addMonths(day, count * (unit === "m" ? 1 : unit === "q" ? 3 : 12));
}

function interval(text: string, start: Day, end: Day): Interval {
  return { kind: "interval", text, start, end, unit: start === end ? "day" : "range" };
}
