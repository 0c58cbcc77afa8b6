/**
 * What a measure is counted in. Two units compare when they count the same thing: `200 ms` and `2 s`, `$` and `USD`,
 * `user` and `users`, `%` and `pp`.
 */
export interface Unit {
  /** What is counted, the same for all units that compare: "time", "%", "/5", "user". Empty for a bare number. */
  readonly dimension: string;
  /** How many of the dimension's own units this one is: 0.001 for `ms`, as time is counted in seconds. */
  readonly factor: number;
}

export function unitOf(name: string): Unit {
  const folded = name.toLowerCase().replace(/\s+/g, " ").trim();
  return known.get(folded) ?? { dimension: singular(folded), factor: 1 };
}

/** Whether this word is a unit that converts: `ms`, `%`, `weeks`. */
export function isKnownUnit(word: string): boolean {
  return known.has(word.toLowerCase());
}

/** A computed amount without the noise of binary fractions: 0.1 + 0.2 is 0.3. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** Signs and codes of currencies, which may stand before the number. */
export const currencySigns =
  /(?:US\$|A\$|C\$|[$€£¥₹₩₽]|(?:USD|EUR|GBP|JPY|INR|CHF|CAD|AUD|SEK|NOK|DKK|PLN|CNY|BRL)(?![\p{L}\p{N}]))/iu;

/** One spelling for each currency. */
export function currencySign(written: string): string {
  return signs.get(written.toUpperCase()) ?? written.toUpperCase();
}

const signs = new Map([
  ["USD", "$"],
  ["US$", "$"],
  ["EUR", "€"],
  ["GBP", "£"],
  ["JPY", "¥"],
  ["INR", "₹"],
]);

const families: readonly (readonly [string, readonly (readonly [string, number])[]])[] = [
  [
    "time",
    [
      ["ns nanosecond nanoseconds", 1e-9],
      ["µs μs us microsecond microseconds", 1e-6],
      ["ms msec millisecond milliseconds", 0.001],
      ["s sec secs second seconds", 1],
      ["min mins minute minutes", 60],
      ["h hr hrs hour hours", 3600],
      ["d day days", 86_400],
      ["wk week weeks", 604_800],
      ["month months", 2_629_746],
      ["yr year years", 31_556_952],
    ],
  ],
  [
    "bytes",
    [
      ["byte bytes", 1],
      ["kb", 1e3],
      ["mb", 1e6],
      ["gb", 1e9],
      ["tb", 1e12],
      ["kib", 1024],
      ["mib", 1024 ** 2],
      ["gib", 1024 ** 3],
    ],
  ],
  [
    "%",
    [
      ["% percent pp ppt", 1],
      ["bp bps", 0.01],
    ],
  ],
  ["x", [["x times", 1]]],
];

const known = new Map<string, Unit>(
  families.flatMap(([dimension, units]) =>
    units.flatMap(([names, factor]) => names.split(" ").map((name): [string, Unit] => [name, { dimension, factor }])),
  ),
);

/** Words lose their plural, so that `1 ticket` and `2 tickets` compare. */
function singular(folded: string): string {
  return folded.replace(/(?<=[a-z]{2})s(?![a-z])/g, "");
}
