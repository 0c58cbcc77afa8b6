import { readDay } from "../../base/day.ts";
import { say, type Words } from "../../base/say.ts";
import { oursOr } from "../../model/kind-words.ts";
import type { FieldDefinition } from "../../model/kinds.ts";
import { phaseWord, statusWords } from "../../model/phase.ts";
import type { SchemaKind } from "../../model/schema.ts";
import { quarterOfDay } from "../../model/timeframe.ts";
import { ownersOf, phaseOf, statusOf } from "../../workspace/plan.ts";
import type { Query } from "../../workspace/query.ts";

/** Something that may be written at a place. */
export interface Candidate {
  readonly label: string;
  /** What is written when it is more than the label. */
  readonly insert?: string;
  /** Beside the label: the title of an id, the phase of a status. */
  readonly detail?: Words;
  readonly documentation?: Words;
  /** What typing is compared with, when it is more than the label. */
  readonly filter?: string;
  readonly type: "field" | "status" | "person" | "item" | "value" | "kind";
}

/** The fields that an item of a kind lacks, those that it is asked for first. */
export function fieldCandidates(kind: SchemaKind, siblings: readonly string[]): readonly Candidate[] {
  const written = new Set(siblings.map((name) => kind.fieldNames.get(name)?.name ?? name));
  const lacking = kind.fields.filter(({ name }) => !written.has(name));
  const isAsked = ({ name }: FieldDefinition): boolean =>
    kind.required.includes(name) || name === "id" || name === "title" || name === "status";
  return [...lacking.filter(isAsked), ...lacking.filter((field) => !isAsked(field))].map(({ name, says }) => ({
    label: name,
    insert: `${name}: `,
    documentation: oursOr(says),
    type: "field",
  }));
}

export function kindCandidates(query: Query): readonly Candidate[] {
  return [...query.config.schema.kinds.values()]
    .filter(({ base }) => base !== "requirement")
    .map(({ name, says }) => ({ label: name, documentation: oursOr(says), type: "kind" }));
}

/** What a field may hold. */
export function valueCandidates(field: FieldDefinition, kind: SchemaKind, query: Query): readonly Candidate[] {
  switch (field.type) {
    case "status":
      return statusCandidates(kind);
    case "person":
      return personCandidates(query);
    case "link":
      return itemCandidates(field.to, query);
    case "health":
      return ["on track", "at risk", "off track"].map((label) => ({ label, type: "value" }));
    case "timeframe":
      return timeframeCandidates(query);
    case "date":
      return [{ label: query.today, detail: say`today`, type: "value" }];
    default:
      return field.values.map((label) => ({ label, type: "value" }));
  }
}

function statusCandidates(kind: SchemaKind): readonly Candidate[] {
  return [...kind.ownStatuses, ...statusWords].map(({ status, phase }) => ({
    label: status,
    ...(status === phase ? {} : { detail: phaseWord(phase) }),
    type: "status",
  }));
}

/** The people that the project lists, else those who own something already. */
function personCandidates(query: Query): readonly Candidate[] {
  const listed = query.config.people.map(({ handle, name }): Candidate => {
    return {
      label: handle,
      type: "person",
      ...(name === undefined ? {} : { detail: name, filter: `${handle} ${name}` }),
    };
  });
  if (listed.length > 0) return listed;
  const owners = new Set(query.items().flatMap((found) => [...ownersOf(found)]));
  return [...owners].sort().map((label) => ({ label, type: "person" }));
}

function itemCandidates(kinds: readonly string[], query: Query): readonly Candidate[] {
  return query
    .ofKinds(kinds)
    .filter(({ item }) => !item.outside && (item.id !== undefined || item.site === "document"))
    .map((found) => {
      const { key, title } = found.item;
      const details = [title === key ? undefined : title, statusOf(found) ?? phaseOf(query, found), ownersOf(found)[0]];
      return {
        label: key,
        detail: details.filter((part) => part !== undefined).join(" · "),
        filter: `${key} ${title}`,
        type: "item",
      };
    });
}

/** The quarter we are in and the five that follow, the project's releases, and the lanes. */
function timeframeCandidates(query: Query): readonly Candidate[] {
  const today = readDay(query.today);
  const quarters: Candidate[] = [];
  if (today !== undefined) {
    let { year, quarter } = quarterOfDay(today);
    for (let n = 0; n < 6; n++) {
      quarters.push({ label: `${year}-Q${quarter}`, type: "value", ...(n === 0 ? { detail: say`this quarter` } : {}) });
      [year, quarter] = quarter === 4 ? [year + 1, 1] : [year, (quarter + 1) as typeof quarter];
    }
  }
  const releases = [...query.config.calendar.releases].map(
    ([label, detail]): Candidate => ({ label, detail, type: "value" }),
  );
  const lanes = ["now", "next", "later"].map((label): Candidate => ({ label, type: "value" }));
  return [...quarters, ...releases, ...lanes];
}
