import { nearest } from "../base/nearest.ts";
import { UsageError } from "./terminal.ts";

/** A flag: its name without dashes, what its value is called (none for a switch), and a line of help. */
export interface Flag {
  readonly name: string;
  readonly value?: string;
  readonly says: string;
  /** What its value may be. */
  readonly choices?: readonly string[];
  readonly many?: boolean;
}

export interface Parsed {
  readonly positionals: readonly string[];
  /** The last value of a flag. */
  value(name: string): string | undefined;
  values(name: string): readonly string[];
  has(name: string): boolean;
}

/** Reads arguments by the flags a command knows: `--name value`, `--name=value`, `--` ends them. An unknown one gets a suggestion. */
export function parseFlags(args: readonly string[], flags: readonly Flag[]): Parsed {
  const positionals: string[] = [];
  const given = new Map<string, string[]>();
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!;
    if (arg === "--") {
      positionals.push(...args.slice(at + 1));
      break;
    }
    if (!arg.startsWith("-") || arg === "-") {
      positionals.push(arg);
      continue;
    }
    const [written, inline] = splitAtEquals(arg);
    const flag = flags.find(({ name }) => `--${name}` === written);
    if (flag === undefined) throw new UsageError(unknownFlag(written, flags));
    if (flag.value === undefined && inline !== undefined) throw new UsageError(`${written} takes no value.`);
    const value = flag.value === undefined ? "" : (inline ?? args[++at]);
    if (value === undefined) throw new UsageError(`${written} needs a value: ${written} ${flag.value}.`);
    check(flag, value);
    given.set(flag.name, [...(given.get(flag.name) ?? []), value]);
  }
  const values = (name: string): readonly string[] => given.get(name) ?? [];
  return { positionals, values, value: (name) => values(name).at(-1), has: (name) => given.has(name) };
}

function splitAtEquals(arg: string): readonly [string, string | undefined] {
  const at = arg.indexOf("=");
  return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)];
}

function check({ name, choices }: Flag, value: string): void {
  if (choices === undefined || choices.includes(value)) return;
  const near = nearest(value, [...choices]);
  const advice = near === undefined ? `It may be ${choices.join(", ")}.` : `Did you mean ${near}?`;
  throw new UsageError(`--${name} cannot be “${value}”. ${advice}`);
}

function unknownFlag(written: string, flags: readonly Flag[]): string {
  const near = nearest(
    written.replace(/^-+/, ""),
    flags.map(({ name }) => name),
  );
  return `There is no flag ${written}. ${near === undefined ? "--help shows them all." : `Did you mean --${near}?`}`;
}
