import type { Mutable } from "./markdown-containers.ts";
import { type Definitions, placed, type Region } from "./markdown-regions.ts";
import { newSigns, type Signs } from "./markdown-signs.ts";
import type { HtmlComment, Link, Markdown, Mention, Wikilink } from "./markdown-tree.ts";

/** What a part of a region is, for reading the region's plain text later. */
export const piece = { text: 0, skipped: 1, code: 2, linkStart: 3, linkEnd: 4, address: 5 } as const;

/** A `[` or `![` that waits for its `]`. */
export interface Opener {
  readonly start: number;
  readonly textStart: number;
  readonly image: boolean;
  /** How many links, and numbers in `pieces`, there were before it. */
  readonly links: number;
  readonly pieces: number;
  /** Another bracket has opened inside. */
  nests: boolean;
}

/** The state of the inline pass: what it has found, and where it is. */
export interface Inline {
  readonly links: Link[];
  readonly wikilinks: Wikilink[];
  readonly mentions: Mention[];
  readonly comments: HtmlComment[];
  readonly htmlAnchors: Mutable<Markdown["htmlAnchors"][number]>[];
  readonly placeholders: Markdown["placeholders"][number][];
  readonly defined: Definitions;
  readonly footnotes: ReadonlySet<string>;
  text: string;
  start: number;
  end: number;
  origins: readonly number[] | undefined;
  /** What may start something in `text`; the document's are kept, so that no stretch of it is looked through twice. */
  signs: Signs;
  readonly ownSigns: Signs;
  /** How many links and mentions there were before the region. */
  firstLink: number;
  firstMention: number;
  /** Mentions with underscores beside them, and their places in the region's text. */
  readonly doubtful: { readonly mention: Mention; readonly from: number; readonly to: number }[];
  /** Where the text at hand starts: behind the last construct, which is not part of an address. */
  textStart: number;
  /** Up to here everything belongs to a URL. */
  urlEnd: number;
  /** An address was seen that is no link by itself; it becomes one where the brackets around it make none. */
  addressLeft: boolean;
  /** The inner `]` of a possible wikilink. */
  wikilinkEnd: number;
  /** The innermost is last. */
  openers: Opener[];
  /** Openers below this depth stand around a link, so they make none themselves. */
  inactive: number;
  /** Triples of start, end and kind, in order. */
  pieces: number[];
  /** What is known to have no end in the rest of the region: titles by sign, HTML by its end, code spans by size. */
  readonly unended: Set<string>;
  /** The last run of backticks of each size, once the region has been looked through for them. */
  lastTicks: Map<number, number> | undefined;
}

export function newInline(text: string, defined: Definitions, footnotes: ReadonlySet<string>): Inline {
  const ownSigns = newSigns(text);
  return {
    links: [],
    wikilinks: [],
    mentions: [],
    comments: [],
    htmlAnchors: [],
    placeholders: [],
    defined,
    footnotes,
    text,
    start: 0,
    end: 0,
    origins: undefined,
    signs: ownSigns,
    ownSigns,
    firstLink: 0,
    firstMention: 0,
    doubtful: [],
    textStart: 0,
    urlEnd: 0,
    addressLeft: false,
    wikilinkEnd: -1,
    openers: [],
    inactive: 0,
    pieces: [],
    unended: new Set(),
    lastTicks: undefined,
  };
}

export function startRegion(inline: Inline, { text, start, end, origins }: Region): void {
  inline.signs = origins === undefined ? inline.ownSigns : newSigns(text);
  inline.text = text;
  inline.start = start;
  inline.end = end;
  inline.origins = origins;
  inline.firstLink = inline.links.length;
  inline.firstMention = inline.mentions.length;
  inline.textStart = start;
  inline.urlEnd = start;
  inline.addressLeft = false;
  inline.wikilinkEnd = -1;
  // New ones are quicker than emptying those that there are.
  if (inline.pieces.length > 0) inline.pieces = [];
  inline.lastTicks = undefined;
  if (inline.openers.length > 0) inline.openers = [];
  inline.inactive = 0;
  if (inline.unended.size > 0) inline.unended.clear();
}

export function spanOf(inline: Inline, start: number, end: number) {
  return placed(inline.origins, start, end);
}

export function addPiece(inline: Inline, start: number, end: number, kind: number): void {
  inline.pieces.push(start, end, kind);
  inline.textStart = end;
}

/** Takes back what was found from `start` on. */
export function dropFrom<Found extends { readonly span: { readonly start: number } }>(
  list: Found[],
  start: number,
): void {
  while (list.length > 0 && list[list.length - 1]!.span.start >= start) list.pop();
}
