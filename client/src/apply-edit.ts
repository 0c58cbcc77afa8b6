import { l10n, TabInputText, type Uri, window, workspace } from "vscode";
import type { WorkspaceEdit } from "vscode-languageclient";
import type { Connection } from "./connection.ts";

/**
 * Applies an LSP edit. Documents that nobody has open are saved when the user's `files.refactoring.autoSave` says so:
 * a plan changed from the tree should not leave a row of unsaved documents behind. What is open stays unsaved.
 */
export async function applyEdit(connection: Connection, edit: unknown): Promise<void> {
  const converted = await connection.convert.asWorkspaceEdit(edit as WorkspaceEdit);
  if (converted === undefined) return;
  const open = new Set(
    window.tabGroups.all.flatMap(({ tabs }) =>
      tabs.flatMap(({ input }) => (input instanceof TabInputText ? input.uri.toString() : [])),
    ),
  );
  const isRefactoring = converted.entries().every(([uri]) => !open.has((uri as Uri).toString()));
  if (!(await workspace.applyEdit(converted, { isRefactoring })))
    throw new Error(l10n.t("The document has changed in the meantime. Please try again."));
}
