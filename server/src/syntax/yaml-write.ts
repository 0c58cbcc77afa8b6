import { type QuoteStyle, yamlScalar } from "./yaml-quote.ts";

/** What can be written into a block: texts, lists of them, and fields by name. */
export type YamlValue = string | readonly YamlValue[] | { readonly [name: string]: YamlValue };

export interface WriteStyle extends QuoteStyle {
  /** Columns before the name that the value belongs to, or before the dash of its list. */
  readonly indent: number;
  readonly newline: "\n" | "\r\n";
  /** Lists start in the column of their name: `goals:`, and below it `- GOAL-1`. */
  readonly flatLists?: boolean;
}

/**
 * A field as it is written: lists as block lists, because Markdown's own tools stumble over brackets.
 *
 *     goals:
 *       - GOAL-1
 *       - GOAL-2
 */
export function writeField(name: string, value: YamlValue, style: WriteStyle): string {
  return `${yamlScalar(name, style)}:${writeBehindColon(value, style)}`;
}

/** What stands behind the colon of a field, with the blank or line break in front of it. */
export function writeBehindColon(value: YamlValue, style: WriteStyle): string {
  if (typeof value === "string") return ` ${yamlScalar(value, style)}`;
  if (style.flow || isEmpty(value)) return ` ${writeFlow(value, style)}`;
  const indent = isList(value) && style.flatLists ? style.indent : style.indent + 2;
  const inner = { ...style, indent };
  return lines(value, inner)
    .map((line) => style.newline + " ".repeat(indent) + line)
    .join("");
}

/** An entry of a block list with its dash. */
export function writeItem(value: YamlValue, style: WriteStyle): string {
  if (typeof value === "string") return `- ${yamlScalar(value, style)}`;
  if (isEmpty(value)) return `- ${writeFlow(value, style)}`;
  const indent = style.indent + 2;
  return `- ${lines(value, { ...style, indent }).join(style.newline + " ".repeat(indent))}`;
}

/** In brackets on one line, for where blocks cannot stand. */
export function writeFlow(value: YamlValue, style: QuoteStyle): string {
  const inner = { ...style, flow: true };
  if (typeof value === "string") return yamlScalar(value, inner);
  if (isList(value)) return `[${value.map((item) => writeFlow(item, inner)).join(", ")}]`;
  const fields = Object.entries(value).map(([name, field]) => `${yamlScalar(name, inner)}: ${writeFlow(field, inner)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

/** One text per entry or field; those of several lines are indented from their second line on. */
function lines(value: Exclude<YamlValue, string>, style: WriteStyle): string[] {
  if (isList(value)) return value.map((item) => writeItem(item, style));
  return Object.entries(value).map(([name, field]) => writeField(name, field, style));
}

function isList(value: Exclude<YamlValue, string>): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function isEmpty(value: Exclude<YamlValue, string>): boolean {
  return isList(value) ? value.length === 0 : Object.keys(value).length === 0;
}
