import type { Document } from "../base/document.ts";
import type { Span } from "../base/span.ts";
import type { Heading } from "../syntax/markdown-tree.ts";
import { frontmatterOf } from "./find-map.ts";
import { markdownOf, trimmed } from "./section.ts";

/** What a document says beside its fields and its title. */
export interface Prose {
  readonly title: Heading | undefined;
  /** In front of the title, where something stands there, and below it. */
  readonly pieces: readonly Span[];
  /** How many levels its headings go down below a heading of the level that was asked for. */
  readonly by: number;
}

export function proseOf(document: Document, level: number): Prose {
  const { text } = document;
  const { bodyStart } = frontmatterOf(document);
  const headings = markdownOf(document).blocks.filter((block) => block.type === "heading");
  const tops = headings.filter((heading) => heading.level === 1 && heading.depth === 0);
  const title = tops[0];
  const pieces =
    title === undefined
      ? [trimmed(text, bodyStart, text.length)]
      : [trimmed(text, bodyStart, title.span.start), trimmed(text, title.span.end, text.length)];
  return {
    title,
    pieces: pieces.filter(({ start, end }) => start < end),
    // Another heading of the first level would end the section.
    by: tops.length > 1 || title === undefined ? level : level - 1,
  };
}

/** Whether a document says nothing below its title, so that its fields are all of it. */
export function isOnlyFields(document: Document): boolean {
  return proseOf(document, 1).pieces.length === 0;
}
