import type { Span } from "../../base/span.ts";

/** What is being typed in the text of a document, as far as its own line tells. */
export type BodyPlace = { readonly typed: string; readonly span: Span } & (
  | { readonly type: "wikilink"; readonly isClosed: boolean }
  /** Between the brackets of `[text](…)`, or behind `[label]:`. */
  | { readonly type: "path" }
  /** Behind the `#` of such an address; `path` is what stands before it, empty for this document. */
  | { readonly type: "anchor"; readonly path: string }
  /** `PRD-1/FR-|`. */
  | { readonly type: "requirement"; readonly document: string }
  /** `GOAL-|`, or the beginning of a known prefix. */
  | { readonly type: "id"; readonly starts: Start | undefined }
);

/** What begins with the id, where it may be the id of something new: a heading, a list entry, a row; with open emphasis. */
export interface Start {
  readonly of: "heading" | "entry" | "row";
  readonly emphasis: string;
}

/** The place at the end of `before`, the line up to the cursor; `behind` is the rest of the line, `offset` the cursor. */
export function bodyPlace(before: string, behind: string, offset: number): BodyPlace | undefined {
  // Behind an odd number of ticks stands code.
  const isCode = (before.split("`").length - 1) % 2 === 1;
  return (
    (isCode ? undefined : (wikilink(before, behind, offset) ?? address(before, behind, offset))) ??
    requirement(before, behind, offset) ??
    id(before, behind, offset)
  );
}

function wikilink(before: string, behind: string, offset: number): BodyPlace | undefined {
  const open = before.lastIndexOf("[[");
  const typed = before.slice(open + 2);
  if (open < 0 || before[open - 1] === "\\" || /[[\]|#]/.test(typed)) return undefined;
  const rest = /^[^[\]|#\n]*/.exec(behind)![0];
  const isClosed = /^(?:[|#][^\]]*)?\]\]/.test(behind.slice(rest.length));
  const word = isClosed ? rest : /^[\p{L}\p{N}_/-]*/u.exec(rest)![0];
  return { type: "wikilink", typed, span: { start: offset - typed.length, end: offset + word.length }, isClosed };
}

function address(before: string, behind: string, offset: number): BodyPlace | undefined {
  const written = /\]\(\s*<?([^()\s<>]*)$/.exec(before)?.[1] ?? /^ {0,3}\[[^\]]+\]:\s+<?([^\s<>]*)$/.exec(before)?.[1];
  if (written === undefined || /^[a-z][a-z0-9+.-]*:/i.test(written)) return undefined;
  const hash = written.indexOf("#");
  const typed = written.slice(hash + 1);
  const rest = (hash < 0 ? /^[^()\s<>#]*/ : /^[^()\s<>]*/).exec(behind)![0];
  const span = { start: offset - typed.length, end: offset + rest.length };
  return hash < 0 ? { type: "path", typed, span } : { type: "anchor", path: written.slice(0, hash), typed, span };
}

function requirement(before: string, behind: string, offset: number): BodyPlace | undefined {
  const [, document, typed] =
    /(?<![\p{L}\p{N}_/-])([A-Za-z][A-Za-z0-9_-]{0,40}-\d{1,9})\/([A-Za-z]{0,20}-?\d{0,9})$/u.exec(before) ?? [];
  if (document === undefined || typed === undefined) return undefined;
  return { type: "requirement", document, typed, span: idSpan(typed, behind, offset) };
}

function id(before: string, behind: string, offset: number): BodyPlace | undefined {
  const typed = /(?<![\p{L}\p{N}_/-])[A-Z][A-Z0-9]{0,20}(?:-[\p{L}\p{N}]{0,40})?$/u.exec(before)?.[0];
  if (typed === undefined) return undefined;
  return { type: "id", typed, span: idSpan(typed, behind, offset), starts: startOf(before.slice(0, -typed.length)) };
}

function startOf(front: string): Start | undefined {
  if (/^ {0,3}#{2,6} +$/.test(front)) return { of: "heading", emphasis: "" };
  const entry = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(\*\*|__)?$/.exec(front);
  if (entry !== null) return { of: "entry", emphasis: entry[1] ?? "" };
  const row = /^\s*\|\s*(\*\*|__)?$/.exec(front);
  return row === null ? undefined : { of: "row", emphasis: row[1] ?? "" };
}

function idSpan(typed: string, behind: string, offset: number): Span {
  const rest = typed.includes("-") ? /^\d*(?![\p{L}\p{N}_])/u : /^[A-Z]*-?\d*(?![\p{L}\p{N}_])/u;
  return { start: offset - typed.length, end: offset + (rest.exec(behind)?.[0].length ?? 0) };
}
