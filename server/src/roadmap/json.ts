import { ownersOf, statusOf, textOf } from "../workspace/plan.ts";
import { progressOf } from "../workspace/progress.ts";
import type { Found, Query } from "../workspace/query.ts";
import type { ItemBranch } from "./branch.ts";
import { type Counts, countsIn, overWords } from "./counts.ts";
import { shownHealth } from "./item-words.ts";
import { kpiValues } from "./kpi-values.ts";
import { type ProblemMarks, problemMarks } from "./problem-marks.ts";
import type { RowSources } from "./rows.ts";
import { numbersIn, type RoadmapTree, type RoadmapView, type Row, roadmapTree } from "./tree.ts";

/** What the rows of a program need to know beyond the plan. */
export interface JsonSources extends Pick<RowSources, "problemsOf"> {
  /** The path of an item's file as it is to be shown. */
  readonly fileOf: (found: Found) => string;
}

export interface RoadmapJson {
  readonly version: 1;
  readonly by: string;
  readonly groups: readonly RowJson[];
}

export type RowJson = GroupJson | DoneJson | ItemJson;

export interface GroupJson {
  readonly type: "group";
  /** `not-linked`, `2027-Q1`, `overdue` … */
  readonly id: string;
  readonly title: string;
  readonly counts: Counts;
  readonly children: readonly RowJson[];
}

/** What is done or dropped, folded in the tree. */
export interface DoneJson {
  readonly type: "done";
  readonly title: string;
  readonly counts: Counts;
  readonly children: readonly RowJson[];
}

export interface ItemJson {
  readonly type: "item";
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly status: string | null;
  readonly phase: string;
  readonly health: string;
  readonly reasons: readonly string[];
  readonly progress: { readonly done: number; readonly all: number } | null;
  readonly owner: readonly string[];
  readonly timeframe: string | null;
  /** For a KPI: its figures, those of a key result below its goal. */
  readonly figures?: {
    readonly guardrail: boolean;
    readonly baseline: string | null;
    readonly current: string | null;
    readonly target: string | null;
  };
  readonly file: string;
  readonly problems: number;
  readonly children: readonly RowJson[];
}

/** The roadmap for programs, as the tree shows it; the order of keys is part of the form. */
export function roadmapJson(query: Query, view: RoadmapView, sources: JsonSources): RoadmapJson {
  const tree = roadmapTree(query, view, "", sources.problemsOf);
  const marks = problemMarks(tree.plan, sources.problemsOf);
  return { version: 1, by: tree.grouping.id, groups: rowsOf(tree.top, tree, sources, marks) };
}

function rowsOf(
  rows: readonly Row[],
  tree: RoadmapTree,
  sources: JsonSources,
  marks: ProblemMarks,
): readonly RowJson[] {
  return rows.map((row): RowJson => {
    const below = () => rowsOf(row.children(), tree, sources, marks);
    const counts = () => countsIn(tree.plan, numbersIn(row));
    if (row.type === "done")
      return { type: "done", title: String(overWords(counts())), counts: counts(), children: below() };
    const { branch } = row;
    if (branch.type === "group")
      return { type: "group", id: branch.key, title: String(branch.title), counts: counts(), children: below() };
    return { ...itemOf(branch, tree, sources, marks), children: below() };
  });
}

function itemOf(branch: ItemBranch, { plan }: RoadmapTree, sources: JsonSources, marks: ProblemMarks) {
  const { found, edge } = branch;
  const { base, phase } = plan.facts(found);
  const { health, reasons } = shownHealth(branch, plan.query);
  const progress = base === "kpi" ? undefined : progressOf(plan.query, found);
  const figures = base === "kpi" ? { figures: figuresOf(found, edge) } : {};
  return {
    type: "item" as const,
    id: found.item.key,
    kind: found.item.kind,
    title: found.item.title,
    status: statusOf(found) ?? null,
    phase,
    health,
    reasons: reasons.map(String),
    progress: progress === undefined ? null : { done: progress.done, all: progress.all },
    owner: ownersOf(found),
    timeframe: textOf(found, "timeframe") ?? null,
    ...figures,
    file: sources.fileOf(found),
    problems: marks.count(found),
  };
}

function figuresOf(kpi: Found, edge: ItemBranch["edge"]) {
  const { baseline, current, target } = kpiValues(kpi, edge);
  return {
    guardrail: edge?.name === "guardrails",
    baseline: baseline ?? null,
    current: current ?? null,
    target: target ?? null,
  };
}
