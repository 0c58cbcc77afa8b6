import { memo } from "./memo.ts";

/**
 * The candidate that somebody who wrote `word` most likely meant: at most one slip in three letters, and three in all.
 * Case is ignored. Undefined where none is near enough; among equally near ones the first counts, or none with `unique`.
 * A list is prepared once, however often it is asked: it must not change.
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  { unique = false }: { readonly unique?: boolean } = {},
): string | undefined {
  if (word.length > longest) return undefined;
  const folded = word.toLowerCase();
  const { all, byFolded } = Array.isArray(candidates) ? prepared(candidates) : prepare(candidates);
  const same = byFolded.get(folded);
  if (same !== undefined) return unique && same.some((other) => other !== same[0]) ? undefined : same[0];
  const letters = lettersOf(folded);
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  let isTie = false;
  for (const other of all) {
    // Nothing can be nearer any more.
    if (least === 1 && (isTie || !unique)) break;
    const allowed = Math.min(3, Math.floor(Math.min(folded.length, other.folded.length) / 3));
    const limit = Math.min(allowed, unique ? least : least - 1);
    if (limit < 1 || isFar(letters, other.letters, limit)) continue;
    const found = slips(folded, other.folded, limit);
    if (found === undefined) continue;
    isTie = found === least && other.candidate !== best;
    if (found < least) best = other.candidate;
    least = found;
  }
  return isTie ? undefined : best;
}

interface Prepared {
  readonly all: readonly { readonly candidate: string; readonly folded: string; readonly letters: number }[];
  readonly byFolded: ReadonlyMap<string, readonly string[]>;
}

function prepare(candidates: Iterable<string>): Prepared {
  const byFolded = new Map<string, string[]>();
  const all = Array.from(candidates, (candidate) => {
    const folded = candidate.toLowerCase();
    const same = byFolded.get(folded);
    if (same === undefined) byFolded.set(folded, [candidate]);
    else same.push(candidate);
    return { candidate, folded, letters: lettersOf(folded) };
  });
  return { all, byFolded };
}

const prepared = memo(prepare);

/** Which letters a word has, a bit for each of 32 sorts: most words are told apart by that alone. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** Whether words with these letters are more slips apart than `limit`: a slip changes two of them at most. */
export function isFar(a: number, b: number, limit: number): boolean {
  let count = 0;
  for (let bits = a ^ b; bits !== 0; bits &= bits - 1) count++;
  return count > 2 * limit;
}

/**
 * How many letters were added, left out, mistaken or swapped with their neighbour, if that is at most `limit`
 * (the optimal string alignment distance).
 */
export function slips(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  if (a === b) return 0;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const isSwap =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwap) value = Math.min(value, beforeLast[j - 2]! + 1);
      row.push(value);
      least = Math.min(least, value);
    }
    // A swap reaches back two rows, so one bad row alone does not settle it.
    if (least > limit + 1) return undefined;
    beforeLast = last;
    last = row;
  }
  return last[b.length]! <= limit ? last[b.length]! : undefined;
}

/** Nobody means a known word by a text that long. */
const longest = 100;
