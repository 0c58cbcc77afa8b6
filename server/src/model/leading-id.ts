import type { Span } from "../base/span.ts";
import { bare } from "./bare.ts";
import type { Reading } from "./reading.ts";
import { idPrefix } from "./requirement-id.ts";
import type { SchemaKind } from "./schema.ts";

export interface LeadingId {
  readonly id: string;
  readonly kind: SchemaKind;
  readonly span: Span;
  /** What stands behind the id and its separator, without emphasis. */
  readonly rest: Span;
}

/** `FEAT-12: One-tap pay`, `**FR-3:** …`, `FR-3 — …`: an id with a prefix of the project at the start of a span. */
export function leadingId(content: Span, reading: Reading): LeadingId | undefined {
  const { text } = reading;
  let start = content.start;
  while (start < content.end && isDressing(text.charCodeAt(start))) start++;
  let end = start;
  while (end < content.end && end - start < 64 && isOfId(text.charCodeAt(end))) end++;
  if (end === start || !isDigit(text.charCodeAt(end - 1))) return undefined;
  const id = text.slice(start, end);
  const prefix = idPrefix(id);
  const kind = prefix === undefined ? undefined : reading.schema.prefixes.get(prefix);
  if (kind === undefined) return undefined;
  const behind = text.slice(end, Math.min(content.end, end + longestSign));
  const from = end + sign.exec(behind)![0].length;
  return { id, kind, span: { start, end }, rest: bare({ start: from, end: content.end }, text) };
}

/** `Requirement: One-tap pay`: the name of a kind of requirement at the start of a span, and what stands behind it. */
export function leadingKind(content: Span, { text, schema }: Reading): Pick<LeadingId, "kind" | "rest"> | undefined {
  const colon = text.slice(content.start, Math.min(content.end, content.start + longestName)).indexOf(":");
  if (colon < 1) return undefined;
  const at = content.start + colon;
  const name = bare({ start: content.start, end: at }, text);
  const kind = schema.kindNames.get(text.slice(name.start, name.end).toLowerCase());
  if (kind?.base !== "requirement") return undefined;
  const rest = bare({ start: at + 1, end: content.end }, text);
  return rest.start < rest.end ? { kind, rest } : undefined;
}

/** Kinds have short names. */
const longestName = 64;

/** What ends the emphasis or the link around an id, and what parts it from the rest; not the emphasis that begins there. */
const sign = /^[*_`]*(?:\]\([^()\s]*\)|\])?(?:\s*[:.)–—|-]+[*_`\]]*)*\s*/;

/** An id may be a link, with its address behind it. */
const longestSign = 200;

/** Stars, ticks, underscores, an opening bracket, blanks. */
function isDressing(code: number): boolean {
  return code === 42 || code === 95 || code === 96 || code === 91 || code === 32 || (code >= 9 && code <= 13);
}

function isOfId(code: number): boolean {
  const letter = code | 32;
  return (letter >= 97 && letter <= 122) || isDigit(code) || code === 45 || code === 95;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
