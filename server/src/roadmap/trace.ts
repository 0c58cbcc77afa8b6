import { atOnce } from "../base/at-once.ts";
import { say, type Words } from "../base/say.ts";
import { isAsked } from "../workspace/asked.ts";
import type { Edge, Found } from "../workspace/query.ts";
import { isMeasured, measuresSomething, servesGoal } from "../workspace/traced.ts";
import { nest } from "./nest.ts";
import { nestParts, parentsOf } from "./parts.ts";
import type { Plan } from "./project-plan.ts";
import { measures, reachOf } from "./reach.ts";

/** Goals, the features that work for them and the KPIs that measure both, with what is missing in between. */
export interface Trace {
  /** In the order of the plan, a goal's parts behind it. */
  readonly goals: readonly TracedGoal[];
  /** Features and documents that reach no goal. */
  readonly loose: readonly TracedItem[];
  /** KPIs that measure nothing. */
  readonly unused: readonly TracedItem[];
  /** Every KPI that measures something of the above, in order: the columns of a matrix. */
  readonly kpis: readonly Found[];
  /** How many things are missing; what is missing at a feature of two goals counts once. */
  readonly holes: number;
}

export interface TracedGoal extends TracedItem {
  /** Features and documents that name the goal, and their parts, each behind what it is a part of. */
  readonly work: readonly TracedItem[];
  /** How many of them are done or dropped, and left out. */
  readonly over: number;
}

export interface TracedItem {
  readonly found: Found;
  /** How deep it stands below others of its list: 0 at the top. */
  readonly depth: number;
  readonly kpis: readonly Found[];
  /** What must not get worse for it. */
  readonly guardrails: readonly Found[];
  /** Those of both that it only takes from the document around it. */
  readonly taken: readonly Found[];
  readonly holes: readonly Hole[];
}

/** What breaks the chain. `unused` is a KPI's, the others are those of goals and features. */
export type Hole = "no-feature" | "no-goal" | "no-kpi" | "unused";

export function holeWords(hole: Hole): Words {
  return words[hole];
}

const words: Readonly<Record<Hole, Words>> = {
  "no-feature": say`no feature`,
  "no-goal": say`no goal`,
  "no-kpi": say`no KPI`,
  unused: say`measures nothing`,
};

export interface TraceView {
  /** Also what is done or dropped. */
  readonly showDone?: boolean;
  /** What is wanted; a goal stays where one of its features is. */
  readonly isHit?: (found: Found) => boolean;
}

export function traceOf(plan: Plan, view?: TraceView): Trace {
  return atOnce(traceInSteps(plan, view));
}

/** The same in small steps: of some plans there are thousands of features. */
export function* traceInSteps(
  plan: Plan,
  { showDone = false, isHit = () => true }: TraceView = {},
): Generator<void, Trace> {
  const reach = reachOf(plan);
  const isOpen = (found: Found): boolean => !isOver(found, plan);
  const isShown = (found: Found): boolean => (showDone || isOpen(found)) && isHit(found);
  const listed = function* (items: readonly Found[]): Generator<void, readonly TracedItem[]> {
    const list: TracedItem[] = [];
    for (const [found, depth] of flat(nestParts(plan, items))) {
      list.push(traced(found, depth, plan));
      yield;
    }
    return list;
  };
  const goals = nest(plan.inOrder(plan.of("goal")), (goal) => parentsOf(plan, goal)[0]);
  const tracedGoals: TracedGoal[] = [];
  for (const [goal, depth] of flat(goals)) {
    yield;
    const all = reach.work(goal);
    const over = all.filter((found) => !isOpen(found)).length;
    const work = yield* listed(all.filter(isShown));
    if (isShown(goal) || work.length > 0)
      tracedGoals.push({ ...traced(goal, depth, plan), work, over: showDone ? 0 : over });
  }
  const loose = yield* listed(reach.unlinked().work.filter(isShown));
  const unused = plan
    .inOrder(plan.of("kpi").filter((kpi) => !measuresSomething(kpi, plan.query) && isShown(kpi)))
    .map((kpi) => traced(kpi, 0, plan));
  yield;
  const all = [...tracedGoals, ...tracedGoals.flatMap((goal) => goal.work), ...loose, ...unused];
  const kpis = plan.inOrder(plan.once(all.map((item) => [...item.kpis, ...item.guardrails])));
  const holes = new Map(all.map((item) => [item.found, item.holes.length]));
  return { goals: tracedGoals, loose, unused, kpis, holes: [...holes.values()].reduce((sum, count) => sum + count, 0) };
}

/** Each behind what it is a part of, with how deep it stands; a plan may be as deep as it likes. */
function* flat({ roots, below }: ReturnType<typeof nest>): Generator<readonly [found: Found, depth: number], void> {
  const open = roots.toReversed().map((found): readonly [Found, number] => [found, 0]);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [found, depth] = next;
    yield next;
    for (const part of below(found).toReversed()) open.push([part, depth + 1]);
  }
}

function traced(found: Found, depth: number, plan: Plan): TracedItem {
  const edges = measures(found, plan);
  const ends = (name: string): readonly Found[] => edges.filter((edge) => edge.name === name).map(({ to }) => to);
  const holes = isOver(found, plan) ? [] : holesOf(found, plan);
  const taken = edges.filter((edge) => isTaken(edge, found)).map(({ to }) => to);
  return { found, depth, kpis: ends("kpis"), guardrails: ends("guardrails"), taken, holes };
}

/** It speaks for a link that is written around it. */
function isTaken({ name, writer, field }: Edge, found: Found): boolean {
  return writer === found && field !== undefined && field !== found.item.fields.get(name);
}

/** Nothing is missing on purpose: what says `n/a`, and what its kind is not asked for, is no hole. */
function holesOf(found: Found, plan: Plan): readonly Hole[] {
  const { query } = plan;
  const { base } = plan.facts(found);
  const holes: Hole[] = [];
  if (base === "kpi") return measuresSomething(found, query) ? [] : ["unused"];
  if (base === "goal" && !isWorkedFor(found, plan)) holes.push("no-feature");
  if (base !== "goal" && isAsked(found, query, "goals", servesGoal)) holes.push("no-goal");
  if (isAsked(found, query, "kpis", isMeasured)) holes.push("no-kpi");
  return holes;
}

/** By work that is not dropped, or by a goal below it that is not. */
function isWorkedFor(goal: Found, plan: Plan): boolean {
  const isDropped = (found: Found): boolean => plan.facts(found).phase === "dropped";
  if (
    reachOf(plan)
      .work(goal)
      .some((found) => !isDropped(found))
  )
    return true;
  return plan.query.incoming(goal, "parent").some(({ from }) => plan.has(from) && !isDropped(from));
}

function isOver(found: Found, plan: Plan): boolean {
  const { phase } = plan.facts(found);
  return phase === "done" || phase === "dropped";
}
