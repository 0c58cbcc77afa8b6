import type { Condition, Sign } from "./condition.ts";
import { isBlank, quotes, readName, signAt } from "./parse-where.ts";

/** The text of a query with these conditions, in its shortest form; reading it gives the same conditions. */
export function printWhere(conditions: readonly AnyCondition[]): string {
  return conditions.map(printCondition).join(" ");
}

/** A condition wherever it stands, or one that was made. */
export type AnyCondition = Bare<Condition>;

type Bare<T> = T extends { readonly type: "word" }
  ? { readonly type: "word"; readonly negated: boolean; readonly value: { readonly text: string } }
  : {
      readonly type: "field";
      readonly negated: boolean;
      readonly field: { readonly text: string };
      readonly sign: Sign;
      readonly values: readonly { readonly text: string }[];
    };

function printCondition(condition: AnyCondition): string {
  const minus = condition.negated ? "-" : "";
  if (condition.type === "word")
    return minus + (isBareWord(condition.value.text) ? condition.value.text : quoted(condition.value.text));
  const values = condition.values.map(({ text }) => (isBareValue(text) ? text : quoted(text)));
  return `${minus}${condition.field.text}${condition.sign}${values.join(",")}`;
}

function isBareWord(text: string): boolean {
  if (!isBare(text) || text.startsWith("-")) return false;
  return signAt(text, readName(text, 0).length) === undefined;
}

function isBareValue(text: string): boolean {
  return isBare(text) && !text.includes(",");
}

function isBare(text: string): boolean {
  return text !== "" && !quotes.has(text[0]!) && signAt(text, 0) === undefined && ![...text].some(isBlank);
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
