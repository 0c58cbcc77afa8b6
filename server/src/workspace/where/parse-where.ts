import { say } from "../../base/say.ts";
import { type Span, span } from "../../base/span.ts";
import { type Condition, type ConditionValue, type Sign, signs, type WhereProblem } from "./condition.ts";

export interface ParsedWhere {
  readonly conditions: readonly Condition[];
  readonly problems: readonly WhereProblem[];
}

/**
 * Reads the text of a query, whatever it is; what fields and values there are is for others to say.
 *
 *     kind:feature owner:ana,bo timeframe<=2027-Q1 has:problem -status:done "one tap"
 */
export function parseWhere(text: string): ParsedWhere {
  if (text.length > longest) {
    const message = say`This is too long for a query: it may have ${longest} characters.`;
    return { conditions: [], problems: [{ span: span(0, text.length), message, meant: undefined }] };
  }
  const source: Source = { text, at: 0, problems: [] };
  const conditions: Condition[] = [];
  for (skipBlanks(source); source.at < text.length; skipBlanks(source)) {
    const condition = readCondition(source);
    if (condition !== undefined) conditions.push(condition);
  }
  return { conditions, problems: source.problems };
}

/** Nobody writes a longer one; each of its conditions is looked at for each item. */
const longest = 2000;

interface Source {
  readonly text: string;
  at: number;
  readonly problems: WhereProblem[];
}

function readCondition(source: Source): Condition | undefined {
  const start = source.at;
  const negated = source.text[start] === "-" && !isBlank(source.text[start + 1]);
  if (negated) source.at++;
  const from = source.at;
  const lone = signAt(source.text, from);
  if (lone !== undefined) {
    const whole = span(from, (source.at = endOfWord(source.text, from)));
    const message = say`Write the field, the sign and the value without blanks between them, as in \`timeframe<=2027-Q1\`. A text to search for that begins with ${lone} stands in quotes.`;
    return complain(source, whole, message);
  }
  const name = readName(source.text, from);
  const sign = name === "" ? undefined : signAt(source.text, from + name.length);
  if (sign === undefined) {
    const value = readQuoted(source) ?? readBare(source, isBlank);
    return value && { type: "word", negated, value, span: span(start, source.at) };
  }
  const field = { text: name, span: span(from, from + name.length) };
  source.at = field.span.end + sign.length;
  const values = readValues(source);
  if (values.length === 0) {
    const whole = span(field.span.start, source.at);
    return complain(source, whole, say`Say what ${name} is to be, as in \`${name}${sign}…\`.`);
  }
  return { type: "field", negated, field, sign, values, span: span(start, source.at) };
}

/** As far as commas reach. An empty place between them is one that is still being typed. */
function readValues(source: Source): readonly ConditionValue[] {
  const values: ConditionValue[] = [];
  for (;;) {
    const value = readQuoted(source) ?? readBare(source, (char) => char === "," || isBlank(char));
    if (value !== undefined) values.push(value);
    if (source.text[source.at] !== ",") return values;
    source.at++;
  }
}

function readBare(source: Source, ends: (char: string | undefined) => boolean): ConditionValue | undefined {
  const start = source.at;
  while (source.at < source.text.length && !ends(source.text[source.at])) source.at++;
  return source.at === start ? undefined : { text: source.text.slice(start, source.at), span: span(start, source.at) };
}

/** `"one \"tap\""`, `'Ana Li'`, `“Ana Li”`: a quote in the middle of a word is an apostrophe. */
function readQuoted(source: Source): ConditionValue | undefined {
  const { text, at: start } = source;
  const close = quotes.get(text[start] ?? "");
  if (close === undefined) return undefined;
  let value = "";
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === close) {
      source.at = at + 1;
      return value === "" ? undefined : { text: value, span: span(start, source.at) };
    }
    if (text[at] === "\\" && (text[at + 1] === "\\" || text[at + 1] === close)) at++;
    value += text[at];
  }
  source.at = text.length;
  return complain(source, span(start, text.length), say`This quote is not closed.`);
}

export const quotes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ["“", "”"],
  ["„", "“"],
]);

export function signAt(text: string, at: number): Sign | undefined {
  return signs.find((sign) => text.startsWith(sign, at));
}

/** Letters, digits, `-` and `_`. */
export function readName(text: string, from: number): string {
  let at = from;
  while (/[\p{L}\p{N}_-]/u.test(text[at] ?? "")) at++;
  return text.slice(from, at);
}

function skipBlanks(source: Source): void {
  while (source.at < source.text.length && isBlank(source.text[source.at])) source.at++;
}

function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBlank(text[at])) at++;
  return at;
}

export function isBlank(char: string | undefined): boolean {
  return char === undefined || /\s/.test(char);
}

function complain(source: Source, where: Span, message: WhereProblem["message"]): undefined {
  source.problems.push({ span: where, message, meant: undefined });
  return undefined;
}
