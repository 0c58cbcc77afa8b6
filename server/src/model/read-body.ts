import type { Span } from "../base/span.ts";
import type { Link, Markdown } from "../syntax/markdown-tree.ts";
import { newSlugger } from "../syntax/slug.ts";
import type { Sites } from "./read-sites.ts";
import { isAddress, readDestination } from "./read-target.ts";
import type { DraftItem, Reading } from "./reading.ts";
import type { BodyLink, HeadingFact, Mention, Summary } from "./summary.ts";

/** What the body says beside its items: ids in the prose, links, headings and their anchors. */
export function readBody(
  markdown: Markdown,
  sites: Sites,
  reading: Reading,
): Pick<Summary, "mentions" | "bodyLinks" | "headings" | "anchors" | "placeholders"> {
  return {
    mentions: readMentions(markdown, sites, reading),
    bodyLinks: readLinks(markdown, reading),
    headings: readHeadings(markdown, reading),
    anchors: anchorsOf(markdown),
    placeholders: markdown.placeholders.map(({ span }) => ({
      text: reading.text.slice(span.start, span.end),
      entry: reading.places.add(span),
    })),
  };
}

/** The anchors that links to this text may name. */
export function anchorsOf(markdown: Markdown): readonly string[] {
  const anchorOf = newSlugger();
  const headings = markdown.blocks.flatMap((block) => (block.type === "heading" ? [anchorOf(block.plain)] : []));
  return [...headings, ...markdown.htmlAnchors.map(({ name }) => name)];
}

function readMentions(markdown: Markdown, sites: Sites, reading: Reading): readonly Mention[] {
  const mentions: (Mention & { readonly start: number })[] = [];
  const innermost = itemFinder(reading.items);
  const add = (text: string, span: Span, form: Mention["form"]): void => {
    mentions.push({ start: span.start, text, form, entry: reading.places.add(span), item: innermost(span.start) });
  };
  for (const { id, span } of markdown.mentions) {
    if (sites.defining.has(span.start) || !hasKnownPrefix(id, reading)) continue;
    add(id, span, sites.sections.has(span.start) ? "section" : "prose");
  }
  for (const { target, targetSpan } of markdown.wikilinks) if (target !== "") add(target, targetSpan, "wikilink");
  return mentions.sort((a, b) => a.start - b.start).map(({ start: _, ...mention }) => mention);
}

function hasKnownPrefix(id: string, { schema }: Reading): boolean {
  const last = id.slice(id.lastIndexOf("/") + 1);
  return schema.prefixes.has(last.slice(0, last.lastIndexOf("-")));
}

/** The innermost item around an offset; asked for offsets in any order, answered by bisecting the starts. */
function itemFinder(items: readonly DraftItem[]): (offset: number) => number | undefined {
  const order = items.map((_, index) => index).sort((a, b) => items[a]!.span.start - items[b]!.span.start || a - b);
  return (offset) => {
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (items[order[middle]!]!.span.start <= offset) low = middle + 1;
      else high = middle;
    }
    let index: number | undefined = order[low - 1];
    while (index !== undefined && items[index]!.span.end < offset) index = items[index]!.container;
    return index;
  };
}

/** A definition that several links use is one destination, written once. */
function readLinks(markdown: Markdown, reading: Reading): readonly BodyLink[] {
  const written = new Map(markdown.links.map((link) => [link.destinationSpan.start, link]));
  return [...written.values()].flatMap((link) => readLink(link, reading));
}

function readLink(link: Link, reading: Reading): readonly BodyLink[] {
  const { destination } = link;
  const form = isLocal(destination) ? "local" : link.type.startsWith("image") ? "image" : "markdown";
  if (destination === "" || (form !== "local" && isAddress(destination))) return [];
  const entry = reading.places.add(link.destinationSpan);
  if (form === "local") return [{ paths: [], anchor: undefined, written: destination, entry, form }];
  const target = readDestination(destination, reading.path);
  if (target.type !== "path") return [];
  const paths = destination.startsWith("#") ? [] : target.paths;
  return [{ paths, anchor: target.anchor, written: destination, entry, form }];
}

/** A path that means something on one machine only. */
function isLocal(destination: string): boolean {
  return /^(file:|\/(Users|home)\/|[a-z]:[\\/])/i.test(destination);
}

function readHeadings(markdown: Markdown, reading: Reading): readonly HeadingFact[] {
  const { blocks } = markdown;
  return blocks.flatMap((block, at) => {
    if (block.type !== "heading") return [];
    const next = blocks
      .slice(at + 1, at + 9)
      .find(({ type, span }) => type !== "html" || !isComment(span, reading.text));
    const empty = next === undefined ? at + 1 >= blocks.length : next.type === "heading" && next.level <= block.level;
    return [{ level: block.level, plain: block.plain, empty, entry: reading.places.add(block.content) }];
  });
}

function isComment({ start }: Span, text: string): boolean {
  return text.startsWith("<!--", start);
}
