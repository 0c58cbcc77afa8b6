import { say } from "../../base/say.ts";
import type { FieldDefinition } from "../../model/kinds.ts";
import { canonicalName, type SchemaKind } from "../../model/schema.ts";
import type { Asker } from "./asker.ts";
import type { Candidate, Offer } from "./candidate.ts";
import { fieldCandidates, isAsked, kindCandidates, typeCandidate } from "./field-candidates.ts";
import { linkCandidates } from "./link-candidates.ts";
import { freeId, newEntry } from "./new-item.ts";
import type { TypedPlace } from "./place.ts";
import { wordCandidates } from "./word-candidates.ts";

/** What may stand at a place of the block at the top; undefined where the document is none of ours. */
export function blockOffer(place: TypedPlace, asker: Asker): Offer | undefined {
  const { project, kind } = asker;
  const { query } = project;
  const [first] = place.path;
  const isAmongOurs = kind !== undefined || query.config.present || query.hasItems();
  if (place.type === "key" && kind === undefined && place.path.length === 0 && place.siblings.length === 0) {
    return isAmongOurs ? offer(place, [typeCandidate], { what: "field", kind: "" }) : undefined;
  }
  if (place.type === "value" && place.path.length === 1 && first === "type") {
    return isAmongOurs ? offer(place, kindCandidates(query), { what: "kind" }) : undefined;
  }
  if (kind === undefined) return undefined;
  if (place.path.includes("measurements")) return measurementOffer(place, query.today);
  const fields = place.type === "key" ? place.path : place.path.slice(0, -1);
  const around = fields.reduce<SchemaKind | undefined>(
    (outer, name) => innerKind(outer, name, project.config.schema.kinds),
    kind,
  );
  if (around === undefined) return undefined;
  if (place.type === "key") return keyOffer(place, around, asker);
  // A list below no key, `- ` on the first line say, belongs to no field.
  const field = place.path.at(-1);
  const definition = field === undefined ? undefined : around.fieldNames.get(canonicalName(field));
  return definition === undefined ? undefined : fieldOffer(place, definition, around, asker);
}

function keyOffer(place: TypedPlace, kind: SchemaKind, { isNewLine }: Asker): Offer | undefined {
  const all = fieldCandidates(kind, [...place.siblings, "type"], place.behind);
  const candidates = isNewLine ? all.filter(({ label }) => isAsked(kind, label)) : all;
  return offer(place, candidates, { what: "field", kind: kind.name });
}

function fieldOffer(place: TypedPlace, field: FieldDefinition, kind: SchemaKind, asker: Asker): Offer | undefined {
  const { project, path, found } = asker;
  const { query } = project;
  const file = project.summary(path);
  // A list goes on only where there can be one.
  if (place.before.endsWith("- ") && !field.many) return undefined;
  if (place.form === "wikilink" && field.type !== "link") return undefined;
  if (field.name === "id" && file !== undefined) {
    const id = freeId(kind, asker);
    const free: Candidate = { label: id ?? "", detail: say`the next free one`, type: "value" };
    return id === undefined ? undefined : offer(place, [free], { what: "nothing" });
  }
  if (field.type !== "link") {
    const there = new Set(place.others.map((other) => other.toLowerCase()));
    const candidates = wordCandidates(field, kind, query, found?.item).filter(
      ({ label }) => !there.has(label.toLowerCase()),
    );
    return offer(place, candidates, { what: "value", kind: kind.name, field: field.name });
  }
  const links = linkCandidates(place, field, { project, path, found: place.path.length > 1 ? undefined : found });
  const inner = project.config.schema.kinds.get(field.to[0] ?? "");
  const entry =
    place.column === undefined || inner === undefined || file === undefined || place.form !== "block"
      ? undefined
      : newEntry(inner, place.column, asker);
  return {
    ...offer(place, entry === undefined ? links.candidates : [...links.candidates, entry], {
      what: "item",
      document: path,
    }),
    isCut: links.isCut,
  };
}

function measurementOffer(place: TypedPlace, today: string): Offer {
  const names = ["date", "value"].filter((name) => !place.siblings.includes(name));
  const keys = names.map((label): Candidate => ({ label, insert: `${label}${place.behind}`, type: "field" }));
  const isDate = place.type === "value" && place.path.at(-1) === "date";
  const dates: readonly Candidate[] = isDate ? [{ label: today, detail: say`today`, type: "value" }] : [];
  return offer(place, place.type === "key" ? keys : dates, { what: "nothing" });
}

/** The kind that stands in a list of links. */
function innerKind(
  outer: SchemaKind | undefined,
  field: string,
  kinds: ReadonlyMap<string, SchemaKind>,
): SchemaKind | undefined {
  const definition = outer?.fieldNames.get(field);
  return definition?.type === "link" ? kinds.get(definition.to[0] ?? "") : undefined;
}

function offer(place: TypedPlace, candidates: readonly Candidate[], about: Offer["about"]): Offer {
  const { span, whole, typed, before, behind, gap, form } = place;
  return { candidates, span, whole, typed, before, behind, gap, form, about };
}
