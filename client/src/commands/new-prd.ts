import { commands, FileType, l10n, SnippetString, Uri, WorkspaceEdit, window, workspace } from "vscode";
import { type NewDocument, type NewDocumentParams, newDocument } from "../../../server/src/protocol.ts";
import type { Connection } from "../connection.ts";
import { activePlace } from "../place.ts";

/** Asks for a title and a place, and opens a document with the fields to fill in. */
export async function newPrd(connection: Connection): Promise<void> {
  const title = await window.showInputBox({
    title: l10n.t("New PRD (1/2)"),
    prompt: l10n.t("What is it called?"),
    placeHolder: l10n.t("One-tap pay"),
    validateInput: (text) => (text.trim() === "" ? l10n.t("Give it a title.") : undefined),
  });
  if (title === undefined) return;
  const folder = await chooseFolder();
  const params: NewDocumentParams = { kind: "prd", title: title.trim(), folder: folder?.toString() };
  const proposal = await connection.request<NewDocument>(newDocument, params);
  const target = folder === undefined ? undefined : await choosePath(folder, Uri.parse(proposal.uri));
  if (folder !== undefined && target === undefined) return;
  await open(target, proposal.snippet);
}

/** The folder of the document at hand, else the only one; with several, the person says. */
async function chooseFolder(): Promise<Uri | undefined> {
  const place = activePlace();
  const around = place && workspace.getWorkspaceFolder(place.uri);
  const folders = workspace.workspaceFolders ?? [];
  if (around !== undefined || folders.length < 2) return (around ?? folders[0])?.uri;
  return (await window.showWorkspaceFolderPick({ placeHolder: l10n.t("Which folder gets the new PRD?") }))?.uri;
}

async function choosePath(folder: Uri, proposed: Uri): Promise<Uri | undefined> {
  const value = workspace.asRelativePath(proposed, false);
  const end = value.length - (/\.md$/.exec(value)?.[0].length ?? 0);
  const path = await window.showInputBox({
    title: l10n.t("New PRD (2/2)"),
    prompt: l10n.t("Where does it go? A path in the folder “{0}”.", folder.path.split("/").at(-1) ?? ""),
    value,
    valueSelection: [value.lastIndexOf("/") + 1, end],
    validateInput: async (text) => {
      if (text.trim() === "" || text.endsWith("/")) return l10n.t("Give the file a name.");
      return (await exists(pathIn(folder, text))) ? l10n.t("There is a file of this name already.") : undefined;
    },
  });
  return path === undefined ? undefined : pathIn(folder, path);
}

/** A real file where there is a folder, so that it stands in the roadmap at once; it can be undone like typing. */
async function open(target: Uri | undefined, snippet: string): Promise<void> {
  if (target !== undefined) {
    const edit = new WorkspaceEdit();
    edit.createFile(target, { ignoreIfExists: true });
    if (!(await workspace.applyEdit(edit))) throw new Error(l10n.t("The file could not be created: {0}", target.path));
  }
  const document =
    target === undefined
      ? await workspace.openTextDocument({ language: "markdown" })
      : await workspace.openTextDocument(target);
  const editor = await window.showTextDocument(document, { preview: false });
  await editor.insertSnippet(new SnippetString(snippet));
  await commands.executeCommand("workbench.action.focusActiveEditorGroup");
}

function pathIn(folder: Uri, path: string): Uri {
  const trimmed = path.trim().replace(/^[/\\]+/, "");
  return Uri.joinPath(folder, /\.(md|markdown)$/i.test(trimmed) ? trimmed : `${trimmed}.md`);
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.File) !== 0;
  } catch {
    return false;
  }
}
