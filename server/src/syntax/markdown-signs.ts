import { isDigit } from "./markdown-chars.ts";

/**
 * Where in a text the characters stand that may start something, as far as what follows lets them. Each sort is looked for
 * by itself, since a text is looked through natively for one character in next to no time, and prose has few of any sort.
 */
export interface Signs {
  readonly text: string;
  /** Of each sort the next one; the text's length where no more comes, -1 where nobody has looked yet. */
  readonly next: number[];
  /** The first of them, and its sort. */
  first: number;
  sort: number;
  /** The first of the other sorts. */
  second: number;
}

const marks = ["`", "-", "[", "]", "\\", "<", "@", "![", "://", "{{", "TBD", "www."] as const;
const dash = marks.indexOf("-");
const www = marks.indexOf("www.");
const unknown = marks.map(() => -1);

export function newSigns(text: string): Signs {
  return { text, next: unknown.slice(), first: -1, sort: 0, second: -1 };
}

/** The next sign from `from` on, which never goes back; the text's length where there is none. */
export function nextSign(signs: Signs, from: number): number {
  if (signs.first >= from) return signs.first;
  if (signs.second >= from) {
    // Only one sort has been passed, and it often comes again before the others do.
    const at = find(signs.text, signs.sort, from);
    if (at <= signs.second) {
      signs.first = at;
      return at;
    }
    signs.next[signs.sort] = at;
  }
  return firstOfAll(signs, from);
}

function firstOfAll(signs: Signs, from: number): number {
  const { text, next } = signs;
  let first = text.length;
  let second = first;
  let which = 0;
  for (let sort = 0; sort < next.length; sort++) {
    let at = next[sort]!;
    if (at < from) {
      at = find(text, sort, from);
      next[sort] = at;
    }
    if (at < first) {
      second = first;
      first = at;
      which = sort;
    } else if (at < second) second = at;
  }
  signs.first = first;
  signs.second = second;
  signs.sort = which;
  return first;
}

function find(text: string, sort: number, from: number): number {
  if (sort === www) return findWww(text, from);
  let at = text.indexOf(marks[sort]!, from);
  if (sort === dash) while (at >= 0 && !isDigit(text.charCodeAt(at + 1))) at = text.indexOf("-", at + 1);
  return at < 0 ? text.length : at;
}

/** Small and large letters. */
const anyWww = /[wW]{3}\./g;

function findWww(text: string, from: number): number {
  anyWww.lastIndex = from;
  return anyWww.test(text) ? anyWww.lastIndex - 4 : text.length;
}
