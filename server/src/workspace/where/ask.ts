import type { Slip } from "../../model/config-problem.ts";
import { fieldsNamed } from "../../model/fields-named.ts";
import type { FieldDefinition } from "../../model/kinds.ts";
import { fieldOf } from "../plan.ts";
import type { Found, Query } from "../query.ts";
import type { Sign } from "./condition.ts";

/** What a query wants to know beyond the plan. */
export interface WhereSources {
  /** The levels of an item's problems, for `has:problem`; without it nothing has any. */
  readonly levelsOf?: (found: Found) => readonly ("error" | "warning" | "information")[];
}

/** One value of a condition that is to be asked of items. */
export interface Ask {
  readonly query: Query;
  readonly sources: WhereSources;
  /** The field, canonical. */
  readonly name: string;
  /** `a!=b` is `-a=b`. */
  readonly sign: Exclude<Sign, "!=">;
  readonly value: string;
  /** What the name stands for, in all kinds in which it has this type. */
  readonly fields: readonly FieldDefinition[];
}

/** Whether an item meets it, under the field that the name is in its kind; or why nothing can. */
export type Made = ((found: Found, field: FieldDefinition) => boolean) | Slip;

/** The values of a field that is given, as written; the words of the document for its id and its title. */
export function textsOf(found: Found, name: string): readonly string[] {
  const { item } = found;
  if (name === "id") return item.id === undefined || item.id === item.key ? [item.key] : [item.key, item.id];
  if (name === "title") return [item.title];
  const field = fieldOf(found, name);
  return field?.state === "given" ? field.values.map(({ text }) => text) : none;
}

const none: readonly string[] = [];

/** What stands in a field anywhere in the plan, each text once. */
export function usedTexts({ query, name, fields }: Pick<Ask, "query" | "name" | "fields">): readonly string[] {
  const all = fieldsNamed(query.config.schema, name);
  const used = new Set<string>();
  for (const found of query.items()) {
    const field = all.get(found.item.kind);
    if (field === undefined || !fields.includes(field)) continue;
    for (const text of textsOf(found, field.name)) if (text.length <= longest) used.add(text.trim());
  }
  return [...used];
}

/** A longer text is no word that somebody meant. */
const longest = 60;

/** Whether two that differ so much stand as a sign says. */
export function holds(sign: Ask["sign"], difference: number): boolean {
  switch (sign) {
    case "<":
      return difference < 0;
    case "<=":
      return difference <= 0;
    case ">":
      return difference > 0;
    case ">=":
      return difference >= 0;
    default:
      return difference === 0;
  }
}

export function isOrdering(sign: Sign): boolean {
  return sign.startsWith("<") || sign.startsWith(">");
}
