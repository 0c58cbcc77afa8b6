import {
  type Disposable,
  Disposable as Disposables,
  EventEmitter,
  type LogOutputChannel,
  MarkdownString,
  TabInputWebview,
  type TreeItem,
  TreeItemCheckboxState,
  type Uri,
  window,
  workspace,
} from "vscode";
import {
  type DocumentRows,
  type DocumentRowsParams,
  documentRows,
  type TickParams,
  tick,
} from "../../../server/src/plan-protocol.ts";
import type { EditAnswer, RoadmapRow } from "../../../server/src/protocol.ts";
import { applyEdit } from "../apply-edit.ts";
import type { Connection } from "../connection.ts";
import { refuse } from "../messages.ts";
import { activePlace } from "../place.ts";
import { createRowTree, type RowNode } from "../pure/row-tree.ts";
import { isEnabled } from "../settings.ts";
import { focusedRows } from "./focused-rows.ts";
import type { RoadmapChanges } from "./roadmap-changes.ts";
import { markRows } from "./roadmap-marks.ts";
import { treeItem } from "./tree-item.ts";

/** A pause in typing; rows that come and go with each letter would only distract. */
const FOLLOW_AFTER_MS = 300;

export interface ThisDocument extends Disposable {
  /** The rows that a key is meant for. */
  focused(): Promise<readonly RowNode[]>;
}

/** Goals, features, requirements and KPIs of the document at hand, and what is missing in it, as its text is right now. */
export function showThisDocument(connection: Connection, changes: RoadmapChanges, log: LogOutputChannel): ThisDocument {
  const changed = new EventEmitter<RowNode | RowNode[] | undefined>();
  const marks = markRows(changes);
  let uri = documentAtHand(undefined);
  let answer: DocumentRows | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    const params: DocumentRowsParams | undefined = uri && { uri: uri.toString() };
    answer = params === undefined ? null : await connection.request<DocumentRows | null>(documentRows, params);
    view.description = answer?.title;
  }

  const tree = createRowTree({
    // One answer has all of a document: whoever asks for the top gets it anew.
    ask: async (row) => {
      if (row === undefined) await ask();
      const rows = (answer?.rows ?? []).filter(({ parent }) => parent === row);
      return { rows, total: rows.length, shown: rows.length };
    },
    onAnswer: (_, nodes) => marks.show(nodes),
    onForget: marks.forget,
    // The marks of both trees hang on addresses of one kind.
    serials: 1_000_000_000,
  });

  const view = window.createTreeView<RowNode>("throughline.document", {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (node) => rowItem(node),
      getParent: (node) => node.parent,
      getChildren: async (node) => (isEnabled() ? [...(await quietly(tree.children(node), []))] : []),
      resolveTreeItem: (item, { row }) => {
        // An empty text keeps VS Code from showing the address that the marks hang on.
        item.tooltip = row.type === "gap" ? row.label : new MarkdownString("");
        return item;
      },
    },
    canSelectMany: true,
    manageCheckboxStateManually: true,
    showCollapseAll: true,
  });

  /** What a provider throws becomes a pop-up: nobody has asked for that. */
  async function quietly<T>(promise: Promise<T>, otherwise: T): Promise<T> {
    try {
      return await promise;
    } catch (reason) {
      log.error(`The document could not be asked: ${String(reason)}`);
      return otherwise;
    }
  }

  function refresh(): void {
    tree.expire();
    changed.fire(undefined);
  }

  async function update(): Promise<void> {
    const redraw = await quietly(tree.update(undefined), "all" as const);
    if (redraw === "all") changed.fire(undefined);
    else if (redraw.length > 0) changed.fire([...redraw]);
  }

  function updateSoon(): void {
    clearTimeout(waiting);
    if (view.visible) waiting = setTimeout(() => void update(), FOLLOW_AFTER_MS);
  }

  function follow(): void {
    const now = documentAtHand(uri);
    if (now?.toString() === uri?.toString()) return;
    uri = now;
    refresh();
  }

  const listening: readonly Disposable[] = [
    view,
    changed,
    marks,
    window.onDidChangeActiveTextEditor(follow),
    window.tabGroups.onDidChangeTabs(follow),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() === uri?.toString()) updateSoon();
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("throughline.enable")) refresh();
    }),
    connection.onRoadmap(updateSoon),
    connection.onState(updateSoon),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) refresh();
    }),
    view.onDidChangeCheckboxState(({ items }) => {
      void quietly(tickAll(items), undefined).then(updateSoon);
    }),
  ];

  async function tickAll(items: readonly (readonly [RowNode, TreeItemCheckboxState])[]): Promise<void> {
    if (uri === undefined) return;
    const boxes = items.flatMap(([{ row }, state]) =>
      row.item === undefined ? [] : [{ item: row.item, done: state === TreeItemCheckboxState.Checked }],
    );
    const params: TickParams = { uri: uri.toString(), boxes };
    const { edit, refusal } = await connection.request<EditAnswer>(tick, params);
    if (edit !== undefined) await applyEdit(connection, edit);
    else if (refusal !== undefined) refuse(refusal);
  }

  return {
    focused: () => focusedRows(view),
    dispose() {
      clearTimeout(waiting);
      Disposables.from(...listening).dispose();
    },
  };
}

/** A preview or a panel beside a document does not take it away. */
function documentAtHand(before: Uri | undefined): Uri | undefined {
  const now = activePlace()?.uri;
  if (now !== undefined || window.activeTextEditor !== undefined) return now;
  return window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputWebview ? before : undefined;
}

/** Boxes are ticked in the text, which answers with the row as it is then. */
function rowItem(node: RowNode): TreeItem {
  const item = treeItem(node, undefined);
  const { ticked }: RoadmapRow = node.row;
  if (ticked !== undefined)
    item.checkboxState = ticked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked;
  return item;
}
