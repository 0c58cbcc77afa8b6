import { type Packed, PackWriter } from "../base/packed.ts";
import type { Words } from "../base/say.ts";
import type { Shelf } from "../base/shelf.ts";
import { packReports } from "./pack-reports.ts";
import { bodyLinkForms, headerNumbers, mentionForms, misfits, sites, states, targets, words } from "./packed-words.ts";
import type { Spec } from "./read-spec.ts";
import type { BodyLink, FieldValue, Item, LinkValue, Mention, Scalar, Summary, Target } from "./summary.ts";

/**
 * What was read of a file in few bytes, to be kept or sent: `unpackSpec` makes an equal one of them.
 * Whatever is written here is read there, in the same order: lengths, places, what everybody asks for, what few do.
 * On a shelf it lies beside others.
 */
export function packSpec({ summary, places }: Spec, shelf?: Shelf): Packed {
  const out = new PackWriter(words, first + places.byteLength, shelf);
  const { path, stem, items, mentions, bodyLinks, named, headings } = summary;
  out.text(path);
  out.text(stem);
  out.number(items.length);
  for (const item of items) packItem(item, out);
  packRest(summary, out);
  const body = out.begin();
  packMentions(mentions, out);
  packBodyLinks(bodyLinks, out);
  out.number(named.length);
  for (const anchor of named) out.text(anchor);
  out.number(headings.length);
  for (const { level, plain, empty, entry } of headings) {
    out.number(level);
    out.text(plain);
    out.boolean(empty);
    out.number(entry);
  }
  const { bytes, text } = out.done();
  const header = [places.BYTES_PER_ELEMENT, places.length, body.bytes, body.letters, bytes.length, text.length];
  new Uint32Array(bytes.buffer, bytes.byteOffset, headerNumbers).set(header);
  bytes.set(new Uint8Array(places.buffer, places.byteOffset, places.byteLength), first);
  return { bytes, text };
}

/** Bytes of the header, which stands in front. */
const first = headerNumbers * 4;

function packRest({ flaws, placeholders, suppressions, reports, nearKind }: Summary, out: PackWriter): void {
  each(flaws, out, ({ rule, message, recovered, entry }) => {
    out.string(rule);
    packWords(message, out);
    out.boolean(recovered);
    out.number(entry);
  });
  each(placeholders, out, packScalar);
  each(suppressions, out, ({ rules, entry, target }) => {
    each(rules, out, packString);
    out.number(entry);
    out.number(target);
  });
  packReports(reports, out);
  out.boolean(nearKind !== undefined);
  if (nearKind !== undefined) packScalar(nearKind, out);
}

/** A text, or a sentence: its form and what stands in it. */
function packWords(words: Words, out: PackWriter): void {
  out.boolean(typeof words !== "string");
  out.string(typeof words === "string" ? words : words.form);
  if (typeof words !== "string") each(words.values, out, packWords);
}

function packItem(item: Item, out: PackWriter): void {
  out.string(item.key);
  out.string(item.id);
  out.string(item.kind);
  out.string(item.base);
  out.string(item.title);
  out.boolean(item.titled);
  out.number(sites.indexOf(item.site));
  packOptional(item.container, out);
  out.string(item.via?.field);
  if (item.via !== undefined) out.boolean(item.via.of === "item");
  out.boolean(item.outside);
  out.number(item.fields.size);
  for (const [name, value] of item.fields) {
    out.string(name);
    packField(value, out);
  }
  each(item.extras, out, ({ name, text, key }) => {
    out.string(name);
    out.string(text);
    out.number(key);
  });
  each(item.conflicts, out, ({ field, text, entry }) => {
    out.string(field);
    out.string(text);
    out.number(entry);
  });
  out.number(item.entry);
  out.number(item.whole);
}

function packField(field: FieldValue, out: PackWriter): void {
  const { written, key, entry, state, reason, misfit, values, under, links, measurements } = field;
  out.string(written);
  out.number(key);
  out.number(entry);
  out.number(states.indexOf(state));
  if (state === "none") out.string(reason);
  out.number(misfits.indexOf(misfit));
  out.number(values.length);
  for (const value of values) packScalar(value, out);
  out.number(under === undefined ? 0 : under.length);
  if (under !== undefined) for (const name of under) out.string(name);
  out.number(links.length);
  for (const link of links) packLink(link, out);
  each(measurements, out, ({ date, value }) => {
    packScalar(date, out);
    packScalar(value, out);
  });
}

function packLink({ text, entry, target, values }: LinkValue, out: PackWriter): void {
  out.string(text);
  out.number(entry);
  packTarget(target, out);
  out.number(values.size);
  for (const [name, value] of values) {
    out.string(name);
    packScalar(value, out);
  }
}

function packTarget(target: Target, out: PackWriter): void {
  out.number(targets.indexOf(target.type));
  if (target.type === "name") out.string(target.name);
  else if (target.type === "nested") out.number(target.item);
  else if (target.type === "path") {
    each(target.paths, out, packString);
    out.string(target.anchor);
  }
}

function packMentions(mentions: readonly Mention[], out: PackWriter): void {
  out.number(mentions.length);
  for (const { text, form, entry, item } of mentions) {
    out.string(text);
    out.number(mentionForms.indexOf(form));
    out.number(entry);
    packOptional(item, out);
  }
}

function packBodyLinks(links: readonly BodyLink[], out: PackWriter): void {
  out.number(links.length);
  for (const { paths, anchor, written, entry, form } of links) {
    out.number(paths.length);
    for (const path of paths) out.string(path);
    out.string(anchor);
    out.string(written);
    out.number(entry);
    out.number(bodyLinkForms.indexOf(form));
  }
}

function packScalar({ text, entry }: Scalar, out: PackWriter): void {
  out.string(text);
  out.number(entry);
}

function packString(value: string, out: PackWriter): void {
  out.string(value);
}

function packOptional(value: number | undefined, out: PackWriter): void {
  out.number(value === undefined ? 0 : value + 1);
}

/** For what is rare: lists that every document has are gone through where they are packed, which is quicker. */
function each<Value>(values: readonly Value[], out: PackWriter, pack: (value: Value, out: PackWriter) => void): void {
  out.number(values.length);
  for (let at = 0; at < values.length; at++) pack(values[at]!, out);
}
