import type { Span } from "../base/span.ts";

/** One text, read in one pass: blocks in document order and what is inline in them. All spans are offsets into the whole text. */
export interface Markdown {
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
  readonly definitions: readonly LinkDefinition[];
  readonly wikilinks: readonly Wikilink[];
  readonly mentions: readonly Mention[];
  readonly comments: readonly HtmlComment[];
  /** Anchors that HTML sets: the `id` of any tag, `<a name="x">`. */
  readonly htmlAnchors: readonly { readonly name: string; readonly span: Span }[];
  /** `{{name}}` and the word `TBD`, outside code. */
  readonly placeholders: readonly { readonly span: Span }[];
}

export type Block = Heading | Paragraph | ListItem | Table | OtherBlock;

interface BlockBase {
  readonly span: Span;
  /** How many quotes and list items stand around it; 0 at the top. */
  readonly depth: number;
}

export interface Heading extends BlockBase {
  readonly type: "heading";
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** The content without `#`s and blanks; for a Setext heading the lines above the underline. */
  readonly content: Span;
  /** The content as a reader sees it: without emphasis marks, link targets, code ticks and HTML. */
  readonly plain: string;
}

export interface Paragraph extends BlockBase {
  readonly type: "paragraph";
}

export interface ListItem extends BlockBase {
  readonly type: "item";
  readonly ordered: boolean;
  /** `[ ]` or `[x]` with its brackets, where the item is a task. */
  readonly checkbox: Span | undefined;
  readonly checked: boolean | undefined;
  /** The first paragraph's first line behind marker and checkbox; empty when the item starts with another block. */
  readonly content: Span;
}

export interface Table extends BlockBase {
  readonly type: "table";
  /** Trimmed cells: the header first, then the body rows; the delimiter row is left out. */
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly span: Span;
  readonly cells: readonly Span[];
}

export interface OtherBlock extends BlockBase {
  readonly type: "code" | "html" | "rule" | "quote";
}

export interface Link {
  readonly type: "inline" | "reference" | "autolink" | "image" | "image-reference";
  readonly span: Span;
  /** Between the brackets; for an autolink the address. */
  readonly text: Span;
  /** Resolved and unescaped; undefined for a reference without definition (then it is no link and not listed). */
  readonly destination: string;
  /** The destination as written in the link, else in its definition. */
  readonly destinationSpan: Span;
}

export interface LinkDefinition {
  readonly span: Span;
  readonly label: string;
  readonly destination: string;
  readonly destinationSpan: Span;
}

/** `[[Target]]`, `[[Target|shown]]`, `[[Target#Heading]]`: the span covers the brackets. */
export interface Wikilink {
  readonly span: Span;
  /** What is linked, trimmed, without `|shown` and `#heading`. */
  readonly target: string;
  readonly targetSpan: Span;
}

/**
 * Something that looks like an id, `PREFIX-12` or qualified `PREFIX-1/FR-2`, in prose, a heading, a cell or inline code;
 * whether the prefix is one of the project's is for the model to say.
 * Never in fenced or indented code, HTML, comments, URLs, link destinations or the text of a link to a URL.
 */
export interface Mention {
  readonly span: Span;
  readonly id: string;
}

/** `<!-- … -->`, wherever it stands. */
export interface HtmlComment {
  readonly span: Span;
}
