import { isBlank } from "./markdown-chars.ts";
import type { Mutable } from "./markdown-containers.ts";
import { trimmedEnd } from "./markdown-line.ts";
import type { Region } from "./markdown-regions.ts";
import type { Block, Heading } from "./markdown-tree.ts";

export type Level = Heading["level"];

/** How many `#` open a heading here; 0 when it is none. */
export function atxLevel(text: string, start: number, end: number): Level | 0 {
  let at = start;
  while (at < end && text.charCodeAt(at) === 35) at++;
  const level = at - start;
  if (level > 6 || level === 0) return 0;
  return at === end || isBlank(text.charCodeAt(at)) ? (level as Level) : 0;
}

/** 1 for a line of `=`, 2 for one of `-`, 0 for anything else. */
export function underlineLevel(text: string, start: number, end: number): 0 | 1 | 2 {
  const sign = text.charCodeAt(start);
  if (sign !== 61 && sign !== 45) return 0;
  let at = start;
  while (at < end && text.charCodeAt(at) === sign) at++;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at < end ? 0 : sign === 61 ? 1 : 2;
}

/** How many signs open a fence here, 0 when they do not: fewer than three, or a backtick behind backticks. */
export function fenceSize(text: string, start: number, end: number): number {
  const sign = text.charCodeAt(start);
  let at = start;
  while (at < end && text.charCodeAt(at) === sign) at++;
  const size = at - start;
  if (size < 3) return 0;
  if (sign === 96) for (; at < end; at++) if (text.charCodeAt(at) === 96) return 0;
  return size;
}

/** Whether the line from `start` on closes a fence of `size` signs: as many or more, and nothing else. */
export function fenceCloses(text: string, start: number, end: number, size: number): boolean {
  const sign = text.charCodeAt(start);
  let at = start;
  while (at < end && text.charCodeAt(at) === sign) at++;
  if (at - start < size) return false;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at === end;
}

interface Target {
  readonly text: string;
  readonly blocks: Block[];
  readonly regions: Region[];
  readonly stack: readonly unknown[];
}

/** Adds `## Title ##` as a heading. */
export function atxHeading(target: Target, level: Level, first: number, end: number): void {
  const { text } = target;
  let start = first + level;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  let close = trimmedEnd(text, start, end);
  let signs = close;
  while (signs > start && text.charCodeAt(signs - 1) === 35) signs--;
  if (signs < close && (signs === start || isBlank(text.charCodeAt(signs - 1)))) close = trimmedEnd(text, start, signs);
  const content = { start, end: close };
  const heading: Mutable<Heading> = {
    type: "heading",
    span: { start: first, end },
    depth: target.stack.length,
    level,
    content,
    plain: "",
  };
  target.blocks.push(heading);
  if (close > start) target.regions.push({ text, start, end: close, origins: undefined, html: false, heading });
}
