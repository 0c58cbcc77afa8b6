import type { Document } from "../base/document.ts";
import type { Span } from "../base/span.ts";
import type { SchemaKind } from "../model/schema.ts";
import { sectionsOf } from "./section.ts";

/** Where something is written into a body, and what stands around it there. */
export interface SectionPlace {
  readonly span: Span;
  /** Of a heading there. */
  readonly level: number;
  readonly before: string;
  readonly behind: string;
}

/** The place for the first item of a kind in a document: in a section for them, else in one of its own at the end. */
export function placeForFirst(document: Document, kind: SchemaKind): SectionPlace {
  const { text } = document;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const section = sectionsOf(document).find(
    ({ heading: { plain, level, depth } }) =>
      level > 1 && depth === 0 && (titles[kind.base]?.test(plain) ?? plain.toLowerCase() === kind.plural.toLowerCase()),
  );
  if (section !== undefined) {
    const { level } = section.heading;
    return { ...placeBehind(section.content.end, newline), level: Math.min(6, level + 1) };
  }
  const end = text.trimEnd().length;
  const before = `${newline}${newline}## ${capital(kind.plural)}${newline}${newline}`;
  return { span: { start: end, end: text.length }, level: 3, before, behind: newline };
}

/** Below what ends at an offset, with an empty line in between. */
export function placeBehind(offset: number, newline: string): Omit<SectionPlace, "level"> {
  return { span: { start: offset, end: offset }, before: newline + newline, behind: "" };
}

const titles: Readonly<Record<string, RegExp>> = {
  requirement: /^(?:functional |product )?requirements$/i,
  feature: /^(?:features|scope)$/i,
};

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
