import type { Found, Query } from "../../workspace/query.ts";
import { readWhere, type WhereReading } from "../../workspace/where/read-where.ts";
import { once } from "../branch.ts";
import { groupingNamed } from "../by-field.ts";
import { nestParts } from "../parts.ts";
import { type ProblemsOf, problemMarks } from "../problem-marks.ts";
import { type Plan, planOf } from "../project-plan.ts";
import { sortedBy } from "../sorted.ts";
import { type Lane, lanesOf } from "./lanes.ts";

/** What somebody wants to see of a plan. */
export interface PanelView {
  /** A grouping of the list, or the name of any field. */
  readonly by: string;
  readonly sort?: string;
  readonly filter?: string;
  readonly showDone?: boolean;
}

/** The lanes of a project with what is to be seen in them. */
export interface Arranged {
  readonly plan: Plan;
  readonly lanes: readonly SeenLane[];
  readonly total: number;
  readonly shown: number;
}

export interface SeenLane {
  readonly lane: Lane;
  /** How many rows it has below its heading: known before they are put in order. */
  readonly size: number;
  readonly seen: readonly Found[];
  rows(): readonly Placed[];
}

export interface Placed {
  readonly found: Found;
  /** 1 directly in its lane. */
  readonly level: number;
}

/** Kept for a version of the plan: whoever scrolls asks over and over. `problemsOf` is asked where the filter speaks of problems. */
export function arranged(query: Query, view: PanelView, problemsOf?: ProblemsOf): Arranged {
  const words = view.filter?.trim() ?? "";
  const name = JSON.stringify([view.by, view.sort, words, view.showDone === true]);
  let known = all.get(query);
  if (known === undefined) all.set(query, (known = new Map()));
  let one = known.get(name);
  if (one === undefined) {
    const plan = sortedBy(planOf(query), view.sort);
    const reading = readWhere(words, query, { levelsOf: problemMarks(plan, problemsOf).levels });
    one = arrange(plan, lanesOf(plan, groupingNamed(view.by, query)), reading, view.showDone === true);
    // Problems come and go while the plan stays what it is.
    if (reading.asksProblems) return one;
    if (known.size >= most) known.delete(known.keys().next().value!);
    known.set(name, one);
  }
  return one;
}

const all = new WeakMap<Query, Map<string, Arranged>>();
const most = 4;

function arrange(plan: Plan, lanes: readonly Lane[], where: WhereReading, showDone: boolean): Arranged {
  const isOpen = (found: Found): boolean => showDone || !isOver(plan, found);
  const seenLanes = lanes.flatMap((lane): readonly SeenLane[] => {
    const seen = lane.items.filter((found) => (lane.isOver === true || isOpen(found)) && where.matches(found));
    // A goal to which nothing leads is a gap; an empty group is none.
    const isGap = lane.found !== undefined && isOpen(lane.found) && where.matches(lane.found);
    return seen.length === 0 && !isGap ? [] : [{ lane, seen, size: seen.length, rows: once(() => rowsOf(plan, seen)) }];
  });
  const items = plan.once(lanes.map((lane) => lane.items));
  const shown = where.isEmpty && showDone ? items : plan.once(seenLanes.map(({ seen }) => seen));
  return { plan, lanes: seenLanes, total: items.length, shown: shown.length };
}

function rowsOf(plan: Plan, items: readonly Found[]): readonly Placed[] {
  const { roots, below } = nestParts(plan, items);
  const rows: Placed[] = [];
  const open: Placed[] = roots.map((found) => ({ found, level: 1 })).reverse();
  for (let row = open.pop(); row !== undefined; row = open.pop()) {
    rows.push(row);
    for (const found of below(row.found).toReversed()) open.push({ found, level: row.level + 1 });
  }
  return rows;
}

function isOver(plan: Plan, found: Found): boolean {
  const { phase } = plan.facts(found);
  return phase === "done" || phase === "dropped";
}
