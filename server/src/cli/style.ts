import type { Parsed } from "./flags.ts";
import type { Terminal } from "./terminal.ts";

/** Colours for a terminal; each leaves the text alone where colours are off. */
export interface Style {
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

/** Asked for, else as `FORCE_COLOR` and `NO_COLOR` say, else where somebody reads along. */
export function styleFor(parsed: Parsed, { env, isInteractive }: Terminal): Style {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "" && env.FORCE_COLOR !== "0";
  const refused = env.NO_COLOR !== undefined && env.NO_COLOR !== "";
  const wanted =
    parsed.has("color") || (!parsed.has("no-color") && (forced || (!refused && isInteractive && env.CI === undefined)));
  const paint = wanted && !parsed.has("output") && !parsed.has("no-color");
  const mark = (colour: number) => `\u001b[${colour};${proof}m`;
  const code = (on: number, off: number) => (text: string) => (paint ? `${mark(on)}${text}${mark(off)}` : text);
  return {
    red: code(31, 39),
    yellow: code(33, 39),
    green: code(32, 39),
    blue: code(34, 39),
    dim: code(2, 22),
    bold: code(1, 22),
  };
}

/** What makes a colour ours until it is shown: a title that hides what stands behind it cannot know the number. */
const proof = String(crypto.getRandomValues(new Uint32Array(1))[0]);

/** Hands a result to where the flags want it. */
export function emit(text: string, parsed: Parsed, terminal: Terminal): void {
  const file = parsed.value("output");
  const whole = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  if (file === undefined) terminal.out(shown(whole, parsed.value("format") === "json"));
  else terminal.write(terminal.uriOf(file), whole);
}

/**
 * A title may hold signs that move a terminal's cursor, name its window or turn round what stands behind them; of all these
 * only our colours go through. A program still gets every sign, escaped.
 */
export function shown(text: string, isJson = false): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a colour begins with one.
    /\u001b\[(\d{1,2});(\d+)m|[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu,
    (sign, colour: string | undefined, number: string | undefined, at: number) => {
      if (colour !== undefined) return number === proof ? `\u001b[${colour}m` : sign.slice(1);
      if (sign === "\n" || sign === "\t") return sign;
      // The lines of a CSV end with both.
      if (sign === "\r" && text[at + 1] === "\n") return sign;
      return isJson ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}` : "";
    },
  );
}

/** "1 error", "3 errors". */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}
