import type { Span } from "../../base/span.ts";
import { canonicalName } from "../../model/schema.ts";
import type { Frontmatter } from "../../syntax/frontmatter.ts";

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
  /** What stands before the cursor of the word being typed; completing replaces `span`. */
  readonly typed: string;
  readonly span: Span;
  /** Canonical names of the keys that the same mapping has already. */
  readonly siblings: readonly string[];
  /** Whether a colon or a space must be put in front: `status:|`. */
  readonly glued: boolean;
}

/** The place at `offset`, or undefined outside the block and in comments. */
export function typedPlace(text: string, { content, open }: Frontmatter, offset: number): TypedPlace | undefined {
  if (open === undefined || offset < content.start || offset > content.end) return undefined;
  const lines = linesOf(text, content);
  const at = lines.findIndex(({ end }) => offset <= end);
  const line = lines[at];
  if (line === undefined) return undefined;
  const before = text.slice(line.start, offset);
  if (/(^|\s)#/.test(before)) return undefined;
  const current = peel(before);
  const { rest } = current;
  const around = keysAround(lines.slice(0, at), current, text);
  const colon = keyPattern.exec(rest);
  if (colon === null) {
    if (current.isItem || around.open) return value(rest, around.path, offset, text, false);
    const siblings = siblingsOf(lines, at, current, text);
    return {
      type: "key",
      path: around.path,
      typed: rest,
      span: wordAfter(offset - rest.length, offset, text),
      siblings,
      glued: false,
    };
  }
  const path = [...around.path, canonicalName(colon[2]!)];
  return value(rest.slice(colon[0].length), path, offset, text, rest.endsWith(":"));
}

/** The word at the end of a value: behind the last comma, bracket or quote. */
function value(written: string, path: readonly string[], offset: number, text: string, glued: boolean): TypedPlace {
  const opener = Math.max(
    written.lastIndexOf(","),
    written.lastIndexOf("["),
    written.lastIndexOf('"'),
    written.lastIndexOf("'"),
  );
  const typed = written.slice(opener + 1).trimStart();
  return { type: "value", path, typed, span: wordAfter(offset - typed.length, offset, text), siblings: [], glued };
}

/** From `start` over the cursor to the end of the word it stands in. */
function wordAfter(start: number, offset: number, text: string): Span {
  let end = offset;
  while (end < text.length && /[\w./-]/.test(text[end]!)) end++;
  return { start, end };
}

interface Around {
  readonly path: readonly string[];
  /** Whether the nearest key above waits for its value on this line: a flow list that is not closed. */
  readonly open: boolean;
}

/** The keys that the lines above nest the current one in. */
function keysAround(above: readonly Span[], current: Peeled, text: string): Around {
  const path: string[] = [];
  let open = false;
  let inner = current;
  for (const line of above.toReversed()) {
    const written = text.slice(line.start, line.end);
    if (written.trim() === "" || written.trimStart().startsWith("#")) continue;
    const peeled = peel(written);
    const key = keyPattern.exec(peeled.rest);
    const behind = key === null ? "" : peeled.rest.slice(key[0].length);
    const isFirst = path.length === 0;
    if (isFirst && key !== null && behind.includes("[") && !behind.includes("]")) open = true;
    if (!inner.isItem && peeled.isItem && peeled.column === inner.column) inner = peeled;
    else if (key !== null && (open && isFirst ? true : encloses(peeled, inner, behind.trim() === ""))) {
      path.unshift(canonicalName(key[2]!));
      inner = peeled;
    }
    if (inner.dash === 0 && !inner.isItem) break;
  }
  return { path, open };
}

/** A mapping stands to the right of its key; a list may stand right below it. */
function encloses(key: Peeled, inner: Peeled, isEmpty: boolean): boolean {
  if (!inner.isItem) return key.column < inner.column;
  return key.column < inner.dash || (key.column === inner.dash && !key.isItem && isEmpty);
}

const keyPattern = /^(["']?)(\w(?:[ -]*\w)*-*)\1\s*:(?:\s|$)/;

interface Peeled {
  /** Where the text begins, behind blanks and dashes. */
  readonly column: number;
  /** Where the first dash stands, else the same. */
  readonly dash: number;
  readonly isItem: boolean;
  readonly rest: string;
}

function peel(line: string): Peeled {
  const dash = /^\s*/.exec(line)![0].length;
  const marker = /^(?:-\s+)*(?:-$)?/.exec(line.slice(dash))![0].length;
  return { column: dash + marker, dash, isItem: marker > 0, rest: line.slice(dash + marker) };
}

/** The keys at the same column of the same mapping, above and below. */
function siblingsOf(lines: readonly Span[], at: number, { column, isItem }: Peeled, text: string): readonly string[] {
  const names: string[] = [];
  const take = (line: Span | undefined, isAbove: boolean): boolean => {
    if (line === undefined) return false;
    const written = text.slice(line.start, line.end);
    if (written.trim() === "") return true;
    const own = peel(written);
    if (own.column < column || (own.column === column && own.isItem && !isAbove)) return false;
    const key = own.column === column ? keyPattern.exec(own.rest) : null;
    if (key !== null) names.push(canonicalName(key[2]!));
    return !(own.column === column && own.isItem);
  };
  if (!isItem) for (let above = at - 1; take(lines[above], true); above--);
  for (let below = at + 1; take(lines[below], false); below++);
  return names;
}

function linesOf(text: string, { start, end }: Span): readonly Span[] {
  const lines: Span[] = [];
  for (let from = start; from <= end; ) {
    const newline = text.indexOf("\n", from);
    const to = newline < 0 || newline > end ? end : newline;
    lines.push({ start: from, end: text[to - 1] === "\r" && to > from ? to - 1 : to });
    from = to + 1;
  }
  return lines;
}
