import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import type { Connection } from "./connection.ts";
import { startClient, type ThroughlineApi } from "./extension.ts";

let connection: Connection | undefined;

/** The web: the server is a worker, and files come through us. */
export function activate(context: ExtensionContext): ThroughlineApi {
  const script = Uri.joinPath(context.extensionUri, "dist/server.browser.js").toString(true);
  let worker: Worker | undefined;
  const client = startClient(context, {
    filesThroughClient: true,
    createClient: (options) =>
      new LanguageClient(
        "throughline",
        "Throughline",
        async () => {
          // A worker does not end with its connection: after a restart there would be two.
          worker?.terminate();
          worker = new Worker(script);
          return worker;
        },
        options,
      ),
  });
  connection = client.connection;
  return client.api;
}

export async function deactivate(): Promise<void> {
  await connection?.stop();
}
