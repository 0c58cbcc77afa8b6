import { Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from "vscode";
import {
  type ProtocolRange,
  type RoadmapRow,
  type SetFieldArgument,
  setFieldCommand,
} from "../../../server/src/protocol.ts";
import type { RowNode } from "../pure/row-tree.ts";
import { markUri } from "./roadmap-marks.ts";

const collapsible = {
  none: TreeItemCollapsibleState.None,
  collapsed: TreeItemCollapsibleState.Collapsed,
  expanded: TreeItemCollapsibleState.Expanded,
} as const;

/**
 * A row as VS Code draws it; the tooltip is asked for when the pointer rests. `isOpen` is what the person has last done
 * to it, if anything.
 */
export function treeItem(node: RowNode, isOpen: boolean | undefined): TreeItem {
  const { row } = node;
  const children = isOpen === undefined || row.children === "none" ? row.children : isOpen ? "expanded" : "collapsed";
  const item = new TreeItem(row.label, collapsible[children]);
  item.id = row.id;
  item.description = row.description;
  if (row.icon !== "")
    item.iconPath = new ThemeIcon(row.icon, row.color === undefined ? undefined : new ThemeColor(row.color));
  // What hangs on an address gets a file's icon where it has none of its own.
  if (row.icon !== "") item.resourceUri = markUri(node);
  item.contextValue = row.addressed === true ? `${row.type}-addressed` : row.type;
  item.accessibilityInformation = { label: row.spoken };
  const target = rowTarget(row);
  if (row.field !== undefined && row.location !== undefined) {
    const { uri, range } = row.location;
    const argument: SetFieldArgument = { uri, position: range.start, field: row.field };
    item.command = { command: setFieldCommand, title: row.label, arguments: [argument] };
    return item;
  }
  // VS Code's own command: it takes a single click as a preview and a double click as opening for good.
  if (target !== undefined)
    item.command = {
      command: "vscode.open",
      title: row.label,
      arguments: [target.uri, { selection: target.selection }],
    };
  return item;
}

/** Where a row is defined; the cursor goes to its beginning. */
export function rowTarget({ location }: RoadmapRow): { readonly uri: Uri; readonly selection: Range } | undefined {
  if (location === undefined) return undefined;
  const { start } = toRange(location.range);
  return { uri: Uri.parse(location.uri), selection: new Range(start, start) };
}

export function toRange({ start, end }: ProtocolRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
