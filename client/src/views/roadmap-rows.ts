import {
  Disposable,
  type Event,
  EventEmitter,
  type LogOutputChannel,
  MarkdownString,
  type TreeDataProvider,
} from "vscode";
import {
  type RoadmapChildren,
  type RoadmapReveal,
  type RoadmapRowParams,
  roadmapChildren,
  roadmapTooltip,
} from "../../../server/src/protocol.ts";
import type { Connection, ServerState } from "../connection.ts";
import { oneAtATime } from "../pure/one-at-a-time.ts";
import { rememberOpenRows } from "../pure/open-rows.ts";
import { createRowTree, type RowNode } from "../pure/row-tree.ts";
import { isEnabled } from "../settings.ts";
import type { RoadmapChanges } from "./roadmap-changes.ts";
import { markRows } from "./roadmap-marks.ts";
import type { RoadmapOptions } from "./roadmap-options.ts";
import { treeItem } from "./tree-item.ts";

/** How many items there are and are shown, and what of the filter cannot be meant. */
export type RowCounts = Pick<RoadmapChildren, "total" | "shown" | "wrong">;

export interface Rows extends Disposable {
  readonly provider: TreeDataProvider<RowNode>;
  readonly counts: RowCounts | undefined;
  readonly onCounted: Event<void>;
  /** Asks for everything again. */
  refresh(): void;
  /** While nobody sees the tree, changes only count as news for later. */
  setVisible(visible: boolean): void;
  /** Takes in a path of rows from the top that the server has named; answers the last one. */
  adopt(chain: RoadmapReveal): RowNode | undefined;
  /** Remembers what the person opens and closes. */
  setOpen(node: RowNode, isOpen: boolean): void;
}

export function createRows(
  connection: Connection,
  options: RoadmapOptions,
  changes: RoadmapChanges,
  log: LogOutputChannel,
): Rows {
  const changed = new EventEmitter<RowNode | RowNode[] | undefined>();
  const counted = new EventEmitter<void>();
  const marks = markRows(changes);
  const opened = rememberOpenRows();
  let counts: Rows["counts"];
  let isVisible = true;
  /** Something has changed while nobody looked. */
  let isStale = false;

  const tree = createRowTree({
    ask: (row) => connection.request<RoadmapChildren>(roadmapChildren, { ...options.look, row }),
    onAnswer: ({ total, shown, wrong }, nodes, parent) => {
      marks.show(nodes);
      if (parent !== undefined) return;
      counts = { total, shown, ...(wrong === undefined ? {} : { wrong }) };
      counted.fire();
    },
    onForget: marks.forget,
  });

  function refresh(): void {
    isStale = false;
    tree.expire();
    changed.fire(undefined);
  }

  async function update(rows: readonly string[] | undefined): Promise<void> {
    const redraw = await tree.update(rows);
    if (redraw === "all") changed.fire(undefined);
    else if (redraw.length > 0) changed.fire([...redraw]);
  }

  /** What a provider throws becomes a pop-up: nobody has asked for that. */
  async function quietly<T>(answer: Promise<T>, otherwise: T): Promise<T> {
    try {
      return await answer;
    } catch (reason) {
      log.error(`The roadmap could not be asked: ${String(reason)}`);
      return otherwise;
    }
  }

  const updateSoon = oneAtATime(update, refresh);
  let wasReady = false;
  const listening = [
    changed,
    counted,
    marks,
    connection.onRoadmap(({ rows }) => {
      if (isVisible) updateSoon(rows);
      else isStale = true;
    }),
    connection.onState((state) => {
      const ready = hasRead(state);
      // The rows go, and are there no more to be compared with.
      if (state?.state === "failed") counts = undefined;
      // Rows that are there already are only compared: VS Code closes what it is just opening when all is drawn anew.
      if (ready && !wasReady && isVisible && counts !== undefined) updateSoon(undefined);
      else if (ready !== wasReady) refresh();
      wasReady = ready;
    }),
  ];

  return {
    provider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (node) => treeItem(node, opened.give(node.row)),
      getParent: (node) => node.parent,
      getChildren: async (node) => {
        if (node !== undefined) opened.ask(node.row);
        return isEnabled() ? [...(await quietly(tree.children(node), []))] : [];
      },
      resolveTreeItem: async (item, { row }, token) => {
        const params: RoadmapRowParams = { ...options.look, row: row.id };
        const text = await quietly(connection.request<string | null>(roadmapTooltip, params, token), null);
        // An empty text keeps VS Code from showing the address that the marks hang on.
        item.tooltip = new MarkdownString(text ?? "", true);
        return item;
      },
    },
    get counts() {
      return counts;
    },
    onCounted: counted.event,
    refresh,
    setVisible(visible) {
      isVisible = visible;
      if (visible && isStale) refresh();
    },
    adopt: tree.adopt,
    setOpen: ({ row }, isOpen) => opened.tell(row, isOpen),
    dispose: () => Disposable.from(...listening).dispose(),
  };
}

/** A server that has stopped knows nothing any more: rows that do not follow what is typed would be taken for the plan. */
function hasRead(state: ServerState): boolean {
  return state !== undefined && !["starting", "scanning", "failed"].includes(state.state);
}
