import type { ClientCapabilities, Connection } from "vscode-languageserver";

/** Asks the client to tell about files and settings, where it lets itself be asked. */
export function watch(connection: Connection, client: ClientCapabilities, failed: (reason: unknown) => void): void {
  const registrations: { id: string; method: string; registerOptions?: unknown }[] = [];
  if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
    const watchers = [
      { globPattern: "**/*.{md,markdown}" },
      // The configuration may have another name, and that name may change.
      { globPattern: "**/*.{yaml,yml}" },
      { globPattern: "**/.gitignore" },
      // Pictures that links lead to come and go, and folders go as a whole: created 1, deleted 4.
      { globPattern: "**/*", kind: 5 },
    ];
    registrations.push({ id: "files", method: "workspace/didChangeWatchedFiles", registerOptions: { watchers } });
  }
  if (client.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
    const registerOptions = { section: "throughline" };
    registrations.push({ id: "settings", method: "workspace/didChangeConfiguration", registerOptions });
  }
  if (registrations.length === 0) return;
  connection.sendRequest("client/registerCapability", { registrations }).catch(failed);
}
