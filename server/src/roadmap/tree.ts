import type { Found, Query } from "../workspace/query.ts";
import { readWhere, type WhereReading } from "../workspace/where/read-where.ts";
import { type Branch, numbersAt, once } from "./branch.ts";
import { groupingNamed } from "./by-field.ts";
import { filtered } from "./filter.ts";
import { fold } from "./fold.ts";
import type { Grouping } from "./grouping.ts";
import { type ProblemsOf, problemMarks } from "./problem-marks.ts";
import { type Plan, planOf, segmentOf } from "./project-plan.ts";
import { sortedBy } from "./sorted.ts";

/** What the person chose about the roadmap. */
export interface RoadmapView {
  /** A grouping of the list, or the name of any field. */
  readonly by: string;
  /** What rows are sorted by; by date unless said. */
  readonly sort?: string;
  /** A query: words, and conditions such as `owner:ana`. What it cannot mean is left out. */
  readonly filter?: string;
  readonly showDone?: boolean;
}

/** The rows of a roadmap; what nobody opens is not made. */
export interface RoadmapTree {
  readonly plan: Plan;
  readonly grouping: Grouping;
  readonly sort: string | undefined;
  readonly isFiltered: boolean;
  readonly top: readonly Row[];
  /** How many items the grouping shows, and how many of them the filter leaves. */
  readonly total: number;
  readonly shown: number;
  row(id: string): Row | undefined;
  /** What the row of an id is about, without making the rows beside those on the way. */
  branch(id: string): Branch | undefined;
}

export type Row = BranchRow | DoneRow;

interface AnyRow {
  readonly id: string;
  readonly parent: Row | undefined;
  /** How many rows stand beside it, itself included. */
  readonly siblings: number;
  children(): readonly Row[];
}

export interface BranchRow extends AnyRow {
  readonly type: "group" | "item";
  readonly branch: Branch;
}

/** The folded row: what is done or dropped. */
export interface DoneRow extends AnyRow {
  readonly type: "done";
  readonly branches: readonly Branch[];
}

/** `scope` tells the rows of one project from those of another; `problemsOf` is asked where the filter speaks of problems. */
export function roadmapTree(query: Query, view: RoadmapView, scope = "", problemsOf?: ProblemsOf): RoadmapTree {
  const where = view.filter?.trim() ?? "";
  const name = JSON.stringify([view.by, view.sort, where, view.showDone === true, scope]);
  let known = trees.get(query);
  if (known === undefined) trees.set(query, (known = new Map()));
  let tree = known.get(name);
  if (tree === undefined) {
    const plan = sortedBy(planOf(query), view.sort);
    const grouping = groupingNamed(view.by, query);
    const reading = readWhere(where, query, { levelsOf: problemMarks(plan, problemsOf).levels });
    tree = makeTree(plan, grouping, reading, view, scope);
    // Problems come and go while the plan stays what it is.
    if (reading.asksProblems) return tree;
    // Somebody who types a filter asks for a tree with each letter: the one before is not wanted again.
    if (known.size >= mostTrees) known.delete(known.keys().next().value!);
    known.set(name, tree);
  }
  return tree;
}

const trees = new WeakMap<Query, Map<string, RoadmapTree>>();
const mostTrees = 8;

function makeTree(
  plan: Plan,
  grouping: Grouping,
  where: WhereReading,
  { sort, showDone = false }: RoadmapView,
  scope: string,
): RoadmapTree {
  const all = groupedBy(plan, grouping);
  const isHit = where.isEmpty ? undefined : onceEach(plan, where.matches);
  const branches = isHit === undefined ? all : filtered(all, isHit);
  // Editors remember by its id whether a row is open: where somebody has closed one, a filter must still show its hits.
  const root = `${scope}${grouping.id}${isHit === undefined ? "" : "?"}`;
  const shown = grouping.shows.map(plan.of);
  const total = shown.reduce((sum, { length }) => sum + length, 0);
  const ground = { plan, root, showDone };
  const top = once(() => rowsOf(branches, undefined, ground));
  return {
    plan,
    grouping,
    sort,
    isFiltered: isHit !== undefined,
    get top() {
      return top();
    },
    total,
    shown:
      isHit === undefined
        ? total
        : shown.reduce((sum, items) => sum + items.filter(({ number }) => isHit(number)).length, 0),
    row: (id) => find(id, top(), root),
    branch: (id) => branchAt(id, branches, root, plan),
  };
}

/** What the rows of a tree have in common. */
interface Ground {
  readonly plan: Plan;
  readonly root: string;
  readonly showDone: boolean;
}

function rowsOf(below: readonly Branch[], parent: BranchRow | undefined, ground: Ground): readonly Row[] {
  const isOver = parent !== undefined && isUnfolded(parent);
  const { open, done } = ground.showDone || isOver ? { open: below, done: [] } : fold(below, ground.plan);
  const siblings = open.length + (done.length > 0 ? 1 : 0);
  const rows = open.map((branch): Row => new OpenRow(branch, parent, siblings, ground));
  return done.length === 0 ? rows : [...rows, doneRow(done, parent, siblings, ground)];
}

/** Made by the thousand, and mostly not looked at: it is named and has children when somebody asks. */
class OpenRow implements BranchRow {
  readonly branch: Branch;
  readonly parent: Row | undefined;
  readonly siblings: number;
  readonly #ground: Ground;
  #id: string | undefined;
  #children: readonly Row[] | undefined;

  constructor(branch: Branch, parent: Row | undefined, siblings: number, ground: Ground) {
    this.branch = branch;
    this.parent = parent;
    this.siblings = siblings;
    this.#ground = ground;
  }

  get type(): Branch["type"] {
    return this.branch.type;
  }

  get id(): string {
    const { plan, root } = this.#ground;
    return (this.#id ??= `${this.parent?.id ?? root}/${segment(this.branch, plan)}`);
  }

  children(): readonly Row[] {
    return (this.#children ??= rowsOf(this.branch.below(), this, this.#ground));
  }
}

function doneRow(done: readonly Branch[], parent: Row | undefined, siblings: number, ground: Ground): DoneRow {
  const row: DoneRow = {
    ...{ type: "done", id: `${parent?.id ?? ground.root}/${folded}`, parent, siblings, branches: done },
    children: once(() => done.map((branch) => new OpenRow(branch, row, done.length, ground))),
  };
  return row;
}

/** Each item is asked once, in however many places it stands. */
function onceEach(plan: Plan, matches: (found: Found) => boolean): (number: number) => boolean {
  const known = new Map<number, boolean>();
  return (number) => {
    let hit = known.get(number);
    if (hit === undefined) known.set(number, (hit = matches(plan.now(number))));
    return hit;
  };
}

/** The rows of a grouping before filter and folding, kept for the version of the plan. */
function groupedBy(plan: Plan, grouping: Grouping): readonly Branch[] {
  let known = grouped.get(plan);
  if (known === undefined) grouped.set(plan, (known = new Map()));
  let branches = known.get(grouping.id);
  if (branches === undefined) known.set(grouping.id, (branches = grouping.top(plan)));
  return branches;
}

const grouped = new WeakMap<Plan, Map<string, readonly Branch[]>>();

function isUnfolded(row: Row): boolean {
  if (row.type === "done" || (row.branch.type === "group" && row.branch.isOver === true)) return true;
  return row.parent !== undefined && isUnfolded(row.parent);
}

function segment(branch: Branch, plan: Plan): string {
  if (branch.type === "group") return `~${segmentOf(branch.key)}`;
  return plan.segment(branch.found);
}

/** Down the path that the id spells, so that only the rows on the way are made. */
function find(id: string, top: readonly Row[], root: string): Row | undefined {
  if (!id.startsWith(`${root}/`)) return undefined;
  let rows = top;
  let path = root;
  for (const part of id.slice(root.length + 1).split("/")) {
    path = `${path}/${part}`;
    const row = rows.find((one) => one.id === path);
    if (row === undefined || row.id === id) return row;
    rows = row.children();
  }
  return undefined;
}

/** The same without rows: what is folded lies below the same branch. */
function branchAt(id: string, top: readonly Branch[], root: string, plan: Plan): Branch | undefined {
  if (!id.startsWith(`${root}/`)) return undefined;
  let below = top;
  let branch: Branch | undefined;
  for (const part of id.slice(root.length + 1).split("/")) {
    branch = below.find((one) => segment(one, plan) === part);
    if (branch === undefined && part !== folded) return undefined;
    below = branch?.below() ?? below;
  }
  return branch;
}

/** Names the row of what is over. */
const folded = "~done";

/** The numbers of the items in and below a row, folded or not. */
export function numbersIn(row: Row): readonly number[] {
  if (row.type !== "done") return numbersAt(row.branch);
  return [...new Set(row.branches.flatMap(numbersAt))];
}
