import { say } from "../../base/say.ts";
import type { Span } from "../../base/span.ts";
import { type Slip, slip } from "../../model/config-problem.ts";
import { fieldsNamed } from "../../model/fields-named.ts";
import type { FieldDefinition, FieldType } from "../../model/kinds.ts";
import { canonicalName } from "../../model/schema.ts";
import type { Found, Query } from "../query.ts";
import type { Ask, Made, WhereSources } from "./ask.ts";
import { askAmount } from "./ask-amount.ts";
import { askLink } from "./ask-link.ts";
import { askPerson } from "./ask-person.ts";
import { asksProblems, noSuchField, type SpecialAsk, specials } from "./ask-special.ts";
import { askText } from "./ask-text.ts";
import { askTime } from "./ask-time.ts";
import { askBoolean, askEnum, askHealth, askStatus } from "./ask-words.ts";
import type { Condition, ConditionValue, WhereProblem } from "./condition.ts";
import { parseWhere } from "./parse-where.ts";
import { remembered } from "./remembered.ts";
import { wordTest } from "./words.ts";

export interface WhereReading {
  readonly conditions: readonly Condition[];
  /** By place. What has a problem is left out of `matches`. */
  readonly problems: readonly WhereProblem[];
  /** There is nothing that could be asked: everything matches. */
  readonly isEmpty: boolean;
  /** The answer may differ when problems are found or go, though the plan is the same. */
  readonly asksProblems: boolean;
  matches(found: Found): boolean;
}

type Test = (found: Found) => boolean;

/**
 * What a query asks of the items of a project, in the words of its configuration. Never throws; what it costs grows with the
 * length of the text for each item.
 */
export function readWhere(text: string, query: Query, sources: WhereSources = {}): WhereReading {
  const { conditions, problems: flaws } = parseWhere(text);
  const problems = [...flaws];
  const parts = conditions.flatMap((condition) => partOf(condition, query, sources, problems) ?? []);
  // Most say no by what is quickest to know.
  const near = parts.filter(({ isOwn }) => isOwn);
  const isMeant = all(near.map(({ test }) => test));
  const own = near.length === 0 ? isMeant : remembered(near.map(({ key }) => key).join("\n"), isMeant, query);
  const far = all(parts.filter(({ isOwn }) => !isOwn).map(({ test }) => test));
  return {
    conditions,
    problems: problems.sort((a, b) => a.span.start - b.span.start),
    isEmpty: parts.length === 0,
    asksProblems: conditions.some(
      (one) =>
        one.type === "field" &&
        asksProblems(
          canonicalName(one.field.text),
          one.values.map(({ text }) => text),
        ),
    ),
    matches: (found) => own(found) && far(found),
  };
}

function all(tests: readonly Test[]): Test {
  return tests.length === 1 ? tests[0]! : (found) => tests.every((test) => test(found));
}

/** A condition as a test. */
interface Part {
  readonly test: Test;
  /** The item's own file decides it. */
  readonly isOwn: boolean;
  /** What is asked, with all that can be meant. */
  readonly key: string;
}

function partOf(condition: Condition, query: Query, sources: WhereSources, problems: WhereProblem[]): Part | undefined {
  if (condition.type === "word") {
    const { text } = condition.value;
    return turned(condition.negated, { test: wordTest(text, query), isOwn: true, key: JSON.stringify(text) });
  }
  const name = canonicalName(condition.field.text);
  const isNot = condition.sign === "!=";
  const sign = condition.sign === "!=" ? "=" : condition.sign;
  const subject = subjectOf(name, query);
  if (!("make" in subject)) {
    problems.push(problem(condition.field.span, subject));
    return undefined;
  }
  const meant: string[] = [];
  const tests = condition.values.flatMap(({ text, span }: ConditionValue): readonly Test[] => {
    const made = subject.make({ query, sources, name, sign, value: text });
    if (typeof made !== "function") problems.push(problem(span, made));
    else meant.push(text);
    return typeof made === "function" ? [made] : [];
  });
  if (tests.length === 0) return undefined;
  const test: Test = tests.length === 1 ? tests[0]! : (found) => tests.some((one) => one(found));
  const key = JSON.stringify([name, sign, ...meant]);
  return turned(condition.negated !== isNot, { test, isOwn: subject.isOwn, key });
}

function turned(isNot: boolean, part: Part): Part {
  const { test, isOwn, key } = part;
  return isNot ? { test: (found) => !test(found), isOwn, key: `-${key}` } : part;
}

function problem(span: Span, { message, meant }: Slip): WhereProblem {
  return { span, message, meant };
}

/** What stands before a sign: what it makes of a value. */
interface Subject {
  /** An item's own file decides it, and neither links nor problems do. */
  readonly isOwn: boolean;
  make(ask: SpecialAsk): Test | Slip;
}

function subjectOf(name: string, query: Query): Subject | Slip {
  const special = specials.get(name);
  if (special !== undefined) return { isOwn: name !== "has" && name !== "no", make: special };
  const { schema } = query.config;
  const byKind = fieldsNamed(schema, name);
  if (byKind.size > 0) {
    const isOwn = [...byKind.values()].every(({ type }) => type !== "link" && type !== "health");
    return { isOwn, make: (ask) => ofKinds(ask, byKind) };
  }
  if (isExtra(name, query)) return { isOwn: true, make: extraTest };
  return noSuchField(name, schema, specials.keys());
}

/** A name may mean fields of several types: `target` is a time, and what a KPI is to reach. */
function ofKinds(ask: SpecialAsk, byKind: ReadonlyMap<string, FieldDefinition>): Test | Slip {
  const all = new Set(byKind.values());
  const made = new Map<FieldType, Made>();
  for (const type of new Set([...all].map((field) => field.type))) {
    made.set(type, askTypes[type]({ ...ask, fields: [...all].filter((field) => field.type === type) }));
  }
  const slips = [...made.values()].filter((one) => typeof one !== "function");
  if (slips.length === made.size) return slips[0]!;
  return (found) => {
    const field = byKind.get(found.item.kind);
    const test = field && made.get(field.type);
    return typeof test === "function" && test(found, field!);
  };
}

const askTypes: Readonly<Record<FieldType, (ask: Ask) => Made>> = {
  ...{ text: askText, url: askText, person: askPerson, status: askStatus, health: askHealth, enum: askEnum },
  ...{ number: askAmount, measure: askAmount, date: askTime, timeframe: askTime, link: askLink, boolean: askBoolean },
  measurements: ({ name }) => slip(say`Only \`has:${name}\` and \`no:${name}\` can be asked.`, undefined),
};

/** A key that is no field of any kind, but that documents have. */
function isExtra(name: string, query: Query): boolean {
  return query.items().some(({ item }) => item.extras.some((extra) => canonicalName(extra.name) === name));
}

function extraTest({ name, value, sign }: SpecialAsk): Test {
  const wanted = value.toLowerCase();
  return ({ item }) =>
    item.extras.some((extra) => {
      if (canonicalName(extra.name) !== name) return false;
      const text = extra.text.trim().toLowerCase();
      return sign === ":" ? text.includes(wanted) : text === wanted;
    });
}
