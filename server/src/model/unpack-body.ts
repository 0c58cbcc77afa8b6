import { type Packed, PackReader } from "../base/packed.ts";
import { bodyLinkForms, mentionForms, words } from "./packed-words.ts";
import type { BodyLink, HeadingFact, Mention, Summary } from "./summary.ts";
import { bodyIn, type From, none, readEntry, readStrings } from "./unpack-parts.ts";

/** What is asked for rarely: by a check of the file itself, or of a link to one of its headings. */
export interface Body extends Pick<Summary, "mentions" | "bodyLinks" | "named" | "headings"> {
  /** Once somebody has asked for them. */
  anchors: readonly string[] | undefined;
}

/** Of what `partsOf` has taken apart before. Never throws: bytes that nobody has written name places and items that are there. */
export function unpackBody(packed: Packed, items: number): Body {
  // Looked up again each time: ten thousand closed documents need not remember where theirs begins.
  const { start, end, entries } = bodyIn(packed);
  const from: From = { reader: new PackReader(packed, words, start, end), entries, items };
  return {
    mentions: readMentions(from),
    bodyLinks: readBodyLinks(from),
    named: readNamed(from),
    headings: readHeadings(from),
    anchors: undefined,
  };
}

function readMentions(from: From): readonly Mention[] {
  const { reader, items } = from;
  const count = reader.count();
  if (count === 0) return none;
  const mentions = new Array<Mention>(count);
  for (let at = 0; at < count; at++)
    mentions[at] = {
      text: reader.string(),
      form: mentionForms[reader.below(mentionForms.length)]!,
      entry: readEntry(from),
      item: reader.optionalBelow(items),
    };
  return mentions;
}

function readBodyLinks(from: From): readonly BodyLink[] {
  const { reader } = from;
  const count = reader.count();
  if (count === 0) return none;
  const links = new Array<BodyLink>(count);
  for (let at = 0; at < count; at++)
    links[at] = {
      paths: readStrings(from),
      anchor: reader.optionalString(),
      written: reader.string(),
      entry: readEntry(from),
      form: bodyLinkForms[reader.below(bodyLinkForms.length)]!,
    };
  return links;
}

function readNamed({ reader }: From): readonly string[] {
  const count = reader.count();
  if (count === 0) return none;
  const named = new Array<string>(count);
  for (let at = 0; at < count; at++) named[at] = reader.text();
  return named;
}

function readHeadings(from: From): readonly HeadingFact[] {
  const { reader } = from;
  const count = reader.count();
  if (count === 0) return none;
  const headings = new Array<HeadingFact>(count);
  for (let at = 0; at < count; at++)
    headings[at] = {
      level: reader.number(),
      plain: reader.text(),
      empty: reader.boolean(),
      entry: readEntry(from),
    };
  return headings;
}
