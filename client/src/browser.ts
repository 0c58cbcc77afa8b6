import { type ExtensionContext, Uri, workspace } from "vscode";
import type { MessageTransports } from "vscode-languageclient/browser";
import type { Connection } from "./connection.ts";
import { startClient, type ThroughlineApi } from "./extension.ts";

let connection: Connection | undefined;

/** The web: the server is a worker, and files come through us. */
export function activate(context: ExtensionContext): ThroughlineApi {
  const scripts = ["core.js", "server.browser.js"].map((name) => Uri.joinPath(context.extensionUri, "dist", name));
  let worker: Worker | undefined;
  /** Not the worker itself: VS Code puts a class of its own in place of `Worker`, which the library does not know. */
  const talkToWorker = async (): Promise<MessageTransports> => {
    const { BrowserMessageReader, BrowserMessageWriter } = await import("vscode-languageclient/browser");
    // A worker does not end with its connection: after a restart there would be two.
    worker?.terminate();
    worker = new Worker(await oneScript(scripts));
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const client = startClient(context, {
    filesThroughClient: true,
    cache: false,
    createClient: async (options) => {
      const { LanguageClient } = await import("vscode-languageclient/browser");
      return new LanguageClient("throughline", "Throughline", talkToWorker, options);
    },
  });
  connection = client.connection;
  return client.api;
}

export async function deactivate(): Promise<void> {
  await connection?.stop();
}

/** One address for both: scripts of a web server are asked for by name, and what only VS Code can read is held in memory. */
async function oneScript(scripts: readonly Uri[]): Promise<string> {
  const parts = await Promise.all(
    scripts.map(async (script) =>
      /^https?$/.test(script.scheme)
        ? `importScripts(${JSON.stringify(script.toString(true))});\n`
        : `${new TextDecoder().decode(await workspace.fs.readFile(script))}\n`,
    ),
  );
  return URL.createObjectURL(new Blob(parts, { type: "text/javascript" }));
}
