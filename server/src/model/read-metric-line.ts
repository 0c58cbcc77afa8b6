import { readMeasure } from "./measure.ts";
import type { ReadingCalendar } from "./read-timeframe.ts";
import { readTimeframe } from "./read-timeframe.ts";

/** What a line says that somebody wrote about a goal or a figure, as far as it is plain. */
export interface MetricLine {
  readonly title: string;
  readonly baseline?: string;
  readonly target?: string;
  readonly timeframe?: string;
  /** Which way is better, where no baseline tells it. */
  readonly direction?: "up" | "down";
}

/**
 * Reads a line of prose about a figure; what is not plain stays in the title.
 *
 *     Raise conversion from 2.1 % to 3 % by Q1 2027    Conversion, 2.1 %, 3 %, Q1 2027
 *     Checkout completion: 61 % → 68 %                 Checkout completion, 61 %, 68 %
 *     Reduce support tickets by 20 %                   Support tickets, -20 %
 *     Shoppers trust us with their card                the whole line
 */
export function readMetricLine(line: string, calendar: ReadingCalendar = {}): MetricLine {
  const { rest, timeframe } = readTimedLine(line, calendar);
  const figures = fromTo(rest) ?? step(rest) ?? goal(rest);
  const time = timeframe === undefined ? {} : { timeframe };
  if (figures === undefined) return { title: capital(rest), ...time };
  const { words, ...values } = figures;
  const { title, direction } = named(words);
  if (title === "") return { title: capital(rest), ...time };
  const way =
    values.baseline === undefined && direction !== undefined && !/^[+-]/.test(values.target) ? { direction } : {};
  return { title: capital(title), ...values, ...time, ...way };
}

/** A line without the time at its end: `by Q1 2027`, `(Q1 2027)`, `until the end of 2027`. */
export function readTimedLine(
  line: string,
  calendar: ReadingCalendar = {},
): { readonly rest: string; readonly timeframe?: string } {
  const plain = withoutEnd(line, ".;, ");
  for (const [open, close] of timeSigns) {
    const at = plain.toLowerCase().lastIndexOf(open);
    if (at < 1 || !plain.endsWith(close)) continue;
    const timeframe = plain
      .slice(at + open.length, plain.length - close.length)
      .trim()
      .replace(/^by /i, "");
    const time = timeframe === "" ? undefined : readTimeframe(timeframe, calendar);
    if (time?.kind === "interval") return { rest: withoutEnd(plain.slice(0, at), ".;, "), timeframe };
  }
  return { rest: plain };
}

const timeSigns = [
  ...[" by the end of ", " by end of ", " until the end of ", " by ", " until ", " before ", " in "].map(
    (sign) => [sign, ""] as const,
  ),
  [" (", ")"] as const,
];

interface Figures {
  readonly words: string;
  readonly baseline?: string;
  readonly target: string;
}

/** `… from 2.1 % to 3 %`, `… 2.1 % → 3 %`. */
function fromTo(line: string): Figures | undefined {
  const lower = line.toLowerCase();
  const from = lower.lastIndexOf(" from ");
  const to = lower.lastIndexOf(" to ");
  if (from > 0 && to > from) {
    return figures(line.slice(0, from), line.slice(from + 6, to), line.slice(to + 4));
  }
  for (const arrow of ["→", "->", "=>"]) {
    const at = line.indexOf(arrow);
    const first = line.search(/[<>≤≥~]?\s?[$€£]?\d/);
    if (first > 0 && at > first)
      return figures(line.slice(0, first), line.slice(first, at), line.slice(at + arrow.length));
  }
  return undefined;
}

/** `reduce … by 20 %`: a step from where it stands. */
function step(line: string): Figures | undefined {
  const at = line.toLowerCase().lastIndexOf(" by ");
  const amount = line.slice(at + 4).trim();
  const { direction } = named(line.slice(0, Math.max(0, at)));
  if (at < 1 || direction === undefined || !/^\d/.test(amount)) return undefined;
  const target = `${direction === "up" ? "+" : "-"}${amount}`;
  return readMeasure(target) === undefined ? undefined : { words: line.slice(0, at), target };
}

/** `…: 3 %`, `… to 3 %`, `… at least 50`, `… < 200 ms`. */
function goal(line: string): Figures | undefined {
  for (const sign of [
    ": ",
    " to ",
    " of ",
    " – ",
    " at least ",
    " at most ",
    " below ",
    " under ",
    " above ",
    " over ",
  ]) {
    const at = line.toLowerCase().lastIndexOf(sign);
    if (at < 1) continue;
    const start = sign === ": " || sign === " to " || sign === " of " || sign === " – " ? at + sign.length : at + 1;
    const found = figures(line.slice(0, at), undefined, line.slice(start));
    if (found !== undefined) return found;
  }
  const compared = line.search(/[<>≤≥]/);
  return compared < 1 ? undefined : figures(line.slice(0, compared), undefined, line.slice(compared));
}

function figures(words: string, baseline: string | undefined, target: string): Figures | undefined {
  const to = target.trim();
  const from = baseline?.trim();
  // An amount says a number: "twice" and "3 clicks faster" are not read as one.
  if (readMeasure(to) === undefined || (from !== undefined && readMeasure(from) === undefined)) return undefined;
  return { words, ...(from === undefined ? {} : { baseline: from }), target: to };
}

const up = ["raise", "increase", "grow", "lift", "boost", "improve"];
const down = ["reduce", "decrease", "cut", "lower", "shorten"];
const other = ["keep", "get", "reach", "bring", "achieve", "move", "hit", "hold"];

/** What is measured, without the word for what is to be done with it: "conversion" of "Raise our conversion". */
function named(words: string): { readonly title: string; readonly direction?: "up" | "down" } {
  const [before = "", behind] = words.split(":", 2);
  const title = withoutEnd(before.trim(), " :–—-");
  const verbAt = behind === undefined ? title : behind.trim();
  const [verb = ""] = verbAt.toLowerCase().split(" ", 1);
  // Better may be more or less.
  const direction = down.includes(verb) ? "down" : up.includes(verb) && verb !== "improve" ? "up" : undefined;
  const known = [...up, ...down, ...other].includes(verb);
  const rest =
    behind === undefined && known
      ? title
          .slice(verb.length)
          .trim()
          .replace(/^(?:the|our) /i, "")
      : title;
  return { title: rest, ...(direction === undefined ? {} : { direction }) };
}

/** Without some signs at its end. */
function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
