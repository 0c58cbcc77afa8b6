import { daysInMonth, readDay } from "../base/day.ts";
import { memo } from "../base/memo.ts";
import { nearest } from "../base/nearest.ts";
import { remember } from "../base/remember.ts";
import { say } from "../base/say.ts";
import type { Config } from "../model/config.ts";
import { isNotGiven, noneOnPurpose } from "../model/given.ts";
import { readHealth } from "../model/health.ts";
import type { FieldDefinition, FieldType } from "../model/kinds.ts";
import { readMeasure } from "../model/measure.ts";
import { readDate, readTimeframe } from "../model/read-timeframe.ts";
import type { SchemaKind } from "../model/schema.ts";
import type { FieldValue, Item, LinkValue } from "../model/summary.ts";
import type { Finding, Rule } from "./rule.ts";

/** A value that is not of the sort its field asks for: impossible dates are errors, other texts are information. */
export const invalidValue: Rule = {
  id: "invalid-value",
  title: "A value of the wrong sort",
  group: "text",
  level: "error",
  fixable: true,
  check(file, query, report) {
    const { config } = query;
    let item: Item;
    let names: SchemaKind["fieldNames"] | undefined;
    const look = (value: FieldValue, name: string): void => {
      const definition = names?.get(name);
      if (definition === undefined || isSoundField(value, definition, config)) return;
      for (const finding of findingsIn(value, definition, config)) report({ fixable: false, ...finding, item });
      for (const finding of findingsOnLinks(value, definition, config)) report({ fixable: false, ...finding, item });
    };
    for (item of file.items) {
      names = config.schema.kinds.get(item.kind)?.fieldNames;
      item.fields.forEach(look);
    }
  },
};

type Part = Pick<Finding, "entry" | "message" | "level" | "data" | "fixable">;

/** Nearly all are, so that nothing is made for them. */
function isSoundField(value: FieldValue, definition: FieldDefinition, config: Config): boolean {
  if (value.misfit !== undefined || (value.links.length > 0 && value.links.some(carriesValues))) return false;
  if (definition.type === "measurements") return value.measurements.length === 0;
  if (anyTexts.has(definition.type)) return true;
  const isSound = soundness(definition)(config);
  for (const { text } of value.values) if (!isSound(text)) return false;
  return true;
}

function carriesValues({ values }: LinkValue): boolean {
  return values.size > 0;
}

function findingsIn(value: FieldValue, definition: FieldDefinition, config: Config): readonly Part[] {
  if (value.misfit !== undefined) return [misfit(value)];
  if (definition.type === "measurements") return value.measurements.flatMap(measured);
  if (anyTexts.has(definition.type)) return [];
  const isSound = soundness(definition)(config);
  return value.values.flatMap(({ text, entry }) => {
    const said = isSound(text) ? undefined : sentence(text, value.written, definition, config);
    return said === undefined ? [] : [{ entry, ...said }];
  });
}

/** Types of which every text is one. */
const anyTexts: ReadonlySet<string> = new Set<FieldType>(["text", "person", "status", "link", "url", "boolean"]);

/** Whether a text is of the sort that a field asks for, kept because few texts stand in thousands of fields. */
const soundness = memo((definition: FieldDefinition) =>
  memo((config: Config) => remember((text) => sentence(text, "", definition, config) === undefined)),
);

/** The values that links carry: a key result's target and its time. */
function findingsOnLinks(value: FieldValue, { to }: FieldDefinition, config: Config): readonly Part[] {
  const names = config.schema.kinds.get(to[0] ?? "")?.fieldNames;
  return value.links.flatMap(({ values }) =>
    [...values].flatMap(([name, { text, entry }]) => {
      const definition = names?.get(name);
      if (definition === undefined || isNotGiven(text) || noneOnPurpose(text) !== undefined) return [];
      const said = sentence(text, name, definition, config);
      return said === undefined ? [] : [{ entry, ...said }];
    }),
  );
}

function misfit({ misfit: shape, entry, written }: FieldValue): Part {
  const message =
    shape === "map"
      ? say`“${written}” takes one value, and here are fields of its own. Write a single value.`
      : say`“${written}” takes one value, and here are several values. Write a single value.`;
  return { entry, message, level: "error" };
}

function measured({ date, value }: FieldValue["measurements"][number]): readonly Part[] {
  const parts: Part[] = [];
  const read = readDate(date.text);
  if (read === undefined || read.kind === "invalid" || readDay(date.text) === undefined) {
    const reason = read?.kind === "invalid" ? read.reason : say`A measurement needs its day.`;
    parts.push({
      entry: date.entry,
      message: say`“${date.text}” is no date: ${reason} Write it like 2026-11-30.`,
      level: "error",
    });
  }
  if (readMeasure(value.text) === undefined) parts.push({ entry: value.entry, ...noMeasure(value.text) });
  return parts;
}

function sentence(
  text: string,
  written: string,
  definition: FieldDefinition,
  config: Config,
): Omit<Part, "entry"> | undefined {
  switch (definition.type) {
    case "timeframe": {
      const time = readTimeframe(text, config.calendar);
      if (time.kind === "invalid")
        return { message: say`“${text}” is no time: ${time.reason}`, level: "error", ...meantBy(lastDay(text)) };
      if (time.kind !== "text") return undefined;
      const message = say`“${text}” is no time we can place, so it stands under Unscheduled. Write a date, a quarter such as 2027-Q1, or now, next or later.`;
      return { message, level: "information" };
    }
    case "date": {
      const date = readDate(text);
      if (date?.kind === "invalid")
        return { message: say`“${text}” is no date: ${date.reason}`, level: "error", ...meantBy(lastDay(text)) };
      if (date !== undefined) return undefined;
      return { message: say`“${text}” is no date we can read. Write it like 2026-11-30.`, level: "information" };
    }
    case "measure":
      return readMeasure(text) === undefined ? noMeasure(text) : undefined;
    case "number":
      if (text.trim() !== "" && Number.isFinite(Number(text))) return undefined;
      return {
        message: say`“${text}” is no number, which “${written}” asks for.`,
        level: "information",
        ...meantBy(bareNumber(text)),
      };
    case "health":
      if (readHealth(text) !== undefined) return undefined;
      return {
        message: say`“${text}” says no health: write on track, at risk or off track, and the reason behind a colon.`,
        level: "information",
        ...meantBy(nearest(text.toLowerCase(), healths)),
      };
    case "enum":
      if (definition.values.some((value) => value.toLowerCase() === text.trim().toLowerCase())) return undefined;
      return {
        message: say`“${text}” is none of what “${written}” may be: ${definition.values.join(", ")}.`,
        level: "warning",
        ...meantBy(nearest(text.toLowerCase(), definition.values)),
      };
    default:
      return undefined;
  }
}

function noMeasure(text: string): Omit<Part, "entry"> {
  return { message: say`“${text}” is no figure we can read, so it is shown and not compared.`, level: "information" };
}

const healths = ["on track", "at risk", "off track"];

function meantBy(replacement: string | undefined): Pick<Finding, "data" | "fixable"> {
  return replacement === undefined ? {} : { fixable: true, data: { replacement } };
}

/** `1,200` and `1 200` are 1200. */
function bareNumber(text: string): string | undefined {
  return /^\d{1,3}(?:[, ]\d{3})+$/.test(text.trim()) ? text.replace(/[, ]/g, "") : undefined;
}

/** The end of a month was meant by a day that it does not have: `2027-02-30`. */
function lastDay(text: string): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  const [year, month, day] = (match ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12) return undefined;
  return day < 29 || day > 31 ? undefined : `${match![1]}-${match![2]}-${daysInMonth(year, month)}`;
}
