/**
 * The words of a sorted list that are at most `limit` slips away from `word`, each with how many
 * (the optimal string alignment distance, as `slips` counts it). One walk from the first word to the last, which keeps
 * what it has counted for the letters that neighbours share, and leaps over all that begin too wrongly: so of ten
 * thousand words it looks at few. Of words that are all of one `length` it looks at fewer still: it knows how many letters
 * are to come.
 */
export function* nearWords(word: string, sorted: readonly string[], limit: number, length?: number): Iterable<Near> {
  const rows: number[][] = [Array.from({ length: word.length + 1 }, (_, at) => at)];
  // Two slips and more are looked for behind a first letter that is right: hardly anybody mistakes that one as well.
  const first = limit > 1 ? word.slice(0, 1) : "";
  let before = "";
  /** How many letters of the word before have been counted. */
  let counted = 0;
  for (let at = first === "" ? 0 : lowerBound(sorted, first); at < sorted.length; ) {
    const other = sorted[at]!;
    if (!other.startsWith(first)) break;
    counted = Math.min(counted, commonPrefix(before, other));
    before = other;
    let isWrong = false;
    while (counted < other.length && !isWrong) isWrong = countRow(rows, word, other, ++counted, limit, length) > limit;
    const slips = rows[counted]![word.length]!;
    if (!isWrong && slips <= limit) yield { word: other, slips };
    at = isWrong ? behindPrefix(sorted, other.slice(0, counted), at) : at + 1;
  }
}

export interface Near {
  readonly word: string;
  readonly slips: number;
}

/** Where `word` stands in a sorted list, or would stand. */
export function lowerBound(sorted: readonly string[], word: string, from = 0): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Counts the row of the table of distances for the letter of `other` before `at`, as far from the diagonal as `limit`
 * reaches. Returns the least that anything that begins so may come to.
 */
function countRow(
  rows: number[][],
  word: string,
  other: string,
  at: number,
  limit: number,
  length: number | undefined,
): number {
  const last = rows[at - 1]!;
  const beforeLast = rows[at - 2];
  if (rows[at] === undefined) rows[at] = Array.from({ length: word.length + 1 }, () => limit + 1);
  const row = rows[at];
  const letter = other.charCodeAt(at - 1);
  const from = Math.max(1, at - limit);
  const to = Math.min(word.length, at + limit);
  row[from - 1] = from === 1 ? at : limit + 1;
  /** Where the rest of one word is longer than that of the other, so many letters are too many. */
  const ahead = length === undefined ? undefined : word.length - length + at;
  let least = row[from - 1]! + (ahead === undefined ? 0 : Math.abs(ahead - from + 1));
  for (let j = from; j <= to; j++) {
    const same = word.charCodeAt(j - 1) === letter;
    let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
    if (beforeLast !== undefined && j > 1 && word.charCodeAt(j - 2) === letter) {
      const isSwap = word.charCodeAt(j - 1) === other.charCodeAt(at - 2);
      if (isSwap) value = Math.min(value, beforeLast[j - 2]! + 1);
    }
    row[j] = value;
    // The letter here and the next may have changed places.
    if (word.charCodeAt(j) === letter) value = Math.min(value, last[j - 1]! + 1);
    if (ahead !== undefined) value += Math.abs(ahead - j);
    if (value < least) least = value;
  }
  return least;
}

function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** The first place behind `from` whose word begins otherwise: in strides that double, because most leaps are short. */
function behindPrefix(sorted: readonly string[], prefix: string, from: number): number {
  let low = from;
  let stride = 1;
  while (low + stride < sorted.length && sorted[low + stride]!.startsWith(prefix)) {
    low += stride;
    stride *= 2;
  }
  let high = Math.min(low + stride, sorted.length);
  low++;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]!.startsWith(prefix)) low = middle + 1;
    else high = middle;
  }
  return low;
}
