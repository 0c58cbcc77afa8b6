import type { Flag, Parsed } from "./flags.ts";
import type { Terminal } from "./terminal.ts";

/** One command, one file, one line in `commands/all.ts`. */
export interface Command {
  readonly name: string;
  /** Behind the name in the help: `[PATH …]`. */
  readonly takes: string;
  readonly says: string;
  /** Beside the flags that all commands share. */
  readonly flags: readonly Flag[];
  /** Whether it reads a project, and so takes the flags that say which. */
  readonly project: boolean;
  /** The exit code. */
  readonly run: (parsed: Parsed, terminal: Terminal) => Promise<number>;
}

/** Flags of every command that reads a project. */
export const projectFlags: readonly Flag[] = [
  {
    name: "root",
    value: "DIR",
    says: "the project's folder; else that of the nearest throughline.yaml, else this one",
  },
  { name: "config", value: "FILE", says: "another file in the place of throughline.yaml" },
  { name: "today", value: "YYYY-MM-DD", says: "the day that counts as today" },
  { name: "rule", value: "ID=LEVEL", says: "report a rule as error, warning, information or off", many: true },
  { name: "no-cache", says: "read every document anew, and keep nothing of it for the next time" },
  { name: "output", value: "FILE", says: "write the result to a file" },
];

export const commonFlags: readonly Flag[] = [
  { name: "color", says: "colours, also where nobody reads along" },
  { name: "no-color", says: "no colours" },
  { name: "quiet", says: "results only, no closing words" },
  { name: "help", says: "this help" },
];

export function formatFlag(...choices: readonly string[]): Flag {
  return { name: "format", value: "FORMAT", says: choices.join(", "), choices };
}

export const fieldsFlag: Flag = {
  name: "fields",
  value: "NAME,…",
  says: "the columns of a table: title,owner,timeframe, or any other fields",
};
