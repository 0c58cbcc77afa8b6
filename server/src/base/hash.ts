/**
 * A short name for a text: equal texts have equal names, different ones practically never (53 bits). Not for secrets.
 *
 *     hash("a") === "262p94epp1d"
 */
export function hash(text: string): string {
  const [low, high] = hashNumbers(text);
  return ((high & 0x1fffff) * 0x100000000 + (low >>> 0)).toString(36);
}

/** The same as two whole numbers of 32 bits, for those who keep a hundred thousand of them. */
export function hashNumbers(text: string): readonly [low: number, high: number] {
  // As a whole number of 32 bits from the start: with others no engine reckons as fast.
  let low = 0xdeadbeef | 0;
  let high = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x9e3779b1);
    high = Math.imul(high ^ code, 0x5f356495);
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  return [low, high];
}
