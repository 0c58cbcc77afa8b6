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
  while (start < content.end && /[*_`[\s]/.test(text[start]!)) start++;
  let end = start;
  while (end < content.end && end - start < 64 && /[A-Za-z0-9_-]/.test(text[end]!)) end++;
  const id = text.slice(start, end);
  const prefix = idPrefix(id);
  const kind = prefix === undefined ? undefined : reading.schema.prefixes.get(prefix);
  if (kind === undefined) return undefined;
  const behind = text.slice(end, Math.min(content.end, end + longestSign));
  const from = end + sign.exec(behind)![0].length;
  return { id, kind, span: { start, end }, rest: bare({ start: from, end: content.end }, text) };
}

/** What ends the emphasis or the link around an id, and what parts it from the rest; not the emphasis that begins there. */
const sign = /^[*_`]*(?:\]\([^()\s]*\)|\])?(?:\s*[:.)–—|-]+[*_`\]]*)*\s*/;

/** An id may be a link, with its address behind it. */
const longestSign = 200;
