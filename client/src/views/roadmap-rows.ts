import { Disposable, type Event, EventEmitter, MarkdownString, type TreeDataProvider } from "vscode";
import {
  type RoadmapChanged,
  type RoadmapChildren,
  type RoadmapReveal,
  type RoadmapRow,
  type RoadmapRowParams,
  roadmapChildren,
  roadmapTooltip,
} from "../../../server/src/protocol.ts";
import type { Connection } from "../connection.ts";
import { sameRow } from "../pure/row-look.ts";
import { isEnabled } from "../settings.ts";
import { markRows } from "./roadmap-marks.ts";
import type { RoadmapOptions } from "./roadmap-options.ts";
import { treeItem } from "./tree-item.ts";

/** A row that the tree has asked for. VS Code knows rows by reference, so a row keeps its node when it changes. */
export interface RowNode {
  row: RoadmapRow;
  readonly serial: number;
  readonly parent: RowNode | undefined;
  /** Ids of the rows below, when they have been asked for. */
  children: readonly string[] | undefined;
}

export interface Rows extends Disposable {
  readonly provider: TreeDataProvider<RowNode>;
  readonly counts: { readonly total: number; readonly shown: number } | undefined;
  readonly onCounted: Event<void>;
  /** Asks for everything again. */
  refresh(): void;
  /** Takes in a path of rows from the top that the server has named; answers the last one. */
  adopt(chain: RoadmapReveal): RowNode | undefined;
}

export function createRows(connection: Connection, options: RoadmapOptions): Rows {
  const nodes = new Map<string, RowNode>();
  const changed = new EventEmitter<RowNode | RowNode[] | undefined>();
  const counted = new EventEmitter<void>();
  const marks = markRows();
  let counts: Rows["counts"];
  let top: readonly string[] | undefined;
  let serial = 0;
  /** Rises when all rows are asked for anew: answers to older questions are no longer wanted. */
  let generation = 0;
  let updating = Promise.resolve();

  async function fetch(parent: RowNode | undefined): Promise<readonly RowNode[]> {
    const asked = generation;
    const answer = await connection.request<RoadmapChildren>(roadmapChildren, {
      ...options.current(),
      row: parent?.row.id,
    });
    // Meanwhile the person has chosen something else: these rows would stand among others.
    if (asked !== generation) return await fetch(parent);
    if (parent === undefined && (counts?.shown !== answer.shown || counts.total !== answer.total)) {
      counts = { total: answer.total, shown: answer.shown };
      counted.fire();
    }
    return take(parent, answer.rows);
  }

  function take(parent: RowNode | undefined, rows: readonly RoadmapRow[]): readonly RowNode[] {
    const ids = rows.map(({ id }) => id);
    const kept = new Set(ids);
    for (const id of (parent === undefined ? top : parent.children) ?? []) if (!kept.has(id)) forget(id);
    if (parent === undefined) top = ids;
    else parent.children = ids;
    const taken = rows.map((row) => nodeOf(row, parent));
    marks.show(taken);
    return taken;
  }

  function nodeOf(row: RoadmapRow, parent: RowNode | undefined): RowNode {
    const known = nodes.get(row.id);
    if (known !== undefined && known.parent === parent) {
      known.row = row;
      return known;
    }
    const node: RowNode = { row, parent, serial: ++serial, children: undefined };
    nodes.set(row.id, node);
    return node;
  }

  function forget(id: string): void {
    const node = nodes.get(id);
    if (node === undefined) return;
    nodes.delete(id);
    marks.forget(node);
    for (const child of node.children ?? []) forget(child);
  }

  function refresh(): void {
    generation++;
    changed.fire(undefined);
  }

  /** Asks again for the rows around each changed one, and draws only those that look different. */
  async function update({ rows }: RoadmapChanged): Promise<void> {
    if (rows === undefined) return refresh();
    const touched = rows.flatMap((id) => nodes.get(id) ?? []);
    const parents = new Set(touched.map(({ parent }) => parent));
    const draw = new Set(touched);
    for (const parent of parents) {
      const before = new Map(
        ((parent === undefined ? top : parent.children) ?? []).map((id) => [id, nodes.get(id)?.row]),
      );
      const after = await fetch(parent);
      const sameOrder = [...before.keys()].join("\n") === after.map(({ row }) => row.id).join("\n");
      if (!sameOrder && parent === undefined) return void changed.fire(undefined);
      if (!sameOrder && parent !== undefined) draw.add(parent);
      for (const node of after) {
        const old = before.get(node.row.id);
        if (old !== undefined && !sameRow(old, node.row)) draw.add(node);
      }
    }
    const drawn = [...draw].filter((node) => nodes.get(node.row.id) === node && !hasAncestorIn(node, draw));
    if (drawn.length > 0) changed.fire(drawn);
  }

  const provider: TreeDataProvider<RowNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => treeItem(node),
    getParent: (node) => node.parent,
    getChildren: async (node) => (isEnabled() ? [...(await fetch(node))] : []),
    resolveTreeItem: async (item, node, token) => {
      const params: RoadmapRowParams = { ...options.current(), row: node.row.id };
      const text = await connection.request<string | null>(roadmapTooltip, params, token);
      // An empty text keeps VS Code from showing the address that the marks hang on.
      item.tooltip = new MarkdownString(text ?? "", true);
      return item;
    },
  };

  let wasReady = false;
  const listening = [
    changed,
    counted,
    marks,
    connection.onRoadmap((change) => {
      updating = updating.then(() => update(change)).catch(() => refresh());
    }),
    connection.onState((state) => {
      const ready = state !== undefined && state.state !== "starting" && state.state !== "scanning";
      if (ready !== wasReady) refresh();
      wasReady = ready;
    }),
  ];

  return {
    provider,
    get counts() {
      return counts;
    },
    onCounted: counted.event,
    refresh,
    adopt(chain) {
      let node: RowNode | undefined;
      for (const row of chain) node = nodeOf(row, node);
      return node;
    },
    dispose: () => Disposable.from(...listening).dispose(),
  };
}

function hasAncestorIn(node: RowNode, nodes: ReadonlySet<RowNode>): boolean {
  for (let above = node.parent; above !== undefined; above = above.parent) if (nodes.has(above)) return true;
  return false;
}
