/**
 * The words of a sorted list that are at most `limit` slips away from `word`, each with how many
 * (the optimal string alignment distance, as `slips` counts it). One walk from the first word to the last, which keeps
 * what it has counted for the letters that neighbours share, and leaps over all that begin too wrongly: so of ten
 * thousand words it looks at few.
 */
export function nearWords(
  word: string,
  sorted: readonly string[],
  limit: number,
): readonly { readonly word: string; readonly slips: number }[] {
  const found: { word: string; slips: number }[] = [];
  const rows: number[][] = [Array.from({ length: word.length + 1 }, (_, at) => at)];
  // Two slips and more are looked for behind a first letter that is right: hardly anybody mistakes that one as well.
  const first = limit > 1 ? word.slice(0, 1) : "";
  let before = "";
  /** How many letters of the word before have been counted. */
  let counted = 0;
  for (let at = first === "" ? 0 : lowerBound(sorted, first, 0); at < sorted.length; ) {
    const other = sorted[at]!;
    if (!other.startsWith(first)) break;
    counted = Math.min(counted, commonPrefix(before, other));
    before = other;
    let isWrong = false;
    while (counted < other.length && !isWrong) {
      countRow(rows, word, other, ++counted);
      // A swap reaches back two rows, so one bad row alone does not settle it.
      isWrong = least(rows[counted]!) > limit && least(rows[counted - 1]!) >= limit;
    }
    const slips = rows[counted]![word.length]!;
    if (!isWrong && slips <= limit) found.push({ word: other, slips });
    at = isWrong ? behindPrefix(sorted, other.slice(0, counted), at) : at + 1;
  }
  return found;
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

/** The row of the table of distances for the letter of `other` before `at`. */
function countRow(rows: number[][], word: string, other: string, at: number): void {
  const last = rows[at - 1]!;
  const beforeLast = rows[at - 2];
  if (rows[at] === undefined) rows[at] = [];
  const row = rows[at];
  const letter = other.charCodeAt(at - 1);
  row[0] = at;
  for (let j = 1; j <= word.length; j++) {
    const same = word.charCodeAt(j - 1) === letter;
    let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
    const isSwap =
      beforeLast !== undefined &&
      j > 1 &&
      word.charCodeAt(j - 2) === letter &&
      word.charCodeAt(j - 1) === other.charCodeAt(at - 2);
    if (isSwap) value = Math.min(value, beforeLast[j - 2]! + 1);
    row[j] = value;
  }
}

function least(row: readonly number[]): number {
  let value = row[0]!;
  for (const one of row) if (one < value) value = one;
  return value;
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
