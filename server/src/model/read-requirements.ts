import type { Span } from "../base/span.ts";
import type { Markdown } from "../syntax/markdown-tree.ts";
import type { LeadingId } from "./leading-id.ts";
import { plainTitle } from "./plain-title.ts";
import { fieldValue } from "./read-fields.ts";
import { readMetadata } from "./read-metadata.ts";
import { addItem, draftItem, type Reading, viaOf } from "./reading.ts";
import { readMoscow } from "./requirement-priority.ts";
import type { SchemaKind } from "./schema.ts";
import type { FieldValue, Site } from "./summary.ts";

/** A place that may define a requirement. */
export interface Candidate {
  readonly id: string;
  readonly kind: SchemaKind;
  /** The id. */
  readonly span: Span;
  readonly rest: Span;
  readonly site: Site;
  readonly container: number;
  /** The block of the heading it stands under. */
  readonly section: number;
  /** How strongly it defines: a heading 3, a table 2 (0.5 where it only reports on requirements), a list item 1. */
  readonly weight: number;
  /** Its block. */
  readonly at: number;
  readonly done: boolean | undefined;
  readonly fields: ReadonlyMap<string, FieldValue> | undefined;
}

export function candidate(
  { id, kind, span, rest }: LeadingId,
  site: Site,
  weight: number,
  container: number,
  section: number,
  at: number,
  done?: boolean,
  fields?: ReadonlyMap<string, FieldValue>,
): Candidate {
  return { id, kind, span, rest, site, container, section, weight, at, done, fields };
}

/**
 * Of all places that carry a requirement's id, the strongest defines it; the others report on it: a traceability table,
 * `- FR-1: tested`. Two of equal strength are both kept, so that the duplicate is seen, unless they merely report or stand
 * in lists of different sections.
 */
export function settleRequirements(
  candidates: readonly Candidate[],
  markdown: Markdown,
  reading: Reading,
  defining: Set<number>,
  sections: Set<number>,
): void {
  const known = new Set(reading.items.filter(({ kind }) => kind.base === "requirement").map(({ id }) => id));
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const strongest = best.get(candidate.id);
    if (strongest === undefined || candidate.weight > strongest.weight) best.set(candidate.id, candidate);
  }
  let section = -1;
  let above: string | undefined;
  for (const candidate of candidates) {
    const strongest = best.get(candidate.id)!;
    if (known.has(candidate.id) || !defines(candidate, strongest)) {
      sections.add(candidate.span.start);
      continue;
    }
    defining.add(candidate.span.start);
    if (candidate.site === "list" && candidate.section !== section) {
      section = candidate.section;
      above = priorityAbove(section, markdown, reading);
    }
    define(candidate, above, markdown, reading);
  }
}

function defines(candidate: Candidate, strongest: Candidate): boolean {
  if (candidate === strongest) return true;
  if (candidate.weight < strongest.weight || candidate.weight < 0.9) return false;
  return candidate.site !== "list" || candidate.section === strongest.section;
}

function define(candidate: Candidate, above: string | undefined, markdown: Markdown, reading: Reading): void {
  const { container, kind, rest, span, done, fields } = candidate;
  const title = plainTitle(reading.text.slice(rest.start, rest.end));
  const entry = reading.places.add(span);
  const item = draftItem(candidate.site, kind, markdown.blocks[candidate.at]!.span, {
    container,
    via: viaOf(reading.items[container]!.kind, kind),
    id: candidate.id,
    title: title === "" ? undefined : title,
    entry,
  });
  const index = addItem(item, reading);
  if (fields !== undefined) for (const [name, value] of fields) item.fields.set(name, value);
  if (done !== undefined) item.fields.set("done", said("done", done ? "true" : "false", entry));
  if (candidate.site === "heading") readMetadata(markdown, candidate.at + 1, item, index, reading);
  if (candidate.site === "table" || item.fields.has("priority")) return;
  const priority = priorityIn(title) ?? (candidate.site === "list" ? above : undefined);
  if (priority) item.fields.set("priority", said("priority", priority, entry));
}

/** `(Could) Pay by invoice`, `Pay by invoice [P2]`: the word of MoSCoW at either end. */
function priorityIn(title: string): string | undefined {
  if (!title.includes("(") && !title.includes("[")) return undefined;
  const first = /^[*_\s:–—-]*[([]([^()[\]]{1,20})[)\]]/.exec(title)?.[1];
  const last = /[([]([^()[\]]{1,20})[)\]][*_.\s]*$/.exec(title.slice(-40))?.[1];
  return [first, last].find((word) => word !== undefined && readMoscow(word) !== undefined);
}

/** The heading that a list stands under: "Could have". */
function priorityAbove(section: number, markdown: Markdown, { text }: Reading): string | undefined {
  const heading = markdown.blocks[section];
  if (heading?.type !== "heading") return undefined;
  const words = text.slice(heading.content.start, heading.content.end).replace(/(?<!\s)\s+requirements$/i, "");
  return words.length <= 20 && readMoscow(words) !== undefined ? words : undefined;
}

/** What a box, a bracket or a heading says, as a field. */
function said(written: string, text: string, entry: number): FieldValue {
  return fieldValue(written, entry, entry, "given", [{ text, entry }]);
}
