import { isUnicodePunctuation, isUnicodeWhitespace } from "./markdown-chars.ts";

/** A run of `*`, `_` or `~` that may open or close emphasis. */
export interface Delimiter {
  readonly sign: number;
  /** Signs in the run, and how many of them are not yet used; none of a run of tildes that is too long. */
  readonly length: number;
  size: number;
  readonly opens: boolean;
  readonly closes: boolean;
  chunk: Marked | undefined;
}

/** The text that a run stands in: signs that are used up vanish from it. */
interface Marked {
  text: string;
  /** Where its text starts in the whole. */
  at: number;
  /** Emphasis starts or ends before or behind it. */
  splitsBefore: boolean;
  splitsBehind: boolean;
}

/** Reads the run at `at`; the characters on both sides say what it can do. */
export function delimiterAt(text: string, at: number, start: number, end: number): Delimiter {
  const sign = text.charCodeAt(at);
  let behind = at;
  while (behind < end && text.charCodeAt(behind) === sign) behind++;
  const length = behind - at;
  const previous = at > start ? text.charCodeAt(at - 1) : -1;
  const following = behind < end ? text.charCodeAt(behind) : -1;
  const before = classOf(previous);
  const after = classOf(following);
  let opens = after === letter || (after === mark && before !== letter);
  let closes = before === letter || (before === mark && after !== letter);
  if (sign === 126) return { sign, length, size: length > 2 ? 0 : length, opens, closes, chunk: undefined };
  opens ||= following === 126;
  closes ||= previous === 126;
  return {
    sign,
    length,
    size: length,
    opens: sign === 42 ? opens : opens && (before !== letter || !closes),
    closes: sign === 42 ? closes : closes && (after !== letter || !opens),
    chunk: undefined,
  };
}

/** Pairs closers with the nearest fitting openers; the signs that are used up vanish from their chunks. */
export function pairDelimiters(delimiters: readonly Delimiter[]): void {
  const waiting: Delimiter[] = [];
  // Below this depth no opener fits a closer of this kind, so no later one of the kind looks there again.
  const searched = new Map<string, number>();
  for (const closer of delimiters) {
    while (closer.closes && closer.size > 0) {
      const kind = `${closer.sign} ${closer.opens} ${closer.sign === 126 ? closer.size : closer.size % 3}`;
      const bottom = searched.get(kind) ?? 0;
      let depth = waiting.length - 1;
      while (depth >= bottom && !fits(waiting[depth]!, closer)) depth--;
      if (depth < bottom) {
        searched.set(kind, waiting.length);
        break;
      }
      const opener = waiting[depth]!;
      use(opener, closer);
      waiting.length = opener.size > 0 ? depth + 1 : depth;
      for (const [key, floor] of searched) if (floor > waiting.length) searched.set(key, waiting.length);
    }
    if (closer.opens && closer.size > 0) waiting.push(closer);
  }
}

const letter = 0;
const blank = 1;
const mark = 2;

function classOf(code: number): number {
  if (code === -1 || isUnicodeWhitespace(code)) return blank;
  return isUnicodePunctuation(code) ? mark : letter;
}

function fits(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.sign !== closer.sign) return false;
  if (closer.sign === 126) return opener.size === closer.size;
  const either = opener.closes || closer.opens;
  return !(either && closer.size % 3 !== 0 && (opener.size + closer.size) % 3 === 0);
}

function use(opener: Delimiter, closer: Delimiter): void {
  const used = closer.sign === 126 ? closer.size : opener.size > 1 && closer.size > 1 ? 2 : 1;
  opener.size -= used;
  closer.size -= used;
  opener.chunk!.text = opener.chunk!.text.slice(used);
  closer.chunk!.text = closer.chunk!.text.slice(used);
  closer.chunk!.at += used;
  opener.chunk!.splitsBehind = true;
  closer.chunk!.splitsBefore = true;
}
