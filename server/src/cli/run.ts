import { type Command, commonFlags, projectFlags } from "./command.ts";
import { commands } from "./commands/all.ts";
import { type Flag, parseFlags } from "./flags.ts";
import { suggest } from "./open-project.ts";
import { shown } from "./style.ts";
import { exitCodes, type Terminal, UsageError } from "./terminal.ts";

/** Runs a command line and answers with its exit code; results go to `out`, everything else to `err`. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  // Names of files and ids stand in it, too.
  const err = (text: string): void => terminal.err(shown(text));
  try {
    return await dispatch(args, { ...terminal, err });
  } catch (error) {
    if (error instanceof UsageError) {
      err(`throughline: ${error.message}\n`);
      return exitCodes.usage;
    }
    if (isOfSystem(error)) {
      err(`throughline: That could not be done: ${error.message}.\n`);
      return exitCodes.usage;
    }
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    err(`throughline: something went wrong inside. Please report this:\n${trace}\n`);
    return exitCodes.internal;
  }
}

/** A disk that is full, a folder where a file should be: nothing that we could mend. */
function isOfSystem(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error;
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    terminal.out(overview());
    return name === undefined ? exitCodes.usage : exitCodes.clean;
  }
  if (name === "--version" || name === "-v") {
    terminal.out(`${terminal.version}\n`);
    return exitCodes.clean;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    const names = commands.map((candidate) => candidate.name);
    throw new UsageError(`There is no command ${name}. ${suggest(name, names, `There are ${names.join(", ")}.`)}`);
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    terminal.out(helpOf(command));
    return exitCodes.clean;
  }
  return command.run(parseFlags(rest, flagsOf(command)), terminal);
}

function flagsOf(command: Command): readonly Flag[] {
  return [...command.flags, ...(command.project ? projectFlags : []), ...commonFlags];
}

function overview(): string {
  const rows = commands.map(({ name, takes, says }) => [`${name} ${takes}`.trim(), says] as const);
  return `Throughline reads Markdown product documents and says what is missing, wrong or late.

Usage: throughline COMMAND [FLAGS]

${table(rows)}
throughline COMMAND --help shows the flags of a command.
Exit codes: 0 clean, 1 findings, 2 usage, 3 an error inside.
`;
}

function helpOf(command: Command): string {
  const flags = flagsOf(command).map(
    ({ name, value, says }) => [value === undefined ? `--${name}` : `--${name} ${value}`, says] as const,
  );
  return `throughline ${command.name} ${command.takes}: ${command.says}\n\n${table(flags)}`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}\n`).join("");
}
