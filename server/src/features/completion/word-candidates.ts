import { say } from "../../base/say.ts";
import type { FieldDefinition } from "../../model/kinds.ts";
import { foldStatus, phaseOf, phaseWord, statusWords, usualStatuses } from "../../model/phase.ts";
import type { SchemaKind } from "../../model/schema.ts";
import type { Item } from "../../model/summary.ts";
import type { Query } from "../../workspace/query.ts";
import type { Candidate } from "./candidate.ts";
import { timeframeCandidates } from "./time-candidates.ts";
import { personCandidates, usedCandidates } from "./used-candidates.ts";

/** What a field of an item may hold, in words that others use already too; for links see `itemCandidates`. */
export function wordCandidates(
  field: FieldDefinition,
  kind: SchemaKind,
  query: Query,
  itself?: Item,
): readonly Candidate[] {
  switch (field.type) {
    case "status":
      return statusCandidates(kind);
    case "person":
      return personCandidates(query, itself);
    case "health":
      return ["on track", "at risk", "off track"].map(value);
    case "timeframe":
      return timeframeCandidates(query);
    case "date":
      return [{ label: query.today, detail: say`today`, type: "value" }];
    case "boolean":
      return ["true", "false"].map(value);
    case "enum":
      return field.values.map(value);
    case "text":
      return textCandidates(field, kind, query, itself);
    default:
      return [];
  }
}

/** The team's own words, then the few that suit the kind, then all others, phase by phase. */
function statusCandidates(kind: SchemaKind): readonly Candidate[] {
  const words = new Map<string, Candidate>();
  const add = (status: string): void => {
    const phase = phaseOf(status, kind);
    const folded = foldStatus(status);
    if (phase === undefined || words.has(folded)) return;
    words.set(folded, { label: status, ...(status === phase ? {} : { detail: phaseWord(phase) }), type: "status" });
  };
  for (const { status } of kind.ownStatuses) add(status);
  for (const status of usualStatuses(kind.base)) add(status);
  for (const { status } of statusWords) add(status);
  return [...words.values()];
}

/** Free words for which others in the project have found some already; what tells one item from another is none of them. */
function textCandidates(
  { name, many }: FieldDefinition,
  { base }: SchemaKind,
  query: Query,
  itself?: Item,
): readonly Candidate[] {
  if (name === "priority" && base === "requirement") return ["Must", "Should", "Could", "Won't"].map(value);
  return unique.has(name) ? [] : usedCandidates(name, many ? 1 : 2, query, itself);
}

const unique: ReadonlySet<string> = new Set(["id", "title", "summary", "aliases", "positioning", "pricing"]);

function value(label: string): Candidate {
  return { label, type: "value" };
}
