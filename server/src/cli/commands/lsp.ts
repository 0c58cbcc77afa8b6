import type { Command } from "../command.ts";

export const lsp: Command = {
  name: "lsp",
  takes: "--stdio",
  says: "be the language server of an editor",
  flags: [
    { name: "stdio", says: "speak over standard input and output" },
    { name: "clientProcessId", value: "PID", says: "the editor's process, which some editors pass" },
  ],
  project: false,
  run: (_parsed, terminal) => terminal.serve(),
};
