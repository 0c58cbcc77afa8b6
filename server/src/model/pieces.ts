import type { Span } from "../base/span.ts";
import type { YamlScalar } from "../syntax/yaml-tree.ts";
import { isNotGiven, noneOnPurpose } from "./given.ts";
import { innerSpan } from "./inner-span.ts";
import type { FieldDefinition } from "./kinds.ts";
import { readPeople } from "./person.ts";
import type { Reading } from "./reading.ts";

/** A value as it is written, or one of several in one text. */
export interface Piece {
  readonly text: string;
  readonly span: Span;
  /** The scalar it is a part of. */
  readonly of: YamlScalar;
}

/** A list takes one value, a list, or a comma-separated string; commas inside brackets separate nothing. */
export function pieces(scalar: YamlScalar, definition: FieldDefinition, reading: Reading): readonly Piece[] {
  const span = innerSpan(scalar);
  const whole = { text: scalar.text.trim(), span, of: scalar };
  if (whole.text === "") return [];
  if (!definition.many || noneOnPurpose(whole.text) !== undefined) return [whole];
  if (reading.text.slice(span.start, span.end) !== scalar.text) return [whole];
  if (definition.type === "person") {
    const people = readPeople(scalar.text);
    return people.length === 0
      ? [whole]
      : people.map(({ text, span: part }) => ({ text, span: shift(part, span.start), of: scalar }));
  }
  if (!scalar.text.includes(",")) return [whole];
  return splitList(scalar.text).map((part) => ({
    text: scalar.text.slice(part.start, part.end),
    span: shift(part, span.start),
    of: scalar,
  }));
}

/** The trimmed parts between commas that stand in no bracket. */
export function splitList(text: string): readonly Span[] {
  const parts: Span[] = [];
  let depth = 0;
  let start = 0;
  // The first that does not stand before `start`, so that each is looked for once however many commas there are.
  let address = text.indexOf("://");
  const close = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && text[from]!.trim() === "") from++;
    while (to > from && text[to - 1]!.trim() === "") to--;
    if (to > from) parts.push({ start: from, end: to });
    start = end + 1;
    if (address >= 0 && address < start) address = text.indexOf("://", start);
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === "[" || char === "(") depth++;
    else if (char === "]" || char === ")") depth = Math.max(0, depth - 1);
    else if (char === "," && depth === 0 && !isInAddress(text, address, at)) close(at);
  }
  close(text.length);
  return parts;
}

/** `https://map.example/@48.1,11.5` has a comma of its own; what is written next to one stands behind a blank, or is one too. */
function isInAddress(text: string, address: number, comma: number): boolean {
  if (address < 0 || address > comma) return false;
  if (text[comma + 1]?.trim() === "" || comma + 1 === text.length) return false;
  return !/^(?:[a-z][a-z\d+.-]{0,20}:\/\/|\[)/i.test(text.slice(comma + 1, comma + 30));
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** A status and a health are words that mean what they say, whatever they are. */
export function isGiven(text: string, definition: FieldDefinition): boolean {
  if (isLeftOver(text, definition)) return false;
  if (definition.type === "status" || definition.type === "health") return true;
  return !isNotGiven(text) && noneOnPurpose(text) === undefined;
}

/** What a template left for the author: `{{owner}}`, or a choice that nobody made, `low|medium|high`. */
export function isLeftOver(text: string, { type }: FieldDefinition): boolean {
  if (text.startsWith("{{") && /^\{\{[^{}]*\}\}$/.test(text)) return true;
  if (text.length > 200 || !text.includes("|")) return false;
  const choices = text.split("|");
  const fewest = type === "status" || type === "health" || type === "enum" ? 2 : 3;
  return choices.length >= fewest && choices.every((choice) => /^[\w *-]+$/.test(choice.trim()));
}
