import { say } from "../../base/say.ts";
import { kindLabel } from "../../model/kind-words.ts";
import type { SchemaKind } from "../../model/schema.ts";
import type { Query } from "../../workspace/query.ts";
import type { Candidate } from "./candidate.ts";

/** The fields that an item of a kind lacks, those that it is asked for first. `behind` follows the name. */
export function fieldCandidates(kind: SchemaKind, siblings: readonly string[], behind: string): readonly Candidate[] {
  const written = new Set(siblings.map((name) => kind.fieldNames.get(name)?.name ?? name));
  const lacking = kind.fields.filter(({ name }) => !written.has(name));
  const asked = kind.required.flatMap((name) => lacking.filter((field) => field.name === name));
  const naming = lacking.filter((field) => !isAsked(kind, field.name) && names.has(field.name));
  const rest = lacking.filter((field) => !asked.includes(field) && !naming.includes(field));
  return [...asked, ...naming, ...rest].map((field): Candidate => {
    const { name, aliases } = field;
    return {
      label: name,
      insert: `${name}${behind}`,
      // Who types another name for it is offered the one that we teach.
      ...(aliases.length === 0 ? {} : { filter: `${name} ${aliases.join(" ")}` }),
      ...(asked.includes(field) ? { detail: say`asked for` } : {}),
      ...(behind === ": " && listed.has(field.type) ? { goesOn: true } : {}),
      type: "field",
    };
  });
}

const names: ReadonlySet<string> = new Set(["id", "title", "status"]);

export function isAsked(kind: SchemaKind, name: string): boolean {
  return kind.required.includes(name);
}

/** Fields whose values are offered. */
const listed: ReadonlySet<string> = new Set(["status", "person", "health", "enum", "date", "timeframe", "link"]);

export function kindCandidates(query: Query): readonly Candidate[] {
  return [...query.config.schema.kinds.values()]
    .filter(({ base }) => base !== "requirement")
    .map(
      (kind): Candidate => ({
        label: kind.name,
        ...(kind.synonyms.length === 0 ? {} : { filter: `${kind.name} ${kind.synonyms.join(" ")}` }),
        ...(kind.label.toLowerCase() === kind.name ? {} : { detail: kindLabel(kind) }),
        type: "kind",
      }),
    );
}

/** A block without any field is nobody's yet: beside our documents it may become one of them. */
export const typeCandidate: Candidate = { label: "type", insert: "type: ", goesOn: true, type: "field" };
