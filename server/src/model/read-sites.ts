import type { Span } from "../base/span.ts";
import type { Heading, ListItem, Markdown } from "../syntax/markdown-tree.ts";
import { type LeadingId, leadingId, leadingKind } from "./leading-id.ts";
import { plainTitle } from "./plain-title.ts";
import { readMetadata } from "./read-metadata.ts";
import { type Candidate, candidate, settleRequirements } from "./read-requirements.ts";
import { metricRows, requirementRows } from "./read-table.ts";
import { addItem, type DraftItem, draftItem, type Reading, viaOf } from "./reading.ts";

/** An id in the body that names a site, by where the id starts: it is no mention of its own. */
export interface Sites {
  /** Ids that define an item. */
  readonly defining: ReadonlySet<number>;
  /** Ids of weaker sites. */
  readonly sections: ReadonlySet<number>;
}

/**
 * The items that the body of a spec defines: headings with an id or the name of a kind of requirement, rows and list items with a requirement's id, and the
 * KPIs of metric tables; and what the lines below the title say about the document itself.
 */
export function readSites(markdown: Markdown, document: number, reading: Reading): Sites {
  const defining = new Set<number>();
  const sections = new Set<number>();
  const around: { readonly level: number; readonly index: number }[] = [];
  const candidates: Candidate[] = [];
  let ends: readonly number[] | undefined;
  const container = (): number => around.at(-1)?.index ?? document;
  const byId = new Map<string, number>();
  for (const [index, { id }] of reading.items.entries()) if (id !== undefined && !byId.has(id)) byId.set(id, index);
  let section = 0;
  let titled = false;
  const { blocks } = markdown;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (block.type === "heading") {
      section = at;
      while (around.length > 0 && around.at(-1)!.level >= block.level) around.pop();
      if (!titled && block.level === 1 && block.depth === 0) {
        titled = true;
        readTitle(block, markdown, at, document, reading, defining, sections);
        continue;
      }
      const own = leadingId(block.content, reading);
      const said = own === undefined ? leadingKind(block.content, reading) : undefined;
      const behind = said && leadingId(said.rest, reading);
      const named = own ?? (behind?.kind.base === "requirement" ? behind : undefined);
      if (named === undefined) {
        if (said === undefined || viaOf(reading.items[document]!.kind, said.kind) === undefined) continue;
        ends ??= sectionEnds(markdown, reading.text.length);
        const span = { start: block.span.start, end: ends[at]! };
        const index = defineHeading({ ...said, id: undefined, span: said.rest }, span, container(), reading);
        readMetadata(markdown, at + 1, reading.items[index]!, index, reading);
        continue;
      }
      if (named.kind.base === "requirement") {
        candidates.push(candidate(named, "heading", 3, container(), section, at));
        continue;
      }
      ends ??= sectionEnds(markdown, reading.text.length);
      const span = { start: block.span.start, end: ends[at]! };
      const known = sectionOf(byId.get(named.id), named, reading);
      const index = known ?? defineHeading(named, span, container(), reading);
      (known === undefined ? defining : sections).add(named.span.start);
      byId.set(named.id, index);
      readMetadata(markdown, at + 1, reading.items[index]!, index, reading);
      around.push({ level: block.level, index });
    } else if (block.type === "table") {
      if (!metricRows(block, container(), reading, defining)) {
        for (const { named, weight, fields } of requirementRows(block, reading))
          candidates.push(candidate(named, "table", weight, container(), section, at, undefined, fields));
      }
    } else if (block.type === "item") {
      const named = leadingId(block.content, reading);
      if (named?.kind.base === "requirement" && standsAlone(named, block, reading.text)) {
        const weight = isBold(named, reading.text) ? 1 : 0.9;
        candidates.push(candidate(named, "list", weight, container(), section, at, block.checked));
      }
    }
  }
  settleRequirements(candidates, markdown, reading, defining, sections);
  return { defining, sections };
}

/** The item that a heading is a section of. Two headings that give one id to two titles are two items: a duplicate. */
function sectionOf(known: number | undefined, { rest }: LeadingId, reading: Reading): number | undefined {
  const item = known === undefined ? undefined : reading.items[known];
  if (item?.site !== "heading") return known;
  const title = reading.text.slice(rest.start, rest.end).trim().toLowerCase();
  return title === "" || title === item.title?.toLowerCase() ? known : undefined;
}

function readTitle(
  heading: Heading,
  markdown: Markdown,
  at: number,
  document: number,
  reading: Reading,
  defining: Set<number>,
  sections: Set<number>,
): void {
  const item = reading.items[document]!;
  const named = leadingId(heading.content, reading);
  const isOwn = named !== undefined && (item.id === undefined ? named.kind === item.kind : named.id === item.id);
  if (isOwn && item.id === undefined) {
    item.id = named.id;
    item.entry = reading.places.add(named.span);
    defining.add(named.span.start);
  } else if (isOwn) sections.add(named.span.start);
  if (item.title === undefined) {
    const plain = isOwn ? heading.plain.slice(heading.plain.indexOf(named.id) + named.id.length) : heading.plain;
    item.title = plain.replace(/^[\s:.)–—-]+/, "").trim() || undefined;
    if (item.title !== undefined) item.entry ??= reading.places.add(heading.content);
  }
  readMetadata(markdown, at + 1, item, document, reading);
}

function defineHeading(
  named: Omit<LeadingId, "id"> & { readonly id: string | undefined },
  span: Span,
  container: number,
  reading: Reading,
): number {
  const { rest, id, kind } = named;
  const title = plainTitle(reading.text.slice(rest.start, rest.end));
  const item: DraftItem = draftItem("heading", kind, span, {
    container,
    via: viaOf(reading.items[container]!.kind, kind),
    id,
    title: title === "" ? undefined : title,
    entry: reading.places.add(named.span),
  });
  return addItem(item, reading);
}

function isBold({ span: { start } }: LeadingId, text: string): boolean {
  return text.startsWith("**", start - 2) || text.startsWith("__", start - 2);
}

/** `- FR-1 and FR-2 clash` is a sentence; an id with a sign behind it, in bold or with a box, is a requirement. */
function standsAlone({ span }: LeadingId, block: ListItem, text: string): boolean {
  if (block.checkbox !== undefined || span.end >= block.content.end) return true;
  // What most lists have behind an id.
  if (text.startsWith(":", span.end)) return true;
  return /^[*_`\]]*\s*[:.)–—|-]|^\*\*|^__/.test(text.slice(span.end, span.end + 8));
}

/** Where the section of each heading ends: at the next heading of its level or above. */
function sectionEnds(markdown: Markdown, length: number): readonly number[] {
  const ends: number[] = new Array(markdown.blocks.length).fill(length);
  const open: { readonly level: number; readonly at: number }[] = [];
  for (const [at, block] of markdown.blocks.entries()) {
    if (block.type !== "heading") continue;
    while (open.length > 0 && open.at(-1)!.level >= block.level) ends[open.pop()!.at] = block.span.start;
    open.push({ level: block.level, at });
  }
  return ends;
}
