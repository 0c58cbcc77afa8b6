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
  const code = (on: number, off: number) => (text: string) => (paint ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  return {
    red: code(31, 39),
    yellow: code(33, 39),
    green: code(32, 39),
    blue: code(34, 39),
    dim: code(2, 22),
    bold: code(1, 22),
  };
}

/** Hands a result to where the flags want it. */
export function emit(text: string, parsed: Parsed, terminal: Terminal): void {
  const file = parsed.value("output");
  const whole = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  if (file === undefined) terminal.out(withoutControls(whole));
  else terminal.write(terminal.uriOf(file), whole);
}

/** A title may hold signs that move a terminal's cursor or name its window; of all these only our colours go through. */
function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, (sign, at: number) => {
    if (sign === "\n" || sign === "\t") return sign;
    // The lines of a CSV end with both.
    if (sign === "\r" && text[at + 1] === "\n") return sign;
    return sign === "\u001b" && /^\[\d{1,2}m/.test(text.slice(at + 1, at + 6)) ? sign : "";
  });
}

/** "1 error", "3 errors". */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}
