import type { Span } from "../../base/span.ts";

/**
 * Where the cursor stands in a value, read from its start: in which list or braces, behind which comma, in what quotes.
 *
 *     [GOAL-1, "GO|        { quote: '"', typed: "GO", frames: [{ open: "[", … }] }
 */
export interface TypedValue {
  readonly quote: '"' | "'" | undefined;
  /** Inside `[[`. */
  readonly isWikilink: boolean;
  /** The brackets and braces that are open, from the outside. */
  readonly frames: readonly Frame[];
  /** The key that the value belongs to, in braces. */
  readonly key: string | undefined;
  readonly typed: string;
  /** Where what is typed starts, behind quotes and brackets. */
  readonly start: number;
  /** The other words of the innermost list, those behind the cursor too. */
  readonly others: readonly string[];
}

interface Frame {
  readonly open: "[" | "{";
  /** In braces, the keys before the cursor. */
  readonly keys: readonly string[];
  /** In braces around another list, the key that it belongs to. */
  readonly key: string | undefined;
}

interface OpenFrame extends Frame {
  readonly keys: string[];
  readonly words: string[];
  key: string | undefined;
}

/** Reads from `start`, where the value begins, to `offset`; undefined in a comment, and behind brackets that are closed. */
export function typedValue(text: string, start: number, offset: number): TypedValue | undefined {
  const frames: OpenFrame[] = [];
  const outside: OpenFrame = { open: "[", keys: [], words: [], key: undefined };
  let quote: TypedValue["quote"];
  let isWikilink = false;
  let isClosed = false;
  let from = start;
  const frame = () => frames.at(-1) ?? outside;
  const isEmpty = (at: number) => text.slice(from, at).trim() === "";
  const next = (at: number) => {
    from = at;
    isClosed = false;
  };
  for (let at = start; at < offset; at++) {
    const sign = text[at]!;
    if (isWikilink) {
      if (sign === "]" && text[at + 1] === "]") {
        isWikilink = false;
        isClosed = true;
        at++;
      }
    } else if (sign === "," && (quote === undefined || frames.length === 0)) {
      frame().words.push(text.slice(from, at));
      if (frame().open === "{") frame().key = undefined;
      next(at + 1);
    } else if (quote !== undefined) {
      if (sign === "\\" && quote === '"') at++;
      else if (sign === quote) {
        quote = undefined;
        isClosed = true;
      }
    } else if (sign === "#" && /\s/.test(text[at - 1] ?? " ")) {
      const newline = text.indexOf("\n", at);
      if (newline < 0 || newline >= offset) return undefined;
      at = newline;
      next(newline + 1);
    } else if ((sign === '"' || sign === "'") && isEmpty(at)) {
      quote = sign;
      next(at + 1);
    } else if (sign === "[" && text[at + 1] === "[" && text[at + 2] !== "[" && at + 1 < offset && isEmpty(at)) {
      isWikilink = true;
      next(at + 2);
      at++;
    } else if ((sign === "[" || sign === "{") && isEmpty(at)) {
      frames.push({ open: sign, keys: [], words: [], key: undefined });
      next(at + 1);
    } else if ((sign === "]" || sign === "}") && frames.length > 0) {
      frames.pop();
      isClosed = true;
    } else if (sign === ":" && frame().open === "{" && frames.length > 0 && /[\s,}]|^$/.test(text[at + 1] ?? "")) {
      frame().key = text.slice(from, at).trim();
      frame().keys.push(frame().key!);
      next(at + 1);
    }
  }
  if (isClosed) return undefined;
  // What wraps is completed from the line that the cursor is in.
  const typed = text.slice(Math.max(from, text.lastIndexOf("\n", offset - 1) + 1), offset).trimStart();
  return {
    quote,
    isWikilink,
    frames,
    key: frame().key,
    typed,
    start: offset - typed.length,
    others: [...frame().words, ...wordsBehind(text, offset, frames.length > 0)].map(bareWord),
  };
}

/** The words behind the cursor, up to the end of the list or line. */
function wordsBehind(text: string, offset: number, isList: boolean): readonly string[] {
  const rest = text.slice(offset, lineEnd(text, offset)).replace(/\s#.*$/, "");
  return (isList ? rest.split(/[\]}]/)[0]! : rest).split(",").slice(1);
}

/** A word of a list without the quotes and brackets around it. */
export function bareWord(word: string): string {
  const written = word.trim();
  let start = 0;
  let end = written.length;
  while (start < end && `"'[`.includes(written[start]!)) start++;
  while (end > start && `"']`.includes(written[end - 1]!)) end--;
  return written.slice(start, end);
}

/** What is replaced where somebody completes in the middle: the word under the cursor, and all of the value. */
export function valueSpans(
  text: string,
  offset: number,
  value: TypedValue,
): { readonly word: Span; readonly whole: Span } {
  const rest = text.slice(offset, lineEnd(text, offset));
  const ends = value.isWikilink
    ? /[\]|#]/
    : value.quote !== undefined
      ? value.quote === '"'
        ? /[",]/
        : /[',]/
      : value.frames.length > 0
        ? /[,\]}]|\s#/
        : /,|\s#/;
  const at = rest.search(ends);
  const whole = (at < 0 ? rest : rest.slice(0, at)).trimEnd();
  const word = /^[\p{L}\p{N}_./@-]*/u.exec(whole)![0];
  return {
    word: { start: value.start, end: offset + word.length },
    whole: { start: value.start, end: offset + whole.length },
  };
}

function lineEnd(text: string, offset: number): number {
  const at = text.slice(offset).search(/\r?\n|\r/);
  return at < 0 ? text.length : offset + at;
}
