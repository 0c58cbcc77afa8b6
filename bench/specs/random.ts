/** Numbers that look like chance and are the same in every run. */
export interface Random {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  one<T>(values: readonly T[]): T;
  chance(share: number): boolean;
}

/** Each pair of a seed and a stream has numbers of its own, so that one file can be made without those before it. */
export function randomOf(seed: number, stream: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    one: (values) => values[Math.floor(next() * values.length)]!,
    chance: (share) => next() < share,
  };
}

/** Many near `median`, a few far above it; `spread` is the deviation of the logarithm. */
export function logNormal(random: Random, median: number, spread: number): number {
  const bell = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return median * Math.exp(spread * bell);
}
