import { amountIn, sameUnit } from "./compare-measures.ts";
import type { Config, Person } from "./config.ts";
import { noneOnPurpose } from "./given.ts";
import { readHealth } from "./health.ts";
import type { FieldDefinition } from "./kinds.ts";
import { readMeasure } from "./measure.ts";
import { identify, type PersonName, readPeople } from "./person.ts";
import { foldStatus, plainStatus } from "./phase.ts";
import { readTimeframe } from "./read-timeframe.ts";
import type { FieldValue, Target } from "./summary.ts";
import { compareTimeframes, type Interval, type Timeframe } from "./timeframe.ts";

/**
 * Whether a second place says the same about a field as the one that counts. Both are taken for what they mean: `ana` and
 * `Ana Li`, `2027-Q1` and a day in it. What cannot be compared agrees, so that a disagreement is always one.
 */
export function agrees(
  { state, values, links }: FieldValue,
  said: SecondValue,
  definition: FieldDefinition,
  { people, calendar }: Pick<Config, "people" | "calendar">,
): boolean {
  const { text } = said;
  const isWord = definition.type === "status" || definition.type === "health";
  const isNone = !isWord && noneOnPurpose(text) !== undefined;
  if (state !== "given" || isNone) return isNone === (state === "none");
  // Several things in one line are nobody's value.
  if (/\*\*|[|·•]/.test(text)) return true;
  const first = values[0]?.text;
  if (definition.type === "link") {
    // Fewer of them is no other answer; one more counts nowhere.
    return links.length === 0 || said.targets.every((target) => links.some((link) => sameTarget(target, link.target)));
  }
  if (first === undefined) return true;
  switch (definition.type) {
    case "status":
      return sameWord(withoutNote(first), withoutNote(text));
    case "health":
      return sameWhereRead(readHealth(first)?.health, readHealth(text)?.health);
    case "person":
      return samePeople(
        values.flatMap((value) => readPeople(value.text)),
        readPeople(text),
        people,
      );
    case "date":
    case "timeframe":
      return sameTime(readTimeframe(first, calendar), readTimeframe(text, calendar));
    case "measure":
    case "number":
      return sameAmount(first, text);
    case "enum":
      return sameWord(first, text);
    case "text":
      return !names.has(definition.name) || values.some((value) => sameName(value.text, text));
    default:
      return true;
  }
}

/** What the second place says, and for a field of links what its parts lead to. */
export interface SecondValue {
  readonly text: string;
  readonly targets: readonly Target[];
}

/** Fields of text that name something; two wordings of prose are just that. */
const names = new Set(["id", "priority", "team", "sprint"]);

function withoutNote(status: string): string {
  return plainStatus(plainStatus(status).replace(/(?<!\s)\s*[([:;,–—].*$|(?<!\s)\s+-\s.*$/s, ""));
}

function sameWord(a: string, b: string): boolean {
  return foldStatus(a) === foldStatus(b);
}

/** `High` is in `High (P1)`; a word and a number are of two scales. */
function sameName(a: string, b: string): boolean {
  const [one, other] = [foldStatus(a), foldStatus(b)];
  return /\d/.test(one) !== /\d/.test(other) || one.includes(other) || other.includes(one);
}

function sameWhereRead(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/** One place may name more of them than the other. */
function samePeople(a: readonly PersonName[], b: readonly PersonName[], people: readonly Person[]): boolean {
  const isAmong = (person: PersonName, all: readonly PersonName[]): boolean =>
    all.some((other) => samePerson(person, other, people));
  return a.every((person) => isAmong(person, b)) || b.every((person) => isAmong(person, a));
}

/** A stranger's first name is as good as the whole one. */
function samePerson(a: PersonName, b: PersonName, people: readonly Person[]): boolean {
  const [one, other] = [identify(a, people), identify(b, people)];
  if (one.key === other.key) return true;
  if (one.person !== undefined && other.person !== undefined) return false;
  const [few, many] = [words(a), words(b)].sort((x, y) => x.length - y.length) as [string[], string[]];
  return few.length > 0 && few.every((word) => many.includes(word));
}

function words({ handle, name, email }: PersonName): string[] {
  const text = name ?? handle ?? email?.split("@")[0] ?? "";
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** A day in a quarter says the same, only closer. */
function sameTime(a: Timeframe, b: Timeframe): boolean {
  if (a.kind === "interval" && b.kind === "interval") return isWithin(a, b) || isWithin(b, a);
  if (a.kind === "lane" && b.kind === "lane") return a.lane === b.lane;
  if (a.kind === "version" && b.kind === "version") return compareTimeframes(a, b) === 0;
  return true;
}

function isWithin(inner: Interval, outer: Interval): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function sameAmount(a: string, b: string): boolean {
  const [one, other] = [readMeasure(a), readMeasure(b)];
  if (one === undefined || other === undefined || one.relative !== other.relative) return true;
  if (!sameUnit(one, other)) return false;
  if ((one.unit === "") !== (other.unit === "") && one.unit + other.unit === "%") return true;
  return (["up", "down"] as const).some((way) => amountIn(other, one.unit, way) === amountIn(one, one.unit, way));
}

/** An id and a path may well lead to the same. */
function sameTarget(a: Target, b: Target): boolean {
  if (a.type === "name" && b.type === "name") return a.name.toLowerCase() === b.name.toLowerCase();
  if (a.type === "path" && b.type === "path") return a.paths.some((path) => b.paths.includes(path));
  return true;
}
