import type { Measure } from "./measure.ts";

/** For lists and messages: "≥ 99.9 %", "$1.2M", "10–15 %", "4.5/5", "+10 %", "2x". Reads back as the same measure. */
export function showMeasure({ comparator, low, high, unit, relative }: Measure): string {
  const [, sign = "", rest = ""] = /^([$€£¥₹₩₽]|[A-Z]\$)?(.*)$/su.exec(unit)!;
  // `900,000–1.1M` could be read as millions at both ends, so a range is shortened at both or at none.
  const isShort = shorten(Math.abs(low)) !== undefined && shorten(Math.abs(high)) !== undefined;
  const amount = (value: number) => {
    const step = value < 0 ? "-" : relative === "add" || relative === "percent" ? "+" : "";
    return `${step}${sign}${isShort ? showNumber(Math.abs(value)) : showDigits(Math.abs(value))}`;
  };
  const range = low === high ? amount(low) : `${amount(low)}–${amount(high)}`;
  const isTight = rest === "" || (rest === "x" && !isShort) || rest.startsWith("/");
  return `${comparator === "=" ? "" : `${comparator} `}${range}${isTight ? "" : " "}${rest}`;
}

/** A point on a line, "58.9 s": three digits are enough for it. */
export function showPoint(value: number, unit: string): string {
  const short = Number(value.toPrecision(3));
  const amount = Math.abs(value) >= 1000 ? Math.round(value) : short;
  return showMeasure({ text: String(amount), comparator: "=", low: amount, high: amount, unit, relative: undefined });
}

/** "1,200", "0.25", "1.2M", "3bn": a million is shortened only where nothing is lost. */
export function showNumber(value: number): string {
  return shorten(value) ?? showDigits(value);
}

function shorten(value: number): string | undefined {
  const [size, suffix] = value >= 1e9 ? [1e9, "bn"] : [1e6, "M"];
  const short = value / size;
  return short >= 1 && short < 1000 && Number(short.toFixed(3)) === short ? `${short}${suffix}` : undefined;
}

function showDigits(value: number): string {
  const [whole = "", decimals] = plainDigits(value).split(".");
  const grouped = whole.replace(/\d(?=(?:\d{3})+$)/g, "$&,");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** Digits without an exponent. */
function plainDigits(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(20).replace(/(?:\.0+|(?<!0)0+)$/, "") : text;
}
