import { type Document, documentLineStarts } from "../base/document.ts";
import { memo } from "../base/memo.ts";
import { say } from "../base/say.ts";
import { slugOf } from "../base/text.ts";
import { type Frontmatter, readFrontmatter } from "../syntax/frontmatter.ts";
import { readMarkdown } from "../syntax/markdown.ts";
import type { Markdown } from "../syntax/markdown-tree.ts";
import { classify, type FileKind } from "./classify.ts";
import type { ReadingConfig } from "./config.ts";
import { type FoundReport, findReports, withoutReports } from "./find-reports.ts";
import { identifyDocument } from "./identify-document.ts";
import { PlaceCollector, type Places } from "./places.ts";
import { anchorsOf, namedIn, readBody } from "./read-body.ts";
import { readFields } from "./read-fields.ts";
import { readReports } from "./read-reports.ts";
import { readSites } from "./read-sites.ts";
import { readSuppressions } from "./read-suppressions.ts";
import { addItem, type DraftItem, draftItem, type Reading } from "./reading.ts";
import { stemOf } from "./stem-of.ts";
import type { Item, Summary } from "./summary.ts";

/** A file that was read: what it says, and where. */
export interface Spec {
  readonly summary: Summary;
  readonly places: Places;
}

/**
 * Reads a Markdown file; never throws. Ordinary Markdown yields nothing but the anchors that links may name. Texts in the
 * summary are pieces of the whole, which stays in memory with them: whoever keeps them detaches or packs them. `startsOf`
 * tells where lines start, for a text that nobody will ask again.
 */
export function readSpec(
  given: Document,
  path: string,
  config: ReadingConfig,
  startsOf: (document: Document) => Uint32Array = documentLineStarts,
): Spec {
  const isCut = given.text.length > longestRead;
  const document = isCut ? { uri: given.uri, text: given.text.slice(0, longestRead) } : given;
  const { text } = document;
  const frontmatter = readFrontmatter(text);
  const starts = startsOf(document);
  const whole = readMarkdown(text, frontmatter.bodyStart, starts);
  const reports = findReports(text, whole);
  const markdown = withoutReports(whole, reports);
  const kind = classify(path, frontmatter.map, config);
  const places = new PlaceCollector();
  const reading = newReading(text, path, config, places);
  const summary =
    kind.type === "spec"
      ? readItems(kind, frontmatter, markdown, reports, reading)
      : readOrdinary(kind, frontmatter, markdown, reports, reading);
  const [own] = summary.items;
  const flaws = isCut && own !== undefined ? [...summary.flaws.filter(isAboutOnePlace), tooLong(own.entry)] : undefined;
  return { summary: flaws === undefined ? summary : { ...summary, flaws }, places: places.pack(starts, text.length) };
}

/**
 * Characters of a document that are read: a shelf of books. What comes after them would only keep everybody waiting, and
 * is left out with a word about it.
 */
const longestRead = 4_000_000;

function tooLong(entry: number): Summary["flaws"][number] {
  const message = say`This document has more than ${longestRead / 1_000_000} million characters, and only those are read: what comes after them is in no plan. Cut it into several documents.`;
  return { rule: "document-too-long", message, recovered: true, entry };
}

/** Where a text was cut nothing was ever closed; that says nothing about the text. */
function isAboutOnePlace({ rule }: Summary["flaws"][number]): boolean {
  return rule !== "frontmatter-unclosed";
}

function newReading(text: string, path: string, config: ReadingConfig, places: PlaceCollector): Reading {
  return {
    text,
    path,
    stem: stemOf(path),
    config,
    schema: config.schema,
    places,
    items: [],
    flaws: [],
    placeholders: [],
    inPlace: [],
    pending: [],
  };
}

function readOrdinary(
  kind: FileKind,
  { comments }: Frontmatter,
  markdown: Markdown,
  reports: readonly FoundReport[],
  reading: Reading,
): Summary {
  const { path, stem: name } = reading;
  const headings = markdown.blocks.filter((block) => block.type === "heading");
  const anchors = anchorsOf(headings, namedIn(markdown));
  const plain = {
    ...nothing,
    ...{ path, stem: name, anchors, named: anchors },
    ...(reports.length > 0 && { reports: readReports(reports, reading) }),
  };
  if (kind.type !== "near" && reports.length === 0) return plain;
  const suppressions = readSuppressions([...comments, ...markdown.comments], reading);
  if (kind.type !== "near") return { ...plain, suppressions };
  const nearKind = { text: kind.text, entry: reading.places.add(kind.span) };
  return { ...plain, nearKind, suppressions };
}

const nothing: Omit<Summary, "path" | "stem"> = {
  items: [],
  mentions: [],
  bodyLinks: [],
  anchors: [],
  named: [],
  headings: [],
  flaws: [],
  placeholders: [],
  suppressions: [],
  reports: [],
  nearKind: undefined,
};

/** Most requirements say nothing of their own: they share it. */
const noFields: Item["fields"] = new Map();
const noExtras: Item["extras"] = [];
const noConflicts: Item["conflicts"] = [];

function readItems(
  { kind, typeSpan }: Extract<FileKind, { type: "spec" }>,
  { map, comments, flaws }: Frontmatter,
  markdown: Markdown,
  reports: readonly FoundReport[],
  reading: Reading,
): Summary {
  const document = draftItem("document", kind, { start: 0, end: reading.text.length });
  addItem(document, reading);
  if (map !== undefined) readFields(map, document, 0, reading);
  for (let at = 0; at < reading.pending.length; at++) {
    const { map: inner, item, index } = reading.pending[at]!;
    readFields(inner, item, index, reading);
  }
  identifyDocument(document, reading);
  const sites = readSites(markdown, 0, reading);
  putInOrder(reading);
  if (typeSpan !== undefined) document.entry ??= reading.places.add(typeSpan);
  const items = finish(reading);
  for (const { rule, message, recovered, span } of flaws) {
    reading.flaws.push({ rule, message, recovered, entry: reading.places.add(span) });
  }
  const { mentions, bodyLinks, named, headings, placeholders } = readBody(markdown, sites, reading);
  const summary: Omit<Summary, "anchors"> = {
    path: reading.path,
    stem: reading.stem,
    items,
    mentions,
    bodyLinks,
    named,
    headings,
    flaws: reading.flaws,
    placeholders: [...reading.placeholders, ...placeholders],
    suppressions: readSuppressions([...comments, ...markdown.comments], reading),
    reports: readReports(reports, reading),
    nearKind: undefined,
  };
  return Object.defineProperty(summary, "anchors", whenAsked) as Summary;
}

const anchorsIn = memo(({ headings, named }: Summary) => anchorsOf(headings, named));

/** One for all: a getter of its own gives an object a form of its own, which outlives it with all that the getter can see. */
const whenAsked: PropertyDescriptor & ThisType<Summary> = {
  get() {
    return anchorsIn(this);
  },
  enumerable: true,
};

/** Requirements are settled last, wherever they stand; what stands around an item starts no later than it. */
function putInOrder({ items, inPlace }: Reading): void {
  if (items.every(({ span }, index) => index === 0 || items[index - 1]!.span.start <= span.start)) return;
  const order = items.map((_, index) => index).sort((a, b) => items[a]!.span.start - items[b]!.span.start || a - b);
  const places: number[] = new Array(items.length).fill(0);
  for (let after = 0; after < order.length; after++) places[order[after]!] = after;
  const sorted = order.map((index) => items[index]!);
  for (const item of sorted) if (item.container !== undefined) item.container = places[item.container];
  for (const target of inPlace) target.item = places[target.item]!;
  for (let index = 0; index < sorted.length; index++) items[index] = sorted[index]!;
}

/** Gives every item its identity, its title and the place where findings about it stand. */
function finish(reading: Reading): readonly Item[] {
  const keys = new Map<string, number>();
  const documentKey = reading.items[0]!.id ?? reading.stem;
  return reading.items.map((draft) => {
    const { id, kind, site, container, via, outside, span } = draft;
    const fields = draft.fields.size === 0 ? noFields : draft.fields;
    const extras = draft.extras.length === 0 ? noExtras : draft.extras;
    const conflicts = draft.conflicts.length === 0 ? noConflicts : draft.conflicts;
    return {
      key: keyOf(draft, documentKey, keys),
      id,
      kind: kind.name,
      base: kind.base,
      title: draft.title ?? (site === "document" ? reading.stem : (id ?? "")),
      titled: draft.title !== undefined,
      site,
      container,
      via,
      outside,
      fields,
      extras,
      conflicts,
      entry: draft.entry ?? reading.places.add(firstLine(span, reading.text)),
      whole: draft.whole!,
    };
  });
}

/** The id; a requirement's belongs to its document; without one the document's name and the title, numbered if need be. */
function keyOf({ id, kind, site, title }: DraftItem, documentKey: string, keys: Map<string, number>): string {
  if (site === "document") return documentKey;
  if (id !== undefined) return kind.base === "requirement" ? `${documentKey}/${id}` : id;
  const plain = `${documentKey}#${slugOf(title ?? kind.name)}`;
  let key = plain;
  // Thousands may have the same title: counting goes on where it stopped.
  for (let n = keys.get(plain) ?? 1; keys.has(key); n++) {
    key = `${plain}-${n}`;
    keys.set(plain, n + 1);
  }
  keys.set(key, 1);
  return key;
}

function firstLine({ start, end }: { start: number; end: number }, text: string) {
  const newline = text.indexOf("\n", start);
  return { start, end: newline < 0 || newline > end ? end : newline };
}
