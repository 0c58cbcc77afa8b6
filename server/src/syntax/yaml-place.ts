import { lineStartAt } from "../base/lines.ts";
import type { Span, TextEdit } from "../base/span.ts";
import type { YamlEntry, YamlMap, YamlNode } from "./yaml-tree.ts";

export function entryOf(map: YamlMap, name: string): YamlEntry | undefined {
  return map.entries.find(({ key }) => key.text === name);
}

/** The colon behind a name; between them only blanks can stand. */
export function colonOf(text: string, { key }: YamlEntry): number {
  return afterBlanks(text, key.span.end);
}

function afterBlanks(text: string, from: number): number {
  while (text[from] === " " || text[from] === "\t") from++;
  return from;
}

/** Writes `newText` where nothing stands yet, in place of the blanks at the end of the line. */
export function fill(text: string, from: number, newText: string): TextEdit {
  const end = afterBlanks(text, from);
  const alone = end === text.length || text[end] === "\n" || text[end] === "\r";
  return { span: { start: from, end: alone ? end : from }, newText };
}

export function isEmpty(node: YamlNode): boolean {
  return node.type === "scalar" && node.span.start === node.span.end;
}

export function at(offset: number): Span {
  return { start: offset, end: offset };
}

/** Where the line of `offset` ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  if (newline < 0) return text.length;
  return text[newline - 1] === "\r" && newline > offset ? newline - 1 : newline;
}

/** The column of `offset`; a byte order mark takes none. */
export function column(text: string, offset: number): number {
  const start = lineStartAt(text, offset);
  return offset - start - (start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0);
}
