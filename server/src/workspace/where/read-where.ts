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
import type { Condition, ConditionValue, FieldCondition, WhereProblem } from "./condition.ts";
import { parseWhere } from "./parse-where.ts";
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
  const tests: Test[] = [];
  for (const condition of conditions) {
    const test =
      condition.type === "word"
        ? wordTest(condition.value.text, query)
        : fieldTest(condition, query, sources, problems);
    if (test === undefined) continue;
    const isNot = condition.negated !== (condition.type === "field" && condition.sign === "!=");
    tests.push(isNot ? (found) => !test(found) : test);
  }
  return {
    conditions,
    problems: problems.sort((a, b) => a.span.start - b.span.start),
    isEmpty: tests.length === 0,
    asksProblems: conditions.some(
      (one) =>
        one.type === "field" &&
        asksProblems(
          canonicalName(one.field.text),
          one.values.map(({ text }) => text),
        ),
    ),
    matches: (found) => tests.every((test) => test(found)),
  };
}

function fieldTest(
  condition: FieldCondition,
  query: Query,
  sources: WhereSources,
  problems: WhereProblem[],
): Test | undefined {
  const name = canonicalName(condition.field.text);
  const sign = condition.sign === "!=" ? "=" : condition.sign;
  const subject = subjectOf(name, query);
  if (!("make" in subject)) {
    problems.push(problem(condition.field.span, subject));
    return undefined;
  }
  const tests = condition.values.flatMap(({ text, span }: ConditionValue): readonly Test[] => {
    const made = subject.make({ query, sources, name, sign, value: text });
    if (typeof made === "function") return [made];
    problems.push(problem(span, made));
    return [];
  });
  if (tests.length === 0) return undefined;
  return tests.length === 1 ? tests[0] : (found) => tests.some((test) => test(found));
}

function problem(span: Span, { message, meant }: Slip): WhereProblem {
  return { span, message, meant };
}

/** What stands before a sign: what it makes of a value. */
interface Subject {
  make(ask: SpecialAsk): Test | Slip;
}

function subjectOf(name: string, query: Query): Subject | Slip {
  const special = specials.get(name);
  if (special !== undefined) return { make: special };
  const { schema } = query.config;
  const byKind = fieldsNamed(schema, name);
  if (byKind.size > 0) return { make: (ask) => ofKinds(ask, byKind) };
  if (isExtra(name, query)) return { make: (ask) => extraTest(ask) };
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
