import { type Packed, PackReader } from "../base/packed.ts";
import { Phrase, type Words } from "../base/say.ts";
import { bodyLinkForms, mentionForms, misfits, sites, states, targets } from "./packed-words.ts";
import type { Places } from "./places.ts";
import type { Spec } from "./read-spec.ts";
import type {
  BodyLink,
  Entry,
  Extra,
  FieldValue,
  FlawFact,
  HeadingFact,
  Item,
  LinkValue,
  Mention,
  Scalar,
  Summary,
  Suppression,
  Target,
} from "./summary.ts";

/** The reverse of `packSpec`; undefined for what it cannot have written. Never throws. */
export function unpackSpec(packed: Packed): Spec | undefined {
  const reader = new PackReader(packed);
  const places = readPlaces(reader);
  const from: From = { reader, entries: places.length / 4, items: 0 };
  const summary: Summary = {
    path: reader.string(),
    stem: reader.string(),
    items: readItems(from),
    mentions: all(from, readMention),
    bodyLinks: all(from, readBodyLink),
    anchors: all(from, readString),
    headings: all(from, readHeading),
    flaws: all(from, readFlaw),
    placeholders: all(from, readScalar),
    suppressions: all(from, readSuppression),
    nearKind: reader.boolean() ? readScalar(from) : undefined,
  };
  return reader.isWhole() ? { summary, places } : undefined;
}

/** What is read from, and how many places and items there are: who names others is not believed. */
interface From {
  readonly reader: PackReader;
  readonly entries: number;
  items: number;
}

function readPlaces(reader: PackReader): Places {
  let before = 0;
  const count = reader.count();
  const places = new Uint32Array(count * 4);
  for (let at = 0; at < places.length; at += 4) {
    const line = before + reader.difference();
    const column = reader.number();
    const lines = reader.difference();
    places[at] = line;
    places[at + 1] = column;
    places[at + 2] = line + lines;
    places[at + 3] = reader.difference() + (lines === 0 ? column : 0);
    before = line;
  }
  return places;
}

/** Shared by all that have none. */
const none: readonly never[] = [];
const noFields: Item["fields"] = new Map();
const noValues: LinkValue["values"] = new Map();

function all<Value>(from: From, read: (from: From) => Value): readonly Value[] {
  const count = from.reader.count();
  if (count === 0) return none;
  // Of its size from the start: a list that grows keeps room for more.
  const values = new Array<Value>(count);
  for (let at = 0; at < count; at++) values[at] = read(from);
  return values;
}

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
    via: readVia(from),
    outside: reader.boolean(),
    fields: readFields(from),
    extras: all(from, readExtra),
    conflicts: all(from, readConflict),
    entry: readEntry(from),
    whole: readEntry(from),
  };
}

function readVia({ reader }: From): Item["via"] {
  const field = reader.optionalString();
  return field === undefined ? undefined : { field, of: reader.boolean() ? "item" : "container" };
}

function readFields(from: From): Item["fields"] {
  const count = from.reader.count();
  if (count === 0) return noFields;
  const fields = new Map<string, FieldValue>();
  for (let at = 0; at < count; at++) fields.set(from.reader.string(), readField(from));
  return fields;
}

function readField(from: From): FieldValue {
  const { reader } = from;
  const [written, key, entry] = [reader.string(), readEntry(from), readEntry(from)];
  const state = states[reader.below(states.length)]!;
  return {
    ...{ written, key, entry, state, reason: state === "none" ? reader.string() : "" },
    misfit: misfits[reader.below(misfits.length)],
    values: all(from, readScalar),
    ...readUnder(from),
    links: all(from, readLink),
    measurements: all(from, readMeasurement),
  };
}

function readUnder(from: From): Pick<FieldValue, "under"> {
  const under = all(from, readString);
  return under.length === 0 ? {} : { under };
}

function readMeasurement(from: From): FieldValue["measurements"][number] {
  return { date: readScalar(from), value: readScalar(from) };
}

function readLink(from: From): LinkValue {
  const { reader } = from;
  return { text: reader.string(), entry: readEntry(from), target: readTarget(from), values: readValues(from) };
}

function readValues(from: From): LinkValue["values"] {
  const count = from.reader.count();
  if (count === 0) return noValues;
  const values = new Map<string, Scalar>();
  for (let at = 0; at < count; at++) values.set(from.reader.string(), readScalar(from));
  return values;
}

function readTarget(from: From): Target {
  const { reader } = from;
  const type = targets[reader.below(targets.length)]!;
  switch (type) {
    case "name":
      return { type, name: reader.string() };
    case "path":
      return { type, paths: all(from, readString), anchor: reader.optionalString() };
    case "nested":
      return { type, item: reader.below(from.items) };
    case "url":
      return { type };
  }
}

function readExtra(from: From): Extra {
  return { name: from.reader.string(), text: from.reader.string(), key: readEntry(from) };
}

function readConflict(from: From): Item["conflicts"][number] {
  return { field: from.reader.string(), text: from.reader.string(), entry: readEntry(from) };
}

function readMention(from: From): Mention {
  const { reader } = from;
  return {
    text: reader.string(),
    entry: readEntry(from),
    form: mentionForms[reader.below(mentionForms.length)]!,
    item: reader.optionalBelow(from.items),
  };
}

function readBodyLink(from: From): BodyLink {
  const { reader } = from;
  return {
    paths: all(from, readString),
    anchor: reader.optionalString(),
    written: reader.string(),
    entry: readEntry(from),
    form: bodyLinkForms[reader.below(bodyLinkForms.length)]!,
  };
}

function readHeading(from: From): HeadingFact {
  const { reader } = from;
  return { level: reader.number(), plain: reader.string(), empty: reader.boolean(), entry: readEntry(from) };
}

function readFlaw(from: From): FlawFact {
  const { reader } = from;
  return { rule: reader.string(), message: readWords(from), recovered: reader.boolean(), entry: readEntry(from) };
}

function readWords(from: From, depth = 0): Words {
  const isPhrase = from.reader.boolean();
  const text = from.reader.string();
  return isPhrase && depth < deepest
    ? new Phrase(
        text,
        all(from, (inner) => readWords(inner, depth + 1)),
      )
    : text;
}

/** No sentence of ours holds sentences that hold sentences so often. */
const deepest = 8;

function readSuppression(from: From): Suppression {
  return { rules: all(from, readString), entry: readEntry(from), target: readEntry(from) };
}

function readScalar(from: From): Scalar {
  return { text: from.reader.string(), entry: readEntry(from) };
}

function readString({ reader }: From): string {
  return reader.string();
}

function readEntry({ reader, entries }: From): Entry {
  return reader.below(entries);
}
