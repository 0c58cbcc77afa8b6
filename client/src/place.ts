import { Position, TabInputCustom, TabInputText, type Uri, window } from "vscode";

/** A position in a Markdown document. */
export interface Place {
  readonly uri: Uri;
  readonly position: Position;
}

/**
 * The Markdown document that the person looks at, and the cursor. VS Code's rich Markdown editor is no text editor:
 * there only the tab tells which document it is.
 */
export function activePlace(): Place | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === "markdown")
    return { uri: editor.document.uri, position: editor.selection.active };
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof TabInputText || input instanceof TabInputCustom)) return undefined;
  return /\.(md|markdown)$/i.test(input.uri.path) ? { uri: input.uri, position: new Position(0, 0) } : undefined;
}
