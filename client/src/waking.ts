import { Disposable, FileType, type LogOutputChannel, Range, type TextDocument, Uri, window, workspace } from "vscode";
import type { Connection } from "./connection.ts";
import { wakes } from "./pure/wakes.ts";
import { configFile, configFileNames, isEnabled } from "./settings.ts";

/**
 * Starts the server when an open Markdown document says that it is a spec, or lies in a folder with a configuration.
 * Views and commands start it by asking something. In a folder of ordinary Markdown it never runs.
 */
export function wakeServer(connection: Connection, log: LogOutputChannel): Disposable {
  /** Folders seen without a configuration: every document of a large folder would ask for the same files again. */
  const without = new Set<string>();
  const listening: Disposable[] = [];

  async function look(document: TextDocument): Promise<void> {
    if (connection.state !== undefined || !(await wants(document, without))) return;
    await connection.start();
  }

  const lookQuietly = (document: TextDocument) => {
    look(document).catch((reason: unknown) => log.error(`The server did not start: ${String(reason)}`));
  };

  listening.push(
    workspace.onDidOpenTextDocument(lookQuietly),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (connection.state === undefined && document.languageId === "markdown" && startsWithText(document))
        lookQuietly(document);
    }),
    workspace.onDidCreateFiles(() => without.clear()),
    workspace.onDidRenameFiles(() => without.clear()),
    // A checkout in a terminal may have brought a configuration.
    window.onDidChangeWindowState(({ focused }) => focused && without.clear()),
    workspace.onDidChangeWorkspaceFolders(() => lookAtFolders()),
    // The server is told when it starts.
    workspace.onDidGrantWorkspaceTrust(() => connection.state !== undefined && void connection.restart()),
    workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration("throughline.enable") && !change.affectsConfiguration("throughline.configFile"))
        return;
      without.clear();
      if (!isEnabled()) void connection.stop();
      else {
        lookAtFolders();
        workspace.textDocuments.forEach(lookQuietly);
      }
    }),
  );

  /** `workspaceContains:throughline.yaml` has activated us, or may have: look at the roots themselves. */
  function lookAtFolders(): void {
    for (const folder of workspace.workspaceFolders ?? []) {
      if (connection.state !== undefined || !isEnabled(folder.uri)) continue;
      exists(Uri.joinPath(folder.uri, configFile(folder.uri)))
        .then((found) => (found ? connection.start() : undefined))
        .catch((reason: unknown) => log.error(`The server did not start: ${String(reason)}`));
    }
  }

  lookAtFolders();
  workspace.textDocuments.forEach(lookQuietly);
  return Disposable.from(...listening);
}

/** As much of a document as can wake the server. */
const top = new Range(0, 0, 250, 0);

async function wants(document: TextDocument, without: Set<string>): Promise<boolean> {
  if (!isEnabled(document.uri)) return false;
  const name = document.uri.path.split("/").at(-1) ?? "";
  if (configFileNames().includes(name)) return true;
  if (document.languageId !== "markdown") return false;
  return wakes(document.getText(top)) || (await liesInProject(document.uri, without));
}

/** Only the block at the top can wake the server, so only documents that open with one are read on every key press. */
function startsWithText(document: TextDocument): boolean {
  return (
    document.lineCount > 1 &&
    document
      .lineAt(0)
      .text.replace(/^\uFEFF/, "")
      .startsWith("---")
  );
}

/** Whether a configuration lies beside the document or in a folder above it, up to the workspace folder. */
async function liesInProject(uri: Uri, without: Set<string>): Promise<boolean> {
  const root = workspace.getWorkspaceFolder(uri)?.uri;
  if (root === undefined) return false;
  const names = configFileNames();
  let folder = uri;
  while (folder.path.length > root.path.length) {
    folder = Uri.joinPath(folder, "..");
    if (without.has(folder.toString())) continue;
    for (const name of names) if (await exists(Uri.joinPath(folder, name))) return true;
    without.add(folder.toString());
  }
  return false;
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.File) !== 0;
  } catch {
    return false;
  }
}
