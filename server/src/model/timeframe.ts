import type { Day } from "../base/day.ts";
import { dateOf } from "../base/day.ts";
import { compareNatural } from "../base/natural.ts";
import type { Words } from "../base/say.ts";

/**
 * When something is to land. `text` is always what the author wrote.
 * Only calendar times compare with each other, lanes with lanes and versions with versions.
 */
export type Timeframe = Interval | LaneTime | VersionTime | InvalidTime | OtherTime;

/** A time on the calendar, from its first to its last day, both included: `2026-11-30`, `Q4 2026`, `2026-Q4..2027-Q1`. */
export interface Interval {
  readonly kind: "interval";
  readonly text: string;
  readonly start: Day;
  readonly end: Day;
  readonly unit: "day" | "month" | "quarter" | "half" | "year" | "range";
  /** The fiscal year that it belongs to, named by the year it ends in, where it was written as one: `FY27-Q1`. */
  readonly fiscalYear?: number;
  /** Which quarter or half of its year, from 1. */
  readonly part?: number;
  /** The release that has this time, as the configuration spells it. */
  readonly release?: string;
  /** The two ends of a range. */
  readonly ends?: readonly [Interval, Interval];
}

export interface LaneTime {
  readonly kind: "lane";
  readonly text: string;
  readonly lane: Lane;
}

export type Lane = (typeof lanes)[number];

export const lanes = ["now", "next", "later"] as const;

/** `v1.10`: `numbers` is [1, 10]; `pre` is what follows a hyphen, `beta.1`, and comes before the version itself. */
export interface VersionTime {
  readonly kind: "version";
  readonly text: string;
  readonly numbers: readonly number[];
  readonly pre?: string;
}

/** It is meant as a date, and no calendar has it: `2027-13`. */
export interface InvalidTime {
  readonly kind: "invalid";
  readonly text: string;
  /** A sentence for a person: "There is no month 13." */
  readonly reason: Words;
}

export interface OtherTime {
  readonly kind: "text";
  readonly text: string;
}

/** Whether `a` comes wholly after `b`: on the calendar, it starts after the other ends. False where they do not compare. */
export function isLater(a: Timeframe, b: Timeframe): boolean {
  if (a.kind === "interval" && b.kind === "interval") return a.start > b.end;
  if (a.kind === "lane" && b.kind === "lane") return lanes.indexOf(a.lane) > lanes.indexOf(b.lane);
  if (a.kind === "version" && b.kind === "version") return compareVersions(a, b) > 0;
  return false;
}

/** Whether its last day is before today; what is not on the calendar is never overdue. */
export function isOverdue(timeframe: Timeframe, today: Day): boolean {
  return timeframe.kind === "interval" && timeframe.end < today;
}

/** Order for lists: the calendar by when things land, then lanes, versions, other text, impossible dates. A total preorder. */
export function compareTimeframes(a: Timeframe, b: Timeframe): number {
  if (a.kind === "interval" && b.kind === "interval") return a.end - b.end || a.start - b.start;
  if (a.kind === "lane" && b.kind === "lane") return lanes.indexOf(a.lane) - lanes.indexOf(b.lane);
  if (a.kind === "version" && b.kind === "version") return compareVersions(a, b);
  if (a.kind === b.kind) return compareNatural(a.text, b.text);
  return kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind);
}

export interface Quarter {
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4;
}

/** The calendar quarter in which it lands, that is, ends: Q4 2026 for `2026-H2`. Undefined off the calendar. */
export function quarterOf(timeframe: Timeframe): Quarter | undefined {
  return timeframe.kind === "interval" ? quarterOfDay(timeframe.end) : undefined;
}

export function quarterOfDay(day: Day): Quarter {
  const { year, month } = dateOf(day);
  return { year, quarter: Math.ceil(month / 3) as Quarter["quarter"] };
}

const kindOrder = ["interval", "lane", "version", "text", "invalid"] as const;

function compareVersions(a: VersionTime, b: VersionTime): number {
  for (let i = 0; i < Math.max(a.numbers.length, b.numbers.length); i++) {
    const difference = (a.numbers[i] ?? 0) - (b.numbers[i] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.pre === undefined || b.pre === undefined) return Number(a.pre === undefined) - Number(b.pre === undefined);
  return compareNatural(a.pre.toLowerCase(), b.pre.toLowerCase());
}
