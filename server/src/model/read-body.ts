import type { Span } from "../base/span.ts";
import { withoutSpare } from "../base/spare.ts";
import type { Block, Link, Markdown } from "../syntax/markdown-tree.ts";
import { newSlugger } from "../syntax/slug.ts";
import type { Sites } from "./read-sites.ts";
import { isAddress, readDestination } from "./read-target.ts";
import type { DraftItem, Reading } from "./reading.ts";
import type { BodyLink, HeadingFact, Mention, Summary } from "./summary.ts";

/** What the body says beside its items: ids in the prose, links, headings and anchors that HTML sets. */
export function readBody(
  markdown: Markdown,
  sites: Sites,
  reading: Reading,
): Pick<Summary, "mentions" | "bodyLinks" | "headings" | "named" | "placeholders"> {
  return {
    mentions: readMentions(markdown, sites, reading),
    bodyLinks: withoutSpare(readLinks(markdown, reading)),
    headings: withoutSpare(readHeadings(markdown, reading)),
    named: namedIn(markdown),
    placeholders: markdown.placeholders.map(({ span }) => ({
      text: reading.text.slice(span.start, span.end),
      entry: reading.places.add(span),
    })),
  };
}

/** The anchors that HTML sets. */
export function namedIn({ htmlAnchors }: Markdown): readonly string[] {
  return htmlAnchors.length === 0 ? none : htmlAnchors.map(({ name }) => name);
}

const none: readonly never[] = [];

/** The anchors that links may name: those of headings, and what else is `named`. */
export function anchorsOf(
  headings: readonly { readonly plain: string }[],
  named: readonly string[],
): readonly string[] {
  const anchorOf = newSlugger();
  return [...headings.map(({ plain }) => anchorOf(plain)), ...named];
}

function readMentions(markdown: Markdown, sites: Sites, reading: Reading): readonly Mention[] {
  const found: { readonly start: number; readonly mention: Mention }[] = [];
  const innermost = itemFinder(reading.items);
  const add = (text: string, span: Span, form: Mention["form"]): void => {
    const mention = { text, form, entry: reading.places.add(span), item: innermost(span.start) };
    found.push({ start: span.start, mention });
  };
  for (const { id, span } of markdown.mentions) {
    if (sites.defining.has(span.start) || !hasKnownPrefix(id, reading)) continue;
    add(id, span, sites.sections.has(span.start) ? "section" : "prose");
  }
  for (const { target, targetSpan } of markdown.wikilinks) if (target !== "") add(target, targetSpan, "wikilink");
  if (!found.every(({ start }, at) => at === 0 || found[at - 1]!.start <= start))
    found.sort((a, b) => a.start - b.start);
  return found.map(({ mention }) => mention);
}

function hasKnownPrefix(id: string, { schema }: Reading): boolean {
  const start = id.indexOf("/") + 1;
  return schema.prefixes.has(id.slice(start, id.indexOf("-", start)));
}

/** The innermost of the items, which are in order, around an offset; asked for offsets in any order. */
function itemFinder(items: readonly DraftItem[]): (offset: number) => number | undefined {
  return (offset) => {
    let low = 0;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (items[middle]!.span.start <= offset) low = middle + 1;
      else high = middle;
    }
    let index: number | undefined = low === 0 ? undefined : low - 1;
    while (index !== undefined && items[index]!.span.end < offset) index = items[index]!.container;
    return index;
  };
}

/** A definition that several links use is one destination, written once. */
function readLinks(markdown: Markdown, reading: Reading): readonly BodyLink[] {
  const links: BodyLink[] = [];
  for (const link of markdown.definitions.length === 0 ? markdown.links : writtenOnce(markdown.links)) {
    const read = readLink(link, reading);
    if (read !== undefined) links.push(read);
  }
  return links;
}

function writtenOnce(links: readonly Link[]): Iterable<Link> {
  const written = new Map<number, Link>();
  for (const link of links) written.set(link.destinationSpan.start, link);
  return written.values();
}

function readLink(link: Link, reading: Reading): BodyLink | undefined {
  const { destination } = link;
  const form = isLocal(destination) ? "local" : link.type.startsWith("image") ? "image" : "markdown";
  if (destination === "" || (form !== "local" && isAddress(destination))) return undefined;
  const entry = reading.places.add(link.destinationSpan);
  if (form === "local") return { paths: [], anchor: undefined, written: destination, entry, form };
  const target = readDestination(destination, reading.path);
  if (target.type !== "path") return undefined;
  const paths = destination.startsWith("#") ? [] : target.paths;
  return { paths, anchor: target.anchor, written: destination, entry, form };
}

/** A path that means something on one machine only. */
function isLocal(destination: string): boolean {
  return /^(file:|\/(Users|home)\/|[a-z]:[\\/])/i.test(destination);
}

function readHeadings(markdown: Markdown, reading: Reading): readonly HeadingFact[] {
  const { blocks } = markdown;
  const headings: HeadingFact[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (block.type !== "heading") continue;
    const next = behindComments(blocks, at + 1, reading.text);
    const empty = next === undefined ? at + 1 >= blocks.length : next.type === "heading" && next.level <= block.level;
    headings.push({ level: block.level, plain: block.plain, empty, entry: reading.places.add(block.content) });
  }
  return headings;
}

/** The first block from `first` on that is no comment; behind many comments nothing is looked at. */
function behindComments(blocks: readonly Block[], first: number, text: string): Block | undefined {
  for (let at = first; at < first + 8; at++) {
    const block = blocks[at];
    if (block?.type !== "html" || !isComment(block.span, text)) return block;
  }
  return undefined;
}

function isComment({ start }: Span, text: string): boolean {
  return text.startsWith("<!--", start);
}
