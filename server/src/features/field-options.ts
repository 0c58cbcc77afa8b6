import type { Words } from "../base/say.ts";
import { writtenValues } from "../edits/written-values.ts";
import type { FieldDefinition } from "../model/kinds.ts";
import { identify, readPeople } from "../model/person.ts";
import { foldStatus, phaseOf, phases, plainStatus, showPhase, statusWords, usualStatuses } from "../model/phase.ts";
import { readTimeframe } from "../model/read-timeframe.ts";
import { canonicalName, type SchemaKind } from "../model/schema.ts";
import type { FieldValue } from "../model/summary.ts";
import type { Found, Query } from "../workspace/query.ts";
import type { FieldOption } from "../write-protocol.ts";
import { valueCandidates } from "./completion/candidates.ts";

/** What *Set Field…* offers for a field of an item. What stands there now is among it, in the words of the document. */
export function fieldOptions(
  found: Found,
  field: FieldDefinition,
  kind: SchemaKind,
  written: FieldValue | undefined,
  query: Query,
  tell: Tell,
): readonly FieldOption[] {
  const offered: readonly FieldOption[] =
    field.type === "status"
      ? statusOptions(found, kind, query, tell)
      : valueCandidates(field, kind, query)
          // Nothing is a part of itself.
          .filter(({ label }) => field.type !== "link" || label !== found.item.key)
          .map(({ label, detail }) => ({
            value: label,
            label,
            ...(detail === undefined || detail === "" ? {} : { detail: tell(detail) }),
          }));
  const texts = writtenValues(written);
  // Where nothing is offered, people type, and start from what is there.
  if (offered.length === 0 || texts.length === 0) return offered;
  const nameOf = (text: string): string => meaning(text, field, found, query);
  const current = new Map(texts.map((text) => [nameOf(text), text]));
  const options = offered.map((option): FieldOption => {
    const name = nameOf(option.value);
    const text = current.get(name);
    if (text === undefined) return option;
    current.delete(name);
    const { rare: _, ...shown } = option;
    return { ...shown, value: text, current: true };
  });
  const others = [...current.values()].map((text): FieldOption => ({ value: text, label: text, current: true }));
  return [...others, ...options];
}

/** Few words under each phase, spelled as the project spells them; all others are found by typing. */
type Tell = (words: Words) => string;

function statusOptions(found: Found, kind: SchemaKind, query: Query, tell: Tell): readonly FieldOption[] {
  const own = kind.ownStatuses.map(({ status }) => status);
  const spelling = spellings(found, query);
  const words = new Map<string, FieldOption & { readonly phase: string }>();
  const add = (status: string, rare: boolean): void => {
    const phase = phaseOf(status, kind);
    const folded = foldStatus(status);
    if (phase === undefined || words.has(folded)) return;
    const value = spelling.get(folded) ?? status;
    words.set(folded, { value, label: value, group: tell(showPhase(phase)), phase, ...(rare ? { rare: true } : {}) });
  };
  for (const status of [...usualStatuses(kind.base), ...own, ...spelling.values()]) add(status, false);
  for (const { status } of statusWords) add(status, true);
  return phases.flatMap((phase) =>
    [...words.values()].flatMap(({ phase: its, ...option }) => (its === phase ? option : [])),
  );
}

/** Each status that items of this kind have, folded, to the way in which most of them write it. */
function spellings({ item }: Found, query: Query): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const other of query.ofKinds([item.kind])) {
    const text = other.item.kind === item.kind ? other.item.fields.get("status")?.values[0]?.text : undefined;
    // "In progress (waits for legal)" is said of one item.
    if (text === undefined || text !== plainStatus(text) || text.length > 30 || /[(:;,.]/.test(text)) continue;
    const ways = counts.get(foldStatus(text)) ?? new Map<string, number>();
    counts.set(foldStatus(text), ways.set(text, (ways.get(text) ?? 0) + 1));
  }
  return new Map([...counts].map(([folded, ways]) => [folded, [...ways].sort((a, b) => b[1] - a[1])[0]![0]]));
}

/** The same for two texts that mean the same: `in progress` and `in-progress`, `Q4 2026` and `2026-Q4`, an id and a path. */
function meaning(text: string, field: FieldDefinition, found: Found, query: Query): string {
  const { calendar, people } = query.config;
  switch (field.type) {
    case "status":
      return foldStatus(plainStatus(text));
    case "person": {
      const person = readPeople(text)[0];
      return person === undefined ? text : identify(person, people).key;
    }
    case "timeframe": {
      const time = readTimeframe(text, calendar);
      return time.kind === "interval" ? `${time.start}..${time.end}` : text.toLowerCase();
    }
    case "link": {
      const link = found.item.fields.get(field.name)?.links.find((one) => one.text.trim() === text);
      const target = link === undefined ? undefined : query.resolve(found, link.target);
      return (target?.type === "item" ? target.found.item.key : text).toLowerCase();
    }
    case "health":
      return canonicalName(text.split(":")[0]!.trim());
    default:
      return canonicalName(text);
  }
}
