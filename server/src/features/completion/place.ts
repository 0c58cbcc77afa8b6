import type { Span } from "../../base/span.ts";
import { canonicalName } from "../../model/schema.ts";
import { keysAround, listAt, othersInList, siblingsOf } from "./around.ts";
import { type BlockLine, blockLines, gluedKey, keyOf, peel } from "./block-lines.ts";
import { type TypedValue, typedValue, valueSpans } from "./typed-value.ts";

/**
 * What is being typed in the block at the top, read from the lines alone: it must not matter whether they make sense yet.
 *
 *     features:
 *       - title: Wallet
 *         status: in pr|        { type: "value", path: ["features", "status"], typed: "in pr" }
 */
export interface TypedPlace {
  readonly type: "key" | "value";
  /** Canonical names of the keys around it, from the outside; for a value the last is its own. */
  readonly path: readonly string[];
  /** What stands before the cursor of the word being typed. */
  readonly typed: string;
  /** The word that completing replaces. */
  readonly span: Span;
  /** All of the value, for those who would rather replace that. */
  readonly whole: Span;
  /** For a key, canonical names of the keys that the same mapping has already. */
  readonly siblings: readonly string[];
  /** For a value, what stands in the same list already. */
  readonly others: readonly string[];
  /** What must be put in front: the space of `status:|`, the dash of a line where a list goes on. */
  readonly before: string;
  /** Where a space is missing further in front: `goals:[GO|`. */
  readonly gap: number | undefined;
  /** What must follow: the colon of a key, the brackets of `[[`; nothing where they stand there. */
  readonly behind: string;
  readonly form: ValueForm;
  /** In a block list, the column of the keys that an entry with several would have. */
  readonly column: number | undefined;
}

/** How a value is written: as it is, in brackets, in quotes, in `[[…]]`. */
export type ValueForm = "block" | "flow" | "double" | "single" | "wikilink";

/**
 * The places at `offset`, none outside the block and in comments. On an empty line there may be two: a list goes on, or a
 * new field begins.
 */
export function typedPlaces(text: string, content: Span, offset: number): readonly TypedPlace[] {
  if (offset < content.start || offset > content.end) return [];
  const lines = blockLines(text, content);
  const at = lines.findIndex(({ end }) => offset <= end);
  const line = lines[at];
  if (line === undefined) return [];
  const before = text.slice(line.start, offset);
  // The fences, and what will be one.
  if (/^(?:-{2,}|\.{2,})\s*$/.test(before)) return [];
  const context: Context = { text, lines, at, offset };
  const flow = flowAround(context);
  if (flow !== undefined) return flow;
  const current = peel(before);
  const path = keysAround(lines.slice(0, at), current, text);
  const colon = keyOf(current.rest);
  if (colon !== undefined) {
    const isGlued = current.rest.endsWith(":");
    const from = offset - current.rest.length + colon.length;
    return inValue(from, [...path, colon.name], isGlued ? " " : "", context);
  }
  const glued = gluedKey(current.rest);
  if (glued !== undefined) {
    return inValue(offset - current.rest.length + glued.length, [...path, glued.name], " ", context);
  }
  if (text.slice(line.start, line.end).trim() === "") return onEmptyLine(path, context);
  if (!current.isItem) return [keyPlace(path, current.rest, siblingsOf(lines, at, current, text), context)];
  // `-|` still lacks its space.
  const space = before.endsWith("-") && current.rest === "" ? " " : "";
  const entry = inValue(offset - current.rest.length, path, space, context, current.column + space.length);
  // An entry may be a mapping, and this the first of its keys.
  if (!/^[a-z]+$/.test(current.rest)) return entry;
  return [...entry, keyPlace(path, current.rest, siblingsOf(lines, at, current, text), context)];
}

interface Context {
  readonly text: string;
  readonly lines: readonly BlockLine[];
  readonly at: number;
  readonly offset: number;
}

/** A list in brackets that was begun on a line above and is still open; only what is indented belongs to it. */
function flowAround(context: Context): readonly TypedPlace[] | undefined {
  const { text, lines, at, offset } = context;
  const { dash } = peel(text.slice(lines[at]!.start, lines[at]!.end));
  for (let above = at - 1; above >= 0; above--) {
    const line = lines[above]!;
    const written = text.slice(line.start, line.end);
    if (written.trim() === "") continue;
    const peeled = peel(written);
    const key = keyOf(peeled.rest);
    if (key === undefined || !/^[[{]/.test(peeled.rest.slice(key.length))) {
      if (peeled.dash === 0) return undefined;
      continue;
    }
    if (dash <= peeled.dash) return undefined;
    const value = typedValue(text, line.end - peeled.rest.length + key.length, offset);
    if (value === undefined || value.frames.length === 0) return undefined;
    return [fromValue(value, [...keysAround(lines.slice(0, above), peeled, text), key.name], "", context)];
  }
  return undefined;
}

function inValue(
  start: number,
  path: readonly string[],
  before: string,
  context: Context,
  column?: number,
): readonly TypedPlace[] {
  const value = typedValue(context.text, start, context.offset);
  if (value === undefined) return [];
  const isNext = value.start === start;
  const place = fromValue(value, path, isNext ? before : "", context, column);
  return [before === "" || isNext ? place : { ...place, gap: start }];
}

function fromValue(
  value: TypedValue,
  path: readonly string[],
  before: string,
  context: Context,
  column?: number,
): TypedPlace {
  const { text, offset } = context;
  const { word, whole } = valueSpans(text, offset, value);
  const frame = value.frames.at(-1);
  const outer = value.frames.slice(0, -1).flatMap(({ key }) => (key === undefined ? [] : [canonicalName(key)]));
  const inner = [...path, ...outer];
  if (frame?.open === "{" && value.key === undefined) {
    const behind = value.others.flatMap((other) => (other.includes(":") ? [other.split(":")[0]!.trim()] : []));
    return keyPlace(inner, value.typed, [...frame.keys, ...behind].map(canonicalName), context);
  }
  const inList = column === undefined ? [] : othersInList(context.lines, context.at, text);
  return {
    type: "value",
    path: value.key === undefined ? inner : [...inner, canonicalName(value.key)],
    typed: value.typed,
    span: word,
    whole,
    siblings: [],
    others: [...value.others, ...inList],
    before,
    gap: undefined,
    behind: value.isWikilink && !/^(?:\]\]|[|#])/.test(text.slice(whole.end, whole.end + 2)) ? "]]" : "",
    form: formOf(value),
    column: value.frames.length === 0 && value.quote === undefined && !value.isWikilink ? column : undefined,
  };
}

function formOf({ isWikilink, quote, frames }: TypedValue): ValueForm {
  if (isWikilink) return "wikilink";
  if (quote !== undefined) return quote === '"' ? "double" : "single";
  return frames.length > 0 ? "flow" : "block";
}

function keyPlace(
  path: readonly string[],
  typed: string,
  siblings: readonly string[],
  { text, offset }: Context,
): TypedPlace {
  const span = {
    start: offset - typed.length,
    end: offset + /^[\p{L}\p{N}_-]*/u.exec(text.slice(offset, offset + 100))![0].length,
  };
  const rest = text.slice(span.end, span.end + 1);
  const hasColon = /^["']?[ \t]*:/.test(text.slice(span.end, span.end + 20));
  const behind = hasColon ? "" : rest === " " ? ":" : ": ";
  return {
    ...{ type: "key", path, typed, span, whole: span, siblings },
    ...{ others: [], before: "", gap: undefined, behind, form: "block", column: undefined },
  };
}

/** A list above may go on here, and where a key may stand, one. */
function onEmptyLine(path: readonly string[], context: Context): readonly TypedPlace[] {
  const { text, lines, at, offset } = context;
  const column = offset - lines[at]!.start;
  const current = peel(text.slice(lines[at]!.start, offset));
  const list = listAt(lines, at, column, text);
  const span = { start: offset, end: offset };
  const entry: TypedPlace | undefined = list && {
    ...{
      type: "value",
      path: list.path,
      typed: "",
      span,
      whole: span,
      siblings: [],
      others: othersInList(lines, at, text, list.dash),
    },
    ...{
      before: `${" ".repeat(list.dash - column)}- `,
      gap: undefined,
      behind: "",
      form: "block",
      column: list.dash + 2,
    },
  };
  const key = list?.isOnly === true ? undefined : keyPlace(path, "", siblingsOf(lines, at, current, text), context);
  return [entry, key].filter((place) => place !== undefined);
}
