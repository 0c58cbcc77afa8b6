import { currencySign, currencySigns, isKnownUnit, tidy } from "./units.ts";

/** An amount that somebody measured or wants: `3%`, `< 200 ms`, `$1.2M`, `10–15%`, or a step from the baseline: `+10%`. */
export interface Measure {
  /** As the author wrote it. */
  readonly text: string;
  readonly comparator: Comparator;
  /** The amount in its unit, `k` and `M` multiplied out; both the same unless it is a range. */
  readonly low: number;
  readonly high: number;
  /** As written, currencies as their sign: "%", "ms", "$", "$/month", "/5", "users"; empty for a bare number. */
  readonly unit: string;
  /**
   * How it is counted from the baseline: `add` (`-200 ms`, `5 pp`), `percent` of the baseline (`+10%`), `times` it (`2x`).
   * Where no baseline is asked for, as with a current value, the amount stands for itself.
   */
  readonly relative: "add" | "percent" | "times" | undefined;
}

/** `≈` for "about 3". */
export type Comparator = "=" | "≈" | "<" | "≤" | ">" | "≥";

/**
 * Reads an amount as people write it; undefined for other text, which is no error.
 *
 *     3 · 3% · >= 99.9 % · at least 10k users · < 200 ms (p95) · $1.2M · 4.5/5 · 10–15% · 1,200 · +10% · -200 ms · 2x · 5 pp
 */
export function readMeasure(text: string): Measure | undefined {
  if (text.length > longest) return undefined;
  return readSimple(text) ?? readAny(text);
}

/** No amount is longer. */
const longest = 100;

/** `2.4`, `10%`, `300 ms`: most amounts are nothing but a number and a unit that we know. */
function readSimple(text: string): Measure | undefined {
  const match = /^(\d{1,15}(?:\.\d{1,15})?) ?([%a-z]*)$/.exec(text);
  if (match === null) return undefined;
  const unit = match[2]!;
  if (unit !== "" && (unit === "percent" || !isKnownUnit(unit))) return undefined;
  const value = Number(match[1]);
  return { text, comparator: "=", low: value, high: value, unit, relative: relation(unit, false) };
}

function readAny(text: string): Measure | undefined {
  const source: Source = { text: plain(text), at: 0 };
  const compared = comparatorOf(take(source, comparator));
  const isBetween = take(source, /between /iy) !== undefined;
  const first = readAmount(source);
  if (first === undefined) return undefined;
  const firstUnit = take(source, / ?(?:%|[a-z]+)(?= ?(?:-|\.\.|to |and ) ?[\d.])/iy)?.trim();
  const isRange = take(source, isBetween ? / and /iy : / ?(?:-|\.{2,3}|to(?= )) ?(?=[\d.$€£¥₹+-])/iy) !== undefined;
  const second = isRange ? readAmount(source) : undefined;
  if ((isRange || isBetween || firstUnit !== undefined) && second === undefined) return undefined;
  const isOpen = !isRange && take(source, /\+(?! ?\d)/y) !== undefined;
  const unit = readUnit(source, first.currency ?? second?.currency);
  if (unit === undefined || (firstUnit !== undefined && firstUnit !== unit)) return undefined;
  const high = scaled(second ?? first, undefined);
  // In `1–2M` the first number is in millions too, in `900,000–1.1M` it is not.
  const inBoth = scaled(first, second?.scale);
  const low = inBoth <= high ? inBoth : scaled(first, undefined);
  if (low > high) return undefined;
  return {
    text,
    comparator: compared ?? (isOpen ? "≥" : "="),
    low,
    high,
    unit,
    relative: relation(unit, first.signed),
  };
}

interface Source {
  readonly text: string;
  at: number;
}

/** One kind of blank, dash and cross; without a note in brackets at the end, and without the percentile it is about. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/[\s\u00a0\u2009\u202f]+/g, " ")
    .replace(/[–—−‐‑]/g, "-")
    .replace(/×/g, "x")
    .replace(/ ?\([^()]*\)$/, "")
    .replace(/^p\d{2}(?:\.\d+)?(?: ?[:=])? (?=\S)/i, "")
    .replace(/,? (?:at )?p\d{2}(?:\.\d+)?$/i, "");
}

const words: readonly (readonly [Comparator, string])[] = [
  ["≥", "at least|no less than|not less than|minimum|min\\.?"],
  ["≤", "at most|no more than|not more than|up to|maximum|max\\.?"],
  [">", "more than|over|above"],
  ["<", "less than|under|below"],
  ["≈", "about|around|approximately|approx\\.?|circa|ca\\."],
];

const comparator = new RegExp(
  `(?:>=|=>|≥|<=|=<|≤|>|<|=|~|≈|(?:${words.map(([, word]) => word).join("|")})(?= )) ?`,
  "iy",
);

function comparatorOf(written: string | undefined): Comparator | undefined {
  const sign = written?.trim().toLowerCase();
  if (sign === undefined || sign === "") return undefined;
  if (sign === ">=" || sign === "=>") return "≥";
  if (sign === "<=" || sign === "=<") return "≤";
  if (sign === "~") return "≈";
  if (sign === "=" || sign === "≈" || sign === "<" || sign === "≤" || sign === ">" || sign === "≥") return sign;
  return words.find(([, names]) => new RegExp(`^(?:${names})$`).test(sign))?.[0];
}

interface Amount {
  readonly value: number;
  readonly signed: boolean;
  /** 1000 for `k`; undefined where none is written. */
  readonly scale: number | undefined;
  readonly currency: string | undefined;
}

const number = /(?:[1-9]\d{0,2}(?:[, '’_]\d{3})+(?:\.\d+)?|0,\d+|\d+,\d{1,2}|\d+(?:\.\d+)?|\.\d+)(?![\d]|[.,:]\d)/y;
const currency = new RegExp(`${currencySigns.source} ?`, "iuy");

function readAmount(source: Source): Amount | undefined {
  const before = take(source, /[+-](?=[\d.]|\p{Sc}|[a-z]{2})/iuy);
  const money = take(source, currency)?.trim();
  const sign = before ?? take(source, /[+-](?=[\d.])/y);
  const digits = take(source, number);
  if (digits === undefined) return undefined;
  const value = Number(digitsOf(digits)) * (sign === "-" ? -1 : 1);
  const size = take(source, money === undefined ? suffix : moneySuffix)?.trim();
  return {
    value,
    signed: sign !== undefined,
    scale: size === undefined ? undefined : scaleOf(size),
    currency: money === undefined ? undefined : currencySign(money),
  };
}

function scaled({ value, scale }: Amount, otherwise: number | undefined): number {
  const factor = scale ?? otherwise;
  return factor === undefined ? value : tidy(value * factor);
}

/** "1200.5" for `1,200.5`, "1.5" for `1,5`. */
function digitsOf(written: string): string {
  const isDecimalComma = /^(?:0,\d+|\d+,\d{1,2})$/.test(written);
  return isDecimalComma ? written.replace(",", ".") : written.replace(/[, '’_]/g, "");
}

const suffix = / ?(?:k|K|thousand|M|mn|mio|million|bn|B|billion|tn|trillion)(?![\p{L}\p{N}])/uy;
/** Behind a currency a small `m` is a million too; elsewhere it may be minutes or metres. */
const moneySuffix = / ?(?:k|thousand|m|mn|mio|million|bn|b|billion|tn|trillion)(?![\p{L}\p{N}])/iuy;

function scaleOf(size: string): number {
  const letter = size.charAt(0).toLowerCase();
  if (letter === "b") return 1e9;
  if (letter === "m") return 1e6;
  return size.toLowerCase() === "k" || size.toLowerCase() === "thousand" ? 1e3 : 1e12;
}

/** All that is left; undefined where that is no unit. */
function readUnit(source: Source, money: string | undefined): string | undefined {
  const rest = source.text.slice(source.at).trim();
  if (rest === "" || rest === ".") return money ?? "";
  const scale = /^(?:\/|out of|of) ?(\d+)$/i.exec(rest)?.[1];
  if (scale !== undefined) return money === undefined ? `/${scale}` : undefined;
  if (/^(?:percent|per cent)\b/i.test(rest)) return money === undefined ? "%" : undefined;
  if (/^percentage points?\b/i.test(rest)) return money === undefined ? "pp" : undefined;
  const after = money === undefined ? currencyBehind.exec(rest) : null;
  const sign = money ?? (after === null ? undefined : currencySign(after[1]!));
  const words = (after === null ? rest : after[2]!.trim()).replace(/^per /i, "/").replace(/ ?\/ ?/g, "/");
  if (!/^(?:%(?=[ /]|$)|[\p{L}°/]|$)[\p{L}\p{M}°²³/ .'&-]*$/u.test(words)) return undefined;
  const [head = "", ...more] = words.split(" ");
  if (more.length > 4) return undefined;
  if (sign !== undefined) return words.startsWith("/") ? sign + words : sign;
  // What follows a unit that we know says more about it, and is no part of it: `200 ms at the median`.
  return isKnownUnit(head) ? head : words;
}

const currencyBehind = new RegExp(`^(${currencySigns.source})(.*)$`, "iu");

function relation(unit: string, signed: boolean): Measure["relative"] {
  if (/^(?:x|times)$/i.test(unit)) return "times";
  if (/^ppt?$/i.test(unit)) return "add";
  if (!signed) return undefined;
  return unit === "%" ? "percent" : "add";
}

function take(source: Source, pattern: RegExp): string | undefined {
  pattern.lastIndex = source.at;
  const match = pattern.exec(source.text)?.[0];
  if (match !== undefined) source.at += match.length;
  return match;
}
