import { isAlphanumeric } from "../syntax/markdown-chars.ts";

/**
 * Two answers that are no values: "not given yet" (`tbd`, `?`, nothing at all), which only the completeness rules speak about,
 * and "none on purpose" (`n/a: legal deadline`), which satisfies them. Neither is ever a dead link; neither applies to `status`.
 */

/** Whether the author still owes it: empty, `tbd`, `TBD, probably Ana`, `to be decided`, `todo: ask Bo`, `???`, `-`, `[]`, `yyyy-mm-dd`. */
export function isNotGiven(text: string): boolean {
  if (startsValue(text.charCodeAt(0))) return false;
  const plain = text.trim();
  if (startsValue(plain.charCodeAt(0))) return false;
  const folded = plain.replace(/\s+/g, " ").toLowerCase();
  return onlySigns.test(folded) || owedWords.has(folded) || owedWithNote.test(folded);
}

/** The reason for there being none, `""` where none is given; undefined for any other text. `n/a`, `NA`, `None.`, `none - by law`. */
export function noneOnPurpose(text: string): string | undefined {
  if (isAlphanumeric(text.charCodeAt(0)) && !startsNone(text.charCodeAt(0))) return undefined;
  const plain = text.trim();
  if (!startsNone(plain.charCodeAt(0))) return undefined;
  const word = /^(?:n\/a|n\.a\.|na|none|not applicable)(?![\p{L}\p{N}])/iu.exec(plain)?.[0];
  if (word === undefined) return undefined;
  const rest = plain.slice(word.length);
  if (/^[.!]?$/.test(rest)) return "";
  // What follows has to look like a reason: `none-of-these` and `N/A/b.md` are names.
  const bracketed = /^\s*\((.*?)\)?$/s.exec(rest)?.[1];
  const said =
    bracketed ??
    (/^\s*[:;,–—]\s*(.*)$/s.exec(rest) ?? /^(?:\.\s|\s+-+\s)\s*(.*)$/s.exec(rest))?.[1] ??
    /^\s+((?:because|since|as|for|due to)\s.*)$/is.exec(rest)?.[1];
  return said?.trim();
}

/** A letter or digit with which no word begins that says that there is no value: most texts are known by it. */
function startsValue(code: number): boolean {
  const letter = code | 32;
  // `n`, `t`, `u` and `y`.
  return isAlphanumeric(code) && letter !== 110 && letter !== 116 && letter !== 117 && letter !== 121;
}

function startsNone(code: number): boolean {
  return code === 110 || code === 78;
}

const onlySigns = /^[\s?\-–—_.…~*"'[\]{}()]*$/;

const owedWords = new Set([
  "null",
  "unknown",
  "unassigned",
  "not set",
  "not yet",
  "none yet",
  "yyyy-mm-dd",
  ...["decided", "defined", "determined", "discussed", "announced", "confirmed"].map((word) => `to be ${word}`),
]);

/** `todo` needs a sign behind it, so that a to-do list may be called what it is; `tbd` is no word but this one. */
const owedWithNote = /^(?:(?:tbd|tba|tbc)(?:$|[\s:;,(!?]|[.…]+(?:\s|$))|to[- ]?do(?:$| ?[:;,(!?]|[.…]+(?:\s|$)))/;
