import { memo } from "../base/memo.ts";
import type { Edge, Found } from "../workspace/query.ts";
import type { Shape } from "./kept-plan.ts";
import type { Plan } from "./project-plan.ts";

/** What is reached from a goal. */
export interface Reach {
  /** Features and documents that name the goal, their own or that of what is around them, with their parts. */
  work(goal: Found): readonly Found[];
  /** The same, with the KPIs of all of it and those of the goal. */
  below(goal: Found): readonly Found[];
  /** Work that reaches no goal, KPIs that measure nothing of all this, and both with the KPIs of the work. */
  unlinked(): { readonly work: readonly Found[]; readonly kpis: readonly Found[]; readonly below: readonly number[] };
  kpisOf(items: readonly Found[]): readonly Found[];
}

/** Titles and dates change with every letter, links seldom: who is reached is kept by number for as long as no link changes. */
export function reachOf(plan: Plan): Reach {
  const kept = keptFor(plan.shape);
  const now = (numbers: readonly number[]): readonly Found[] => numbers.map(plan.now);
  const kpisOf = (items: readonly Found[]): readonly Found[] => linked(items, plan, isMeasured);
  const reach: Reach = {
    work: (goal) => now(keep(kept.work, goal.number, () => workOf(goal, plan, kept))),
    below: (goal) =>
      now(
        keep(kept.below, goal.number, () => {
          const work = reach.work(goal);
          return numbersOf(plan.once([kpisOf([goal]), work, kpisOf(work)]));
        }),
      ),
    unlinked() {
      kept.unlinked ??= unlinkedOf(plan, reach);
      const { work, kpis, below } = kept.unlinked;
      return { work: now(work), kpis: now(kpis), below };
    },
    kpisOf,
  };
  return reach;
}

interface Kept {
  /** By the number of a goal. */
  readonly work: Map<number, readonly number[]>;
  readonly below: Map<number, readonly number[]>;
  /** The work that names it. */
  named: ReadonlyMap<number, readonly number[]> | undefined;
  unlinked: Unlinked | undefined;
}

interface Unlinked {
  readonly work: readonly number[];
  readonly kpis: readonly number[];
  readonly below: readonly number[];
}

const keptFor = memo(
  (_: Shape): Kept => ({ work: new Map(), below: new Map(), named: undefined, unlinked: undefined }),
);

function keep(known: Map<number, readonly number[]>, number: number, find: () => readonly number[]): readonly number[] {
  let numbers = known.get(number);
  if (numbers === undefined) known.set(number, (numbers = find()));
  return numbers;
}

function numbersOf(items: readonly Found[]): readonly number[] {
  return items.map(({ number }) => number);
}

/** A part that has other goals than what it is a part of stands there all the same. */
function workOf(goal: Found, plan: Plan, kept: Kept): readonly number[] {
  kept.named ??= workByGoal(plan);
  let all = plan.once([(kept.named.get(goal.number) ?? []).map(plan.now)]);
  for (let from = 0, to = all.length; from < to; [from, to] = [to, all.length]) {
    const parts: Found[] = [];
    for (let at = from; at < to; at++) {
      for (const edge of plan.query.incoming(all[at]!)) {
        if (edge.name === "parent" && isWork(edge.from, plan)) parts.push(edge.from);
      }
    }
    if (parts.length > 0) all = plan.once([all, parts]);
  }
  return numbersOf(all);
}

function workByGoal(plan: Plan): ReadonlyMap<number, readonly number[]> {
  const work = new Map<number, number[]>(plan.of("goal").map(({ number }) => [number, []]));
  for (const found of workIn(plan)) {
    for (const edge of plan.query.outgoing(found)) {
      if (edge.name === "goals") work.get(edge.to.number)?.push(found.number);
    }
  }
  return work;
}

function workIn(plan: Plan): readonly Found[] {
  return [...plan.of("feature"), ...plan.of("prd")];
}

function isWork(found: Found, plan: Plan): boolean {
  if (!plan.has(found)) return false;
  const { base } = plan.facts(found);
  return base === "feature" || base === "prd";
}

function unlinkedOf(plan: Plan, reach: Reach): Unlinked {
  const linked = new Set(plan.once(plan.of("goal").map(reach.work)));
  const work = workIn(plan).filter((found) => !linked.has(found));
  const kpis = plan.of("kpi").filter((kpi) => !plan.query.incoming(kpi).some((edge) => isMeasure(edge, plan)));
  const below = plan.once([work, reach.kpisOf(work), kpis]);
  return { work: numbersOf(work), kpis: numbersOf(kpis), below: numbersOf(below) };
}

/** Whether a link to a KPI comes from something that stands in this picture. */
function isMeasure({ name, from }: Edge, plan: Plan): boolean {
  if ((name !== "kpis" && name !== "guardrails") || !plan.has(from)) return false;
  const { base } = plan.facts(from);
  return base === "vision" || base === "goal" || base === "feature" || base === "prd";
}

/** Links to KPIs; one that is both a KPI and a guardrail counts as a KPI. */
export function measures(found: Found, plan: Plan): readonly Edge[] {
  const edges = plan.query.outgoing(found).filter((edge) => isMeasured(edge, plan));
  const kpis = edges.filter(({ name }) => name === "kpis");
  const isNew = ({ to }: Edge) => !kpis.some((edge) => edge.to === to);
  return [...kpis, ...edges.filter((edge) => edge.name === "guardrails" && isNew(edge))];
}

function isMeasured({ name, to }: Edge, plan: Plan): boolean {
  return (name === "kpis" || name === "guardrails") && plan.has(to) && plan.facts(to).base === "kpi";
}

function linked(items: readonly Found[], plan: Plan, isAsked: (edge: Edge, plan: Plan) => boolean): readonly Found[] {
  const ends: Found[] = [];
  for (const item of items) for (const edge of plan.query.outgoing(item)) if (isAsked(edge, plan)) ends.push(edge.to);
  return ends;
}
