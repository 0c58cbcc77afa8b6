import { type ExtensionContext, Uri, workspace } from "vscode";
import type { MessageTransports } from "vscode-languageclient/browser";
import type { Connection } from "./connection.ts";
import { startClient, type ThroughlineApi } from "./extension.ts";

let connection: Connection | undefined;

/** The web: the server is a worker, and files come through us. */
export function activate(context: ExtensionContext): ThroughlineApi {
  const script = Uri.joinPath(context.extensionUri, "dist/server.browser.js");
  let worker: Worker | undefined;
  /** Not the worker itself: VS Code puts a class of its own in place of `Worker`, which the library does not know. */
  const talkToWorker = async (): Promise<MessageTransports> => {
    const { BrowserMessageReader, BrowserMessageWriter } = await import("vscode-languageclient/browser");
    // A worker does not end with its connection: after a restart there would be two.
    worker?.terminate();
    worker = new Worker(await addressOf(script));
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

/** VS Code starts no worker from an extension that a remote machine holds; the same text from memory it does. */
async function addressOf(script: Uri): Promise<string> {
  if (script.scheme === "https" || script.scheme === "http") return script.toString(true);
  const text = new TextDecoder().decode(await workspace.fs.readFile(script));
  return URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
}
