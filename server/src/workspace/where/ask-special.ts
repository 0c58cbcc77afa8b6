import { compileGlob } from "../../base/glob.ts";
import { nearest } from "../../base/nearest.ts";
import { say } from "../../base/say.ts";
import { type Slip, slip } from "../../model/config-problem.ts";
import { fieldsNamed } from "../../model/fields-named.ts";
import { canonicalName, type Schema } from "../../model/schema.ts";
import type { Found } from "../query.ts";
import { type Ask, isOrdering } from "./ask.ts";
import { askKind, askPhase, noOrder } from "./ask-words.ts";
import { isPresent } from "./presence.ts";

/** What is asked of an item whatever its kind. */
export type SpecialAsk = Omit<Ask, "fields">;
type Special = (ask: SpecialAsk) => ((found: Found) => boolean) | Slip;

/** What can be asked of every item beside its fields. */
export const specials: ReadonlyMap<string, Special> = new Map([
  ["kind", askKind],
  ["type", askKind],
  ["phase", askPhase],
  ["file", askFile],
  ["has", (ask: SpecialAsk) => askPresence(ask, true)],
  ["no", (ask: SpecialAsk) => askPresence(ask, false)],
]);

/** Whether the answer may differ when problems are found or go, though the plan is the same. */
export function asksProblems(name: string, values: readonly string[]): boolean {
  return (name === "has" || name === "no") && values.some((value) => levels.has(canonicalName(value)));
}

export function noSuchField(name: string, schema: Schema, others: Iterable<string>): Slip {
  const fields = [...schema.kinds.values()].flatMap(({ fieldNames }) => [...fieldNames.keys()]);
  return slip(
    say`There is no field \`${name}\`.`,
    nearest(name, [...new Set([...others, ...fields])]),
    say`A text to search for stands in quotes.`,
  );
}

/** A part of the path from the project's folder, or a pattern such as `specs/**`. */
function askFile(ask: SpecialAsk): ReturnType<Special> {
  const { sign, value } = ask;
  if (isOrdering(sign)) return noOrder(ask);
  const part = value.toLowerCase();
  if (sign === ":" && !value.includes("*")) return ({ file }) => file.path.toLowerCase().includes(part);
  const glob = compileGlob(value);
  return ({ file }) => glob(file.path);
}

/** `has:owner`; `no:owner` is what could have one and has none. */
function askPresence(ask: SpecialAsk, wanted: boolean): ReturnType<Special> {
  if (isOrdering(ask.sign)) return noOrder(ask);
  const { query, sources } = ask;
  const name = canonicalName(ask.value);
  const level = levels.get(name);
  if (level !== undefined) {
    return (found) => {
      const its = sources.levelsOf?.(found) ?? [];
      return (level === "any" ? its.length > 0 : its.includes(level)) === wanted;
    };
  }
  const byKind = fieldsNamed(query.config.schema, name);
  if (byKind.size === 0) return noSuchField(name, query.config.schema, levels.keys());
  return (found) => {
    const field = byKind.get(found.item.kind);
    return field !== undefined && isPresent(found, field, query) === wanted;
  };
}

const levels: ReadonlyMap<string, "any" | "error" | "warning"> = new Map([
  ["problem", "any"],
  ["problems", "any"],
  ["error", "error"],
  ["errors", "error"],
  ["warning", "warning"],
  ["warnings", "warning"],
]);
