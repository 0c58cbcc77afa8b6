import { Disposable, EventEmitter, type TextDocumentContentProvider, Uri, ViewColumn, window, workspace } from "vscode";
import { serverStatus, syntaxTree } from "../../../server/src/protocol.ts";
import type { Connection } from "../connection.ts";

const scheme = "throughline-text";

/** Read-only documents for developers: what the server holds, and how it reads a document. */
export function registerTextDocuments(connection: Connection): Disposable {
  const changed = new EventEmitter<Uri>();
  const provider: TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async (uri) =>
      uri.query === ""
        ? await connection.request<string>(serverStatus)
        : await connection.request<string>(syntaxTree, { uri: uri.query }),
  };
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, provider),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId !== "markdown") return;
      const view = treeUri(document.uri);
      if (workspace.textDocuments.some(({ uri }) => uri.toString() === view.toString())) changed.fire(view);
    }),
  );
}

export async function showServerStatus(): Promise<void> {
  const uri = Uri.from({ scheme, path: "/Throughline Server.md" });
  await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
}

/** Beside the document; follows it while it is typed in. */
export async function showSyntaxTree(document: Uri | undefined): Promise<void> {
  if (document === undefined) return;
  const shown = await workspace.openTextDocument(treeUri(document));
  await window.showTextDocument(shown, { preview: true, preserveFocus: true, viewColumn: ViewColumn.Beside });
}

function treeUri(document: Uri): Uri {
  const name = document.path.split("/").at(-1) ?? "";
  return Uri.from({ scheme, path: `/${name} tree.txt`, query: document.toString() });
}
