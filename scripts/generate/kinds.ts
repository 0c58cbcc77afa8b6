import {
  builtinKinds,
  type FieldDefinition,
  type FieldType,
  type KindDefinition,
} from "../../server/src/model/kinds.ts";
import { phases, showPhase, statusWords } from "../../server/src/model/phase.ts";
import { codes, table } from "./generated.ts";

/** What there is, what ids look like, and by which other words it goes. */
export function kindTable(): string {
  const rows = builtinKinds.map(({ name, says, prefixes, synonyms }) => [
    `\`${name}\``,
    says,
    codes(prefixes.map((prefix) => `${prefix}-1`)),
    codes(synonyms),
  ]);
  return table(["Kind", "Says", "Id", "Also called"], rows);
}

/** The words for a status that are taught, by what they mean. */
export function statusTable(): string {
  const rows = phases.map((phase) => [
    String(showPhase(phase)),
    codes(statusWords.filter((word) => word.phase === phase).map(({ status }) => status)),
  ]);
  return table(["Phase", "Words"], rows);
}

/** The fields that every kind has. */
export function commonFieldTable(): string {
  return fieldTable(common);
}

/** The fields that only some kinds have, kind by kind; those of a feature, which a PRD has too, only once. */
export function kindSections(): string {
  return builtinKinds
    .map((kind) => ({ kind, fields: ownFields(kind) }))
    .filter(({ fields }) => fields.length > 0)
    .map(({ kind, fields }) => {
      const more = kind.name === "prd" ? "All fields of a feature, and:\n\n" : "";
      return `### ${kind.label}\n\n${more}${fieldTable(fields)}`;
    })
    .join("\n\n");
}

const common = builtinKinds[0]!.fields.filter(({ name }) =>
  builtinKinds.every(({ fields }) => fields.some((field) => field.name === name)),
);

function ownFields({ name, fields }: KindDefinition): readonly FieldDefinition[] {
  const feature = builtinKinds.find((kind) => kind.name === "feature")!;
  const known = new Set([...common, ...(name === "prd" ? feature.fields : [])].map((field) => field.name));
  return fields.filter((field) => !known.has(field.name));
}

function fieldTable(fields: readonly FieldDefinition[]): string {
  const rows = fields.map((field) => [`\`${field.name}\``, field.says, holds(field), codes(field.aliases)]);
  return table(["Field", "Says", "Holds", "Also written"], rows);
}

function holds({ type, many, values, to }: FieldDefinition): string {
  if (type === "link") return `${many ? "links to" : "a link to"} ${to.join(" or ")}`;
  if (type === "enum") return codes(values);
  const [one, more] = words[type];
  return many ? more : one;
}

const words: Readonly<Record<Exclude<FieldType, "link" | "enum">, readonly [one: string, more: string]>> = {
  text: ["text", "texts"],
  person: ["a person", "people"],
  status: ["a status", ""],
  health: ["a health and why", ""],
  number: ["a number", "numbers"],
  measure: ["a measure", "measures"],
  date: ["a date", "dates"],
  timeframe: ["a timeframe", "timeframes"],
  url: ["an address", "addresses"],
  measurements: ["", "dates with values"],
  boolean: ["`true` or `false`", ""],
};
