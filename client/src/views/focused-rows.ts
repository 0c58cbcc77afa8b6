import { commands, type TreeView } from "vscode";
import type { RowNode } from "../pure/row-tree.ts";

/**
 * The rows that a key is meant for which was pressed in a tree: those that are selected where the focus is on one of them, else
 * the one that has it. Arrow keys move the focus and select nothing, and VS Code tells nobody where it is; but it selects that
 * row, or no longer does, when it is told to.
 */
export async function focusedRows(view: TreeView<RowNode>): Promise<readonly RowNode[]> {
  const before = view.selection;
  const after = await toggleFocused(view);
  const [focused] = after.filter((row) => !before.includes(row));
  if (focused === undefined) {
    if (after.length < before.length) await toggleFocused(view);
    return before;
  }
  await view.reveal(focused, { select: true, focus: true });
  return [focused];
}

/** Answers what is selected then: VS Code tells of it a moment later. */
async function toggleFocused(view: TreeView<RowNode>): Promise<readonly RowNode[]> {
  const { length } = view.selection;
  await commands.executeCommand("list.toggleSelection");
  for (let left = MOST_LOOKS; left > 0 && view.selection.length === length; left--)
    await new Promise((resolve) => setTimeout(resolve, LOOK_AFTER_MS));
  return view.selection;
}

const MOST_LOOKS = 10;
const LOOK_AFTER_MS = 20;
