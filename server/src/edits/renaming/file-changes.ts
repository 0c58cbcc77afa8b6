import type { Span, TextEdit } from "../../base/span.ts";
import { readDestination, readTarget } from "../../model/read-target.ts";
import { idPrefix, splitQualified } from "../../model/requirement-id.ts";
import type { BodyLink, Entry, LinkValue, Mention, Summary, Target } from "../../model/summary.ts";
import { unescapeText } from "../../syntax/markdown-unescape.ts";
import { resolveMention } from "../../workspace/mentions.ts";
import { definedBy } from "../../workspace/named-places.ts";
import type { Found } from "../../workspace/query.ts";
import { byEnd } from "./by-end.ts";
import { type Concern, concernOf } from "./concern.ts";
import type { AddressForm } from "./encode-path.ts";
import { linkParts } from "./link-parts.ts";
import { newAddress } from "./new-address.ts";
import { newNameOf, newWord } from "./new-word.ts";
import type { NewName, Renaming } from "./renaming.ts";
import { wordsIn } from "./spelling.ts";

/** A place of a file whose text is another one afterwards. */
export interface PlaceChange {
  readonly entry: Entry;
  /** What is known to stand there; undefined where the file may write it in another way. */
  readonly written: string | undefined;
  /** The edits, from the start of the place on: what stands around its text tells how it is meant. */
  readonly edits: (raw: string, before: string, behind: string) => readonly TextEdit[];
}

/** What changes in a file, as far as it can be told without its text. */
export function changesIn(file: Summary, renaming: Renaming): readonly PlaceChange[] {
  const { project, names, moves, leavesOwnLinks } = renaming;
  const concern = concernOf(renaming);
  const isMoved = concern.isMoved(file.path);
  const changes: PlaceChange[] = [];
  for (const [index, item] of file.items.entries()) {
    const site = project.query.at(file.path, index)!;
    if (names.size > 0) changes.push(...ownId(site, renaming));
    for (const { links } of item.fields.values()) {
      for (const link of links)
        if (concerns(link.text, link.target, isMoved, concern)) changes.push(...inField(link, site, renaming));
    }
  }
  for (const mention of file.mentions) {
    if (isMoved || mayLead(mention.text, concern)) changes.push(...inText(mention, file, renaming));
  }
  if (moves.all.length === 0 || (isMoved && leavesOwnLinks === true)) return changes;
  for (const link of file.bodyLinks)
    if (isMoved || link.paths.some((path) => concern.isMoved(path))) changes.push(...atAddress(link, file, renaming));
  return changes;
}

function concerns(text: string, target: Target, isMoved: boolean, concern: Concern): boolean {
  if (target.type === "name") return mayLead(target.name, concern);
  if (target.type !== "path") return false;
  return isMoved || target.paths.some((path) => concern.isMoved(path)) || mayShow(text, concern);
}

/** By itself, or with a part behind or in front of it that has a name of its own. */
function mayLead(name: string, { words, lost }: Concern): boolean {
  if (lost !== undefined && name.toLowerCase().startsWith(lost)) return true;
  return words.has(name.toLowerCase()) || /[/#]|\.(?:md|markdown)$/i.test(name);
}

/** The text of a link to a path may say the id. */
function mayShow(text: string, { words }: Concern): boolean {
  return words.size > 0 && (text.includes("]") || text.includes(": "));
}

/** Where the item itself, or a row or section about it, carries the id. */
function ownId(site: Found, renaming: Renaming): readonly PlaceChange[] {
  const { id, entry, kind } = site.item;
  const { query, config } = renaming.project;
  const fresh = id === undefined ? undefined : newNameOf(definedBy(site, query), renaming);
  if (fresh === undefined) return [];
  // Where a field or the file's name makes the id, no text says it.
  const written = config.schema.kinds.get(kind)?.idForm === undefined ? id : undefined;
  return [{ entry, written, edits: (raw) => (raw === id ? [whole(raw, fresh.to)] : []) }];
}

function inField(link: LinkValue, site: Found, renaming: Renaming): readonly PlaceChange[] {
  const { target, text, entry } = link;
  const led = renaming.project.query.resolve(site, target);
  const fresh = led.type === "item" ? newNameOf(led.found, renaming) : undefined;
  const edits = (raw: string): readonly TextEdit[] => {
    const { name, address, shown } = linkParts(raw, target);
    const made: TextEdit[] = [];
    if (name !== undefined) {
      const written = raw.slice(name.start, name.end);
      const word = newWord(written, site, renaming);
      if (word !== written) made.push({ span: name, newText: word });
    }
    if (address !== undefined && target.type === "path")
      made.push(...addressEdits(raw, address, target.paths, "field", site.file, renaming));
    if (shown !== undefined) made.push(...shownEdits(raw, shown, fresh, site, renaming));
    return made;
  };
  return edits(text).length === 0 ? [] : [{ entry, written: text, edits }];
}

function inText(mention: Mention, file: Summary, renaming: Renaming): readonly PlaceChange[] {
  const { text, entry } = mention;
  if (mention.form === "wikilink") return inWikilink(mention, file, renaming);
  const word = sectionWord(mention, file, renaming) ?? newWord(text, file, renaming);
  return word === text ? [] : [{ entry, written: text, edits: (raw) => [whole(raw, word)] }];
}

function inWikilink(mention: Mention, file: Summary, renaming: Renaming): readonly PlaceChange[] {
  const { text, entry } = mention;
  const { query, config } = renaming.project;
  const target = readTarget(`[[${text}]]`, file.path, config.schema);
  const led = resolveMention(mention, file, query);
  const edits: TextEdit[] = [];
  if (target.type === "path") {
    const isByEnd = led.type !== "nothing" && query.resolve(file, target).type === "nothing";
    if (isByEnd) edits.push(...byEnd(text, led, file, renaming));
    else edits.push(...addressEdits(text, { start: 0, end: text.length }, target.paths, "field", file, renaming));
  }
  if (target.type === "name") {
    const word = newWord(text, file, renaming);
    if (word !== text) edits.push(whole(text, word));
  }
  const fresh = led.type === "item" ? newNameOf(led.found, renaming) : undefined;
  const mayShow = led.type === "item" && concernOf(renaming).files.has(led.found.file.path);
  if (edits.length === 0 && !mayShow) return [];
  const withShown = (raw: string, behind: string): readonly TextEdit[] => {
    const shown = mayShow ? /^([^\]|]*\|)([^\]]*)\]\]/.exec(behind) : null;
    if (shown === null) return edits;
    const start = raw.length + shown[1]!.length;
    return [...edits, ...shownEdits(raw + behind, { start, end: start + shown[2]!.length }, fresh, file, renaming)];
  };
  return [{ entry, written: text, edits: (raw, _, behind) => withShown(raw, behind) }];
}

/** A heading or row in the document of an item is about that one, also where another claims its id. */
function sectionWord({ form, text }: Mention, file: Summary, renaming: Renaming): string | undefined {
  if (form !== "section") return undefined;
  const index = file.items.findIndex(({ id }) => id === text);
  const site = index < 0 ? undefined : renaming.project.query.at(file.path, index);
  if (site === undefined) return undefined;
  return newNameOf(definedBy(site, renaming.project.query), renaming)?.to ?? text;
}

function atAddress(link: BodyLink, file: Summary, renaming: Renaming): readonly PlaceChange[] {
  const { paths, written, entry, form } = link;
  if (form === "local" || written.startsWith("#")) return [];
  const edits = (raw: string, before: string): readonly TextEdit[] => {
    const target = readDestination(unescapeText(raw), file.path);
    // It is another text than the one that was read.
    if (target.type !== "path" || target.paths.join("\n") !== paths.join("\n")) return [];
    const span = { start: 0, end: raw.length };
    return addressEdits(raw, span, paths, before.endsWith("<") ? "angle" : "bare", file, renaming);
  };
  return edits(written, "").length === 0 ? [] : [{ entry, written: undefined, edits }];
}

function addressEdits(
  raw: string,
  { start, end }: Span,
  paths: readonly string[],
  form: AddressForm,
  file: Summary,
  renaming: Renaming,
): readonly TextEdit[] {
  const length = raw.slice(start, end).search(/[?#]/);
  const span = { start, end: length < 0 ? end : start + length };
  const newText = newAddress(raw.slice(span.start, span.end), paths, file.path, form, renaming);
  return newText === undefined ? [] : [{ span, newText }];
}

/** Ids in a text that people read, wherever one is a word of its own. */
function shownEdits(
  raw: string,
  { start, end }: Span,
  fresh: NewName | undefined,
  from: Found | Summary,
  renaming: Renaming,
): readonly TextEdit[] {
  if (renaming.names.size === 0) return [];
  const text = raw.slice(start, end);
  const edits: TextEdit[] = [];
  const put = (at: number, old: string, newText: string): void => {
    if (newText !== old) edits.push({ span: { start: start + at, end: start + at + old.length }, newText });
  };
  if (fresh !== undefined) for (const at of wordsIn(text, fresh.from)) put(at, fresh.from, fresh.to);
  let at = 0;
  for (const word of text.split(/[^\p{L}\p{N}_/-]/u)) {
    const isId = idPrefix(word) !== undefined || splitQualified(renaming.project.config.schema, word) !== undefined;
    if (isId && word !== fresh?.from) put(at, word, newWord(word, from, renaming));
    at += word.length + 1;
  }
  return edits;
}

function whole(raw: string, newText: string): TextEdit {
  return { span: { start: 0, end: raw.length }, newText };
}
