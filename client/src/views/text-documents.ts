import { Disposable, EventEmitter, type TextDocumentContentProvider, Uri, ViewColumn, window, workspace } from "vscode";
import { type SyntaxTreeParams, serverStatus, syntaxTree } from "../../../server/src/protocol.ts";
import type { Connection } from "../connection.ts";

const scheme = "throughline-text";
const statusUri = Uri.from({ scheme, path: "/Throughline Server.md" });

/** Read-only documents for developers: what the server holds, and how it reads a document. */
export interface TextDocuments extends Disposable {
  showServerStatus(): Promise<void>;
  /** Beside the document; follows it while it is typed in. */
  showSyntaxTree(document: Uri): Promise<void>;
}

export function registerTextDocuments(connection: Connection): TextDocuments {
  const changed = new EventEmitter<Uri>();
  const provider: TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async (uri) => {
      if (uri.query === "") return await connection.request<string>(serverStatus);
      const params: SyntaxTreeParams = { uri: uri.query };
      return await connection.request<string>(syntaxTree, params);
    },
  };
  const listening = Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, provider),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId !== "markdown") return;
      const tree = treeUri(document.uri);
      if (workspace.textDocuments.some(({ uri }) => uri.toString() === tree.toString())) changed.fire(tree);
    }),
  );
  return {
    async showServerStatus() {
      changed.fire(statusUri);
      await window.showTextDocument(statusUri, { preview: true });
    },
    async showSyntaxTree(document) {
      await window.showTextDocument(treeUri(document), {
        preview: true,
        preserveFocus: true,
        viewColumn: ViewColumn.Beside,
      });
    },
    dispose: () => listening.dispose(),
  };
}

function treeUri(document: Uri): Uri {
  const name = document.path.split("/").at(-1) ?? "";
  return Uri.from({ scheme, path: `/${name} tree.txt`, query: document.toString() });
}
