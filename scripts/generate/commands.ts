import { commonFlags, projectFlags } from "../../server/src/cli/command.ts";
import { commands } from "../../server/src/cli/commands/all.ts";
import type { Flag } from "../../server/src/cli/flags.ts";
import { codes, table } from "./generated.ts";

/** The commands, and below them all flags with the commands that take them: what `--help` says. */
export function commandTables(): string {
  const overview = commands.map(({ name, takes, says }) => [
    `\`${`throughline ${name} ${takes}`.trim()}\``,
    sentence(says),
  ]);
  const own = new Map<string, { readonly flag: Flag; readonly of: string[] }>();
  for (const { name, flags } of commands) {
    for (const flag of flags) {
      const key = JSON.stringify([flag.name, says(flag)]);
      if (!own.has(key)) own.set(key, { flag, of: [] });
      own.get(key)!.of.push(name);
    }
  }
  const rows = [
    ...[...own.values()].map(({ flag, of }) => [usage(flag), codes(of), says(flag)]),
    ...projectFlags.map((flag) => [usage(flag), "those that read a project", says(flag)]),
    ...commonFlags.map((flag) => [usage(flag), "all", says(flag)]),
  ];
  const reading = codes(commands.filter(({ project }) => project).map(({ name }) => name));
  return [
    table(["Command", "What it does"], overview),
    table(["Flag", "Of", "What it does"], rows),
    `A project is read by ${reading}.`,
  ].join("\n\n");
}

function usage({ name, value }: Flag): string {
  return `\`${`--${name} ${value ?? ""}`.trim()}\``;
}

function says({ says, choices }: Flag): string {
  const words = choices?.join(", ");
  return words !== undefined && says.startsWith(words)
    ? `One of ${codes(choices!)}${says.slice(words.length)}.`
    : sentence(says);
}

/** "the day that counts as today" as a sentence of its own. */
function sentence(says: string): string {
  return `${says.charAt(0).toUpperCase()}${says.slice(1)}.`;
}
