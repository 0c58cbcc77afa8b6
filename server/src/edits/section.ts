import type { Document } from "../base/document.ts";
import { memo } from "../base/memo.ts";
import type { Span } from "../base/span.ts";
import { readMarkdown } from "../syntax/markdown.ts";
import type { Heading } from "../syntax/markdown-tree.ts";
import { newSlugger } from "../syntax/slug.ts";
import { frontmatterOf } from "./find-map.ts";

/** A heading of a document with all that stands below it. */
export interface Section {
  readonly heading: Heading;
  /** As links name it. */
  readonly anchor: string;
  /** Up to the next heading of its level or above. */
  readonly span: Span;
  /** What stands below the heading, without the blank lines around it; empty at the end of the heading where nothing does. */
  readonly content: Span;
}

export const markdownOf = memo((document: Document) => readMarkdown(document.text, frontmatterOf(document).bodyStart));

/** The sections of a document, in order; a section stands in front of those inside it. */
export const sectionsOf = memo((document: Document): readonly Section[] => {
  const { text } = document;
  const headings = markdownOf(document).blocks.filter((block) => block.type === "heading");
  const anchorOf = newSlugger();
  const ends = endsOf(headings, text.length);
  return headings.map((heading, at) => {
    const span = { start: heading.span.start, end: ends[at]! };
    return { heading, anchor: anchorOf(heading.plain), span, content: trimmed(text, heading.span.end, span.end) };
  });
});

/** The section whose heading is around an offset; none in a quote or a list. */
export function sectionAt(document: Document, offset: number): Section | undefined {
  return sectionsOf(document).find(
    ({ heading: { span, depth } }) => depth === 0 && span.start <= offset && offset <= span.end,
  );
}

function endsOf(headings: readonly Heading[], length: number): readonly number[] {
  const ends: number[] = new Array(headings.length).fill(length);
  const open: number[] = [];
  for (const [at, { level, span }] of headings.entries()) {
    while (open.length > 0 && headings[open.at(-1)!]!.level >= level) ends[open.pop()!] = span.start;
    open.push(at);
  }
  return ends;
}

/** Without blank lines in front and blanks behind. */
export function trimmed(text: string, start: number, end: number): Span {
  const to = start + text.slice(start, end).trimEnd().length;
  const blank = /^(?:[ \t]*\r?\n)*/.exec(text.slice(start, to))![0].length;
  return to === start ? { start, end: start } : { start: start + blank, end: to };
}
