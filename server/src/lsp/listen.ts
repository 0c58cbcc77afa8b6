import type {
  DeleteFilesParams,
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DidSaveTextDocumentParams,
  RenameFilesParams,
  ServerCapabilities,
} from "vscode-languageserver";
import { canonicalUri, folderUri } from "../base/uri.ts";
import { pushedSettings } from "./client-settings.ts";
import type { Session } from "./session.ts";

const everything = { filters: [{ pattern: { glob: "**" } }] };

export const syncCapabilities = {
  textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { didDelete: everything, didRename: everything },
  },
} as const satisfies ServerCapabilities;

/** Hears what happens in the client: to documents, files, folders and settings. */
export function listen(session: Session): void {
  const { connection, documents, files, patience } = session;
  connection.onNotification("textDocument/didOpen", (params: DidOpenTextDocumentParams) => {
    const { uri, text } = documents.open(params);
    if (!files.isIgnored(uri)) session.apply([{ type: "open", uri, text }]);
    session.findings.touch([uri]);
  });
  connection.onNotification(
    "textDocument/didChange",
    ({ textDocument, contentChanges }: DidChangeTextDocumentParams) => {
      const uri = canonicalUri(textDocument.uri);
      const document = documents.change(uri, textDocument.version, contentChanges);
      if (document === undefined) return session.log("didChange", `${uri} is not open`);
      patience.typed(uri, documents.get(uri)?.caret, documents.get(uri)?.line);
      if (!files.isIgnored(uri)) session.apply([{ type: "open", uri, text: document.text }]);
      session.findings.touch([uri]);
    },
  );
  connection.onNotification("textDocument/didSave", ({ textDocument }: DidSaveTextDocumentParams) => {
    const uri = canonicalUri(textDocument.uri);
    patience.calm(uri);
    void files.read([uri]);
  });
  connection.onNotification("textDocument/didClose", ({ textDocument }: DidCloseTextDocumentParams) => {
    const uri = canonicalUri(textDocument.uri);
    documents.close(uri);
    patience.forget(uri);
    session.newerKeys.forget(uri);
    session.pull?.closed(uri);
    // The engine asks for the disk's text itself.
    session.apply([{ type: "close", uri }]);
    session.findings.touch([uri]);
  });
  connection.onNotification("workspace/didChangeWatchedFiles", ({ changes }: DidChangeWatchedFilesParams) => {
    void files.watched(changes.map(({ uri, type }) => ({ uri: canonicalUri(uri), type })));
  });
  connection.onNotification("workspace/didDeleteFiles", (params: DeleteFilesParams) => {
    void files.watched(params.files.map(({ uri }) => ({ uri: canonicalUri(uri), type: 3 })));
  });
  connection.onNotification("workspace/didRenameFiles", (params: RenameFilesParams) => {
    const gone = params.files.map(({ oldUri }) => ({ uri: canonicalUri(oldUri), type: 3 as const }));
    const there = params.files.map(({ newUri }) => ({ uri: canonicalUri(newUri), type: 1 as const }));
    void files.watched([...gone, ...there]);
  });
  connection.onNotification(
    "workspace/didChangeWorkspaceFolders",
    async ({ event }: DidChangeWorkspaceFoldersParams) => {
      const folders = new Map(session.folders);
      for (const { uri } of event.removed) folders.delete(folderUri(uri));
      for (const { uri } of event.added) folders.set(folderUri(uri), uri);
      await session.become(folders);
    },
  );
  connection.onNotification("workspace/didChangeConfiguration", async ({ settings }: DidChangeConfigurationParams) => {
    await session.become(session.folders, pushedSettings(settings));
  });
}
