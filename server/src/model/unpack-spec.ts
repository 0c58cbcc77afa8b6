import { alike } from "../base/alike.ts";
import { Few } from "../base/few.ts";
import { type Packed, PackReader } from "../base/packed.ts";
import { remember } from "../base/remember.ts";
import { Phrase, type Words } from "../base/say.ts";
import { misfits, sites, states, targets, words } from "./packed-words.ts";
import type { Spec } from "./read-spec.ts";
import { stemOf } from "./stem-of.ts";
import type { Extra, FieldValue, FlawFact, Item, LinkValue, Scalar, Suppression, Target } from "./summary.ts";
import { type From, none, partsOf, readEntry, readScalar, readScalars, readStrings } from "./unpack-parts.ts";
import { unpackReports } from "./unpack-reports.ts";
import { LinkField, PlainField } from "./unpacked-field.ts";
import { type Head, OpenBodies, UnpackedSummary } from "./unpacked-summary.ts";

/**
 * The reverse of `packSpec`; undefined for what it cannot have written. Never throws. What is asked for rarely stays packed
 * until it is: whoever hands in bytes does not change them afterwards. Files that share `bodies` have but few of them unpacked at a time.
 * Who knows the `path` hands it in: it is what others keep, and a piece of the packed text would keep all of that.
 */
export function unpackSpec(whole: Packed, bodies = new OpenBodies(), path?: string): Spec | undefined {
  const parts = partsOf(whole);
  if (parts === undefined) return undefined;
  const { packed, places, start, body } = parts;
  const reader = new PackReader(packed, words, start, body);
  const from: From = { reader, entries: places.length / 4, items: 0 };
  const [ownPath, ownStem] = [reader.text(), reader.text()];
  const isKnown = path === ownPath;
  const head: Head = {
    path: isKnown ? path : ownPath,
    stem: isKnown ? stemOf(path) : ownStem,
    items: readItems(from),
    flaws: readFlaws(from),
    placeholders: readScalars(from),
    suppressions: readSuppressions(from),
    reports: unpackReports(from),
    nearKind: reader.boolean() ? readScalar(from) : undefined,
  };
  if (!reader.isWhole()) return undefined;
  return { summary: new UnpackedSummary(head, packed, bodies), places };
}

const noFields: Item["fields"] = new Map();
const noValues: LinkValue["values"] = new Map();

function readItems(from: From): readonly Item[] {
  const count = from.reader.count();
  if (count === 0) return none;
  from.items = count;
  const items = new Array<Item>(count);
  for (let index = 0; index < count; index++) items[index] = readItem(from, index);
  return items;
}

function readItem(from: From, index: number): Item {
  const { reader } = from;
  return {
    key: reader.string(),
    id: reader.optionalString(),
    kind: reader.string(),
    base: reader.string(),
    title: reader.string(),
    titled: reader.boolean(),
    site: sites[reader.below(sites.length)]!,
    container: reader.optionalBelow(index),
    via: readVia(reader),
    outside: reader.boolean(),
    fields: readFields(from),
    extras: readExtras(from),
    conflicts: readConflicts(from),
    entry: readEntry(from),
    whole: readEntry(from),
  };
}

function readVia(reader: PackReader): Item["via"] {
  const field = reader.optionalString();
  return field === undefined ? undefined : (reader.boolean() ? viaOfItem : viaOfContainer)(field);
}

/** One for each field: nearly every requirement has it. */
const viaOfItem = remember((field) => ({ field, of: "item" }) as const);
const viaOfContainer = remember((field) => ({ field, of: "container" }) as const);

function readFields(from: From): Item["fields"] {
  const { reader } = from;
  const count = reader.count();
  if (count === 0) return noFields;
  const names = new Array<string>(count);
  const fields = new Array<FieldValue>(count);
  for (let at = 0; at < count; at++) {
    names[at] = reader.string();
    fields[at] = readField(from);
  }
  return new Few(sharedNames(names), fields);
}

function readField(from: From): FieldValue {
  const { reader } = from;
  const written = reader.string();
  const key = readEntry(from);
  const entry = readEntry(from);
  const state = states[reader.below(states.length)]!;
  const reason = state === "none" ? reader.string() : "";
  const misfit = misfits[reader.below(misfits.length)];
  const values = readScalars(from);
  const under = readStrings(from);
  const links = readLinks(from);
  const measurements = readMeasurements(from);
  if (state === "given" && misfit === undefined && under.length === 0 && measurements.length === 0) {
    if (values.length === 1 && links.length === 0) return new PlainField(written, key, entry, values[0]!);
    if (links.length > 0 && sayTheSame(values, links)) return new LinkField(written, key, entry, links);
  }
  const field = { written, key, entry, state, reason, misfit, values, links, measurements };
  return under.length === 0 ? field : { ...field, under };
}

const sharedNames = alike();

function sayTheSame(values: readonly Scalar[], links: readonly LinkValue[]): boolean {
  if (values.length !== links.length) return false;
  return values.every(({ text, entry }, at) => links[at]!.text === text && links[at]!.entry === entry);
}

function readMeasurements(from: From): FieldValue["measurements"] {
  const count = from.reader.count();
  if (count === 0) return none;
  const measurements = new Array<FieldValue["measurements"][number]>(count);
  for (let at = 0; at < count; at++) measurements[at] = { date: readScalar(from), value: readScalar(from) };
  return measurements;
}

function readLinks(from: From): readonly LinkValue[] {
  const { reader } = from;
  const count = reader.count();
  if (count === 0) return none;
  const links = new Array<LinkValue>(count);
  for (let at = 0; at < count; at++)
    links[at] = { text: reader.string(), entry: readEntry(from), target: readTarget(from), values: readValues(from) };
  return links;
}

function readValues(from: From): LinkValue["values"] {
  const { reader } = from;
  const count = reader.count();
  if (count === 0) return noValues;
  const values = new Map<string, Scalar>();
  for (let at = 0; at < count; at++) values.set(reader.string(), readScalar(from));
  return values;
}

function readTarget(from: From): Target {
  const { reader } = from;
  const type = targets[reader.below(targets.length)]!;
  switch (type) {
    case "name":
      return { type, name: reader.string() };
    case "path":
      return { type, paths: readStrings(from), anchor: reader.optionalString() };
    case "nested":
      return { type, item: reader.below(from.items) };
    case "url":
      return { type };
  }
}

function readExtras(from: From): readonly Extra[] {
  const { reader } = from;
  const count = reader.count();
  if (count === 0) return none;
  const extras = new Array<Extra>(count);
  for (let at = 0; at < count; at++)
    extras[at] = { name: reader.string(), text: reader.string(), key: readEntry(from) };
  return extras;
}

function readConflicts(from: From): Item["conflicts"] {
  const { reader } = from;
  const count = reader.count();
  if (count === 0) return none;
  const conflicts = new Array<Item["conflicts"][number]>(count);
  for (let at = 0; at < count; at++)
    conflicts[at] = { field: reader.string(), text: reader.string(), entry: readEntry(from) };
  return conflicts;
}

function readFlaws(from: From): readonly FlawFact[] {
  const { reader } = from;
  const count = reader.count();
  if (count === 0) return none;
  const flaws = new Array<FlawFact>(count);
  for (let at = 0; at < count; at++)
    flaws[at] = {
      rule: reader.string(),
      message: readWords(from),
      recovered: reader.boolean(),
      entry: readEntry(from),
    };
  return flaws;
}

function readWords(from: From, depth = 0): Words {
  const { reader } = from;
  const isPhrase = reader.boolean();
  const text = reader.string();
  if (!isPhrase || depth >= deepest) return text;
  const values = new Array<Words>(reader.count());
  for (let at = 0; at < values.length; at++) values[at] = readWords(from, depth + 1);
  return new Phrase(text, values);
}

/** No sentence of ours holds sentences that hold sentences so often. */
const deepest = 8;

function readSuppressions(from: From): readonly Suppression[] {
  const count = from.reader.count();
  if (count === 0) return none;
  const suppressions = new Array<Suppression>(count);
  for (let at = 0; at < count; at++)
    suppressions[at] = { rules: readStrings(from), entry: readEntry(from), target: readEntry(from) };
  return suppressions;
}
