import { commands, env, ViewColumn, workspace } from "vscode";
import { markdownLink } from "../pure/markdown-link.ts";
import type { RowNode } from "../pure/row-tree.ts";
import { rowTarget } from "../views/tree-item.ts";

export async function openToSide(node: RowNode | undefined): Promise<void> {
  const target = node && rowTarget(node.row);
  if (target === undefined) return;
  await commands.executeCommand("vscode.open", target.uri, {
    selection: target.selection,
    viewColumn: ViewColumn.Beside,
  });
}

export async function copyId(node: RowNode | undefined): Promise<void> {
  if (node?.row.item !== undefined) await env.clipboard.writeText(node.row.item);
}

export async function copyLink(node: RowNode | undefined): Promise<void> {
  const target = node && rowTarget(node.row);
  if (node === undefined || target === undefined) return;
  await env.clipboard.writeText(markdownLink(node.row.label, workspace.asRelativePath(target.uri, false)));
}
