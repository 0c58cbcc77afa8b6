import type { Document } from "../base/document.ts";
import { memo } from "../base/memo.ts";
import type { Span } from "../base/span.ts";
import { plainTitle } from "../model/plain-title.ts";
import { type SectionTopic, topicOf } from "../model/section-topic.ts";
import { readMarkdown } from "../syntax/markdown.ts";
import { frontmatterOf } from "./find-map.ts";

/** A line that says something in words only, under a heading that tells what it is about. */
export interface ProseLine {
  readonly topic: SectionTopic;
  readonly heading: string;
  /** Behind the sign of a list and its box. */
  readonly content: Span;
  /** As a reader sees it. */
  readonly plain: string;
  readonly isItem: boolean;
}

/** The lines of a document's sections about goals, KPIs and requirements; those that begin with an id say it properly. */
export const proseLines = memo((document: Document): readonly ProseLine[] => {
  const { text } = document;
  const { blocks } = readMarkdown(text, frontmatterOf(document).bodyStart);
  const lines: ProseLine[] = [];
  let section: { readonly topic: SectionTopic; readonly heading: string; readonly level: number } | undefined;
  for (const block of blocks) {
    if (block.type === "heading") {
      if (section !== undefined && block.level > section.level) continue;
      const topic = block.depth === 0 ? topicOf(block.plain) : undefined;
      section = topic === undefined ? undefined : { topic, heading: block.plain, level: block.level };
      continue;
    }
    if (section === undefined || (block.type !== "item" && (block.type !== "paragraph" || block.depth > 0))) continue;
    const content = block.type === "item" ? block.content : block.span;
    const plain = content.end - content.start > longest ? "" : plainTitle(text.slice(content.start, content.end));
    const { topic, heading } = section;
    if (isLine(plain)) lines.push({ topic, heading, content, plain, isItem: block.type === "item" });
  }
  return lines;
});

/** What is longer is no line. */
const longest = 300;

/** Not a field or an introduction, and nothing that has an id. */
function isLine(plain: string): boolean {
  return (
    plain.includes(" ") && !plain.endsWith(":") && !/^[A-Za-z][\w-]{0,15}-\d/.test(plain) && !plain.includes("TBD")
  );
}
