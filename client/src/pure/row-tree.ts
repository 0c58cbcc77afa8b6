import type { RoadmapChildren, RoadmapReveal, RoadmapRow } from "../../../server/src/protocol.ts";
import { sameRow } from "./row-look.ts";

/** A row that the tree has asked for. VS Code knows rows by reference, so a row keeps its node when it changes. */
export interface RowNode {
  row: RoadmapRow;
  readonly serial: number;
  readonly parent: RowNode | undefined;
  /** Ids of the rows below, when they have been asked for. */
  children: readonly string[] | undefined;
}

/** What has to be drawn again: these rows with everything below them, or the whole tree. */
export type Redraw = readonly RowNode[] | "all";

/** The rows that have been asked for so far, and what changed among them. */
export interface RowTree {
  /** Asks for the rows below a row, or for the groups. */
  children(parent: RowNode | undefined): Promise<readonly RowNode[]>;
  /**
   * Asks again for what may have changed, the named rows or everything that has been asked for, and answers what looks
   * different: a plan of thousands of rows must not be built anew for each letter of a title.
   */
  update(rows: readonly string[] | undefined): Promise<Redraw>;
  /** Answers to questions asked before this are no longer wanted. */
  expire(): void;
  /** Takes in a path of rows from the top; answers the last one. */
  adopt(chain: RoadmapReveal): RowNode | undefined;
}

export interface RowTreeOptions {
  ask(row: string | undefined): Promise<RoadmapChildren>;
  onAnswer?(answer: RoadmapChildren, nodes: readonly RowNode[], parent: RowNode | undefined): void;
  onForget?(node: RowNode): void;
  /** Where the numbers of its rows begin, beside other trees. */
  readonly serials?: number;
}

export function createRowTree({ ask, onAnswer, onForget, serials = 0 }: RowTreeOptions): RowTree {
  const nodes = new Map<string, RowNode>();
  let top: readonly string[] | undefined;
  let serial = serials;
  let generation = 0;

  const below = (parent: RowNode | undefined) => (parent === undefined ? top : parent.children) ?? [];

  function keep(parent: RowNode | undefined, ids: readonly string[]): void {
    if (parent === undefined) top = ids;
    else parent.children = ids;
  }

  async function children(parent: RowNode | undefined): Promise<readonly RowNode[]> {
    const asked = generation;
    const answer = await ask(parent?.row.id).catch((reason: unknown) => {
      // Nothing is shown then: what comes next is not to be compared with what was.
      keep(parent, []);
      throw reason;
    });
    // Meanwhile the person has chosen something else: these rows would stand among others.
    if (asked !== generation) return await children(parent);
    const ids = answer.rows.map(({ id }) => id);
    const kept = new Set(ids);
    for (const id of below(parent)) if (!kept.has(id)) forget(id);
    keep(parent, ids);
    const taken = answer.rows.map((row) => nodeOf(row, parent));
    onAnswer?.(answer, taken, parent);
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
    onForget?.(node);
    for (const child of node.children ?? []) forget(child);
  }

  async function update(rows: readonly string[] | undefined): Promise<Redraw> {
    const redraw: RowNode[] = [];
    if (rows === undefined) {
      if (!(await compareAll(undefined, redraw))) return "all";
    } else {
      const touched = rows.flatMap((id) => nodes.get(id) ?? []);
      for (const parent of new Set(touched.map((node) => node.parent))) {
        if (await compare(parent, redraw)) continue;
        if (parent === undefined) return "all";
        redraw.push(parent);
      }
      redraw.push(...touched);
    }
    const alive = new Set(redraw.filter((node) => nodes.get(node.row.id) === node));
    return [...alive].filter((node) => !hasAncestorIn(node, alive));
  }

  /** From the top down; false when there are other rows now, so that what was below them says nothing any more. */
  async function compareAll(parent: RowNode | undefined, redraw: RowNode[]): Promise<boolean> {
    if (!(await compare(parent, redraw))) return false;
    for (const id of below(parent)) {
      const node = nodes.get(id);
      if (node?.children !== undefined && !(await compareAll(node, redraw))) redraw.push(node);
    }
    return true;
  }

  /** Collects the rows below that look different; false when they are others, or in another order. */
  async function compare(parent: RowNode | undefined, redraw: RowNode[]): Promise<boolean> {
    const before = new Map(below(parent).map((id) => [id, nodes.get(id)?.row]));
    const after = await children(parent);
    if ([...before.keys()].join("\n") !== after.map(({ row }) => row.id).join("\n")) return false;
    for (const node of after) {
      const old = before.get(node.row.id);
      if (old === undefined || !sameRow(old, node.row)) redraw.push(node);
    }
    return true;
  }

  return {
    children,
    update,
    expire: () => void generation++,
    adopt: (chain) => chain.reduce<RowNode | undefined>((parent, row) => nodeOf(row, parent), undefined),
  };
}

function hasAncestorIn(node: RowNode, nodes: ReadonlySet<RowNode>): boolean {
  for (let above = node.parent; above !== undefined; above = above.parent) if (nodes.has(above)) return true;
  return false;
}
