import type { ExtensionContext } from "vscode";
import type { Connection } from "./connection.ts";
import { startClient, type ThroughlineApi } from "./extension.ts";

let connection: Connection | undefined;

/** Desktop and remote: the server is a process of its own, spoken to over IPC. */
export function activate(context: ExtensionContext): ThroughlineApi {
  const module = context.asAbsolutePath("dist/server.cjs");
  const client = startClient(context, {
    filesThroughClient: false,
    // The folder that VS Code keeps for this workspace, and deletes with it.
    cache: context.storageUri?.scheme === "file" ? context.storageUri.toString() : false,
    createClient: async (options) => {
      const { LanguageClient, TransportKind } = await import("vscode-languageclient/node");
      const server = { module, transport: TransportKind.ipc, options: { execArgv } };
      return new LanguageClient("throughline", "Throughline", server, options);
    },
  });
  connection = client.connection;
  return client.api;
}

export async function deactivate(): Promise<void> {
  await connection?.stop();
}

/** The room for what has just been made need not grow to 16 MB twice: a quarter of that is as quick. */
const execArgv = ["--max-semi-space-size=4"];
