import type { Span } from "../base/span.ts";
import type { Markdown } from "../syntax/markdown-tree.ts";
import { readMetadata } from "./read-metadata.ts";
import { draftItem, type Reading, viaOf } from "./reading.ts";
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
  readonly done?: boolean | undefined;
  readonly fields?: ReadonlyMap<string, FieldValue>;
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
  for (const candidate of candidates) {
    const strongest = best.get(candidate.id)!;
    if (known.has(candidate.id) || !defines(candidate, strongest)) {
      sections.add(candidate.span.start);
      continue;
    }
    defining.add(candidate.span.start);
    define(candidate, markdown, reading);
  }
}

function defines(candidate: Candidate, strongest: Candidate): boolean {
  if (candidate === strongest) return true;
  if (candidate.weight < strongest.weight || candidate.weight < 0.9) return false;
  return candidate.site !== "list" || candidate.section === strongest.section;
}

function define(candidate: Candidate, markdown: Markdown, reading: Reading): void {
  const { container, kind, rest, span, done, fields } = candidate;
  const title = reading.text.slice(rest.start, rest.end);
  const entry = reading.places.add(span);
  const item = draftItem(candidate.site, kind, markdown.blocks[candidate.at]!.span, {
    container,
    via: viaOf(reading.items[container]!.kind, kind),
    id: candidate.id,
    title: title === "" ? undefined : title.replace(/\*\*|__/g, ""),
    entry,
  });
  const index = reading.items.push(item) - 1;
  for (const [name, value] of fields ?? []) item.fields.set(name, value);
  if (done !== undefined) item.fields.set("done", box(done, entry));
  if (candidate.site === "heading") readMetadata(markdown, candidate.at + 1, item, index, reading);
}

/** A ticked or open box as a field. */
function box(done: boolean, entry: number): FieldValue {
  return {
    written: "done",
    key: entry,
    entry,
    state: "given",
    misfit: undefined,
    values: [{ text: done ? "true" : "false", entry }],
    links: [],
    measurements: [],
  };
}
