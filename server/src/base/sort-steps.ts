/** Sorts in small steps, for thousands while others wait; what nothing tells apart stays as it stands. */
export function* sortInSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Generator<void, readonly T[]> {
  let runs: (readonly T[])[] = [];
  for (let from = 0; from < items.length; from += short) {
    runs.push(items.slice(from, from + short).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const pairs: (readonly T[])[] = [];
    for (let at = 0; at < runs.length; at += 2) pairs.push(yield* merged(runs[at]!, runs[at + 1] ?? [], compare));
    runs = pairs;
  }
  return runs[0] ?? [];
}

/** What is sorted in one step. */
const short = 256;

function* merged<T>(
  one: readonly T[],
  other: readonly T[],
  compare: (a: T, b: T) => number,
): Generator<void, readonly T[]> {
  const all: T[] = [];
  for (let [i, j] = [0, 0]; i < one.length || j < other.length; ) {
    const isFirst = j === other.length || (i < one.length && compare(one[i]!, other[j]!) <= 0);
    all.push(isFirst ? one[i++]! : other[j++]!);
    if (all.length % short === 0) yield;
  }
  return all;
}
