import { l10n, type Tab, TabInputText, type Uri, type WorkspaceEdit as VsCodeEdit, window, workspace } from "vscode";
import type { WorkspaceEdit } from "vscode-languageclient";
import type { Connection } from "./connection.ts";

/**
 * Applies an LSP edit. Documents that nobody has open are saved, unless the user has switched that off for all
 * refactorings: a plan changed from the tree should not leave a row of unsaved documents behind. What is open stays
 * unsaved, as if it had been typed.
 */
export async function applyEdit(connection: Connection, edit: unknown): Promise<void> {
  const converted = await connection.convert.asWorkspaceEdit(edit as WorkspaceEdit);
  if (converted !== undefined) await applyPlanned(converted);
}

/** The same for an edit of our own. */
export async function applyPlanned(converted: VsCodeEdit): Promise<void> {
  const uris = converted.entries().map(([uri]) => uri);
  const closed = uris.filter((uri) => tabsOf(uri).length === 0);
  if (!(await workspace.applyEdit(converted)))
    throw new Error(l10n.t("The document has changed in the meantime. Please try again."));
  if (!workspace.getConfiguration("files.refactoring").get("autoSave", true)) return;
  for (const uri of closed) {
    // VS Code opens a tab for what stays unsaved for most of a second, as it may on a slow disk.
    if (await (await workspace.openTextDocument(uri)).save()) await window.tabGroups.close(tabsOf(uri), true);
  }
}

/** Applies a renaming, which may move files: VS Code saves what nobody had open, as it does with its own. */
export async function applyRenaming(connection: Connection, edit: unknown): Promise<void> {
  const converted = await connection.convert.asWorkspaceEdit(edit as WorkspaceEdit);
  if (converted === undefined) return;
  if (!(await workspace.applyEdit(converted, { isRefactoring: true })))
    throw new Error(l10n.t("The document has changed in the meantime. Please try again."));
}

function tabsOf(uri: Uri): readonly Tab[] {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString());
}
