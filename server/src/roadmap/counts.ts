import { listed, plural, type Words } from "../base/say.ts";
import type { Found } from "../workspace/query.ts";
import type { Plan } from "./project-plan.ts";
import { type Known, states } from "./states.ts";

export interface Counts {
  readonly visions: number;
  readonly goals: number;
  /** PRDs among them: a PRD is a feature that is a document. */
  readonly features: number;
  readonly launches: number;
  readonly kpis: number;
  /** Of the goals, features and launches. */
  readonly done: number;
  readonly dropped: number;
  readonly late: number;
}

/** `plan` tells what is to be known about each. */
export function countsOf(plan: { facts(item: Found): Known }, items: Iterable<Found>): Counts {
  const counts = none();
  for (const item of items) add(counts, plan.facts(item), 1);
  return counts;
}

/** The same of items by number, as a plan knows them; `except` is one of them. */
export function countsIn(plan: Plan, numbers: readonly number[], except?: number): Counts {
  const counts = none();
  const isMuch = numbers.length > few;
  const sums = isMuch ? keptSums(plan, numbers) : sumsOf(plan, numbers, except);
  for (const [state, sum] of sums.entries()) if (sum > 0) add(counts, states[state]!, sum);
  if (isMuch && except !== undefined) add(counts, states[plan.state(except)]!, -1);
  return counts;
}

/** So little is sooner counted than remembered. */
const few = 100;

/** Of a vision there are thousands, in a list that is the same while nothing moves. */
function keptSums(plan: Plan, numbers: readonly number[]): readonly number[] {
  const before = known.get(numbers);
  if (before?.states === plan.states) return before.sums;
  const sums = sumsOf(plan, numbers);
  known.set(numbers, { states: plan.states, sums });
  return sums;
}

const known = new WeakMap<readonly number[], { readonly states: object; readonly sums: readonly number[] }>();

/** By state, how many there are. */
function sumsOf(plan: Plan, numbers: readonly number[], except?: number): readonly number[] {
  const sums = new Array<number>(states.length).fill(0);
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at]!;
    if (number !== except) sums[plan.state(number)]!++;
  }
  return sums;
}

type Sums = { -readonly [Name in keyof Counts]: number };

function none(): Sums {
  return { visions: 0, goals: 0, features: 0, launches: 0, kpis: 0, done: 0, dropped: 0, late: 0 };
}

function add(counts: Sums, { base, phase, isLate }: Known, count: number): void {
  if (base === "kpi") counts.kpis += count;
  else if (base === "vision") counts.visions += count;
  else if (base === "goal") counts.goals += count;
  else if (base === "launch") counts.launches += count;
  else counts.features += count;
  if (base === "kpi" || base === "vision") return;
  if (phase === "done") counts.done += count;
  else if (phase === "dropped") counts.dropped += count;
  else if (isLate) counts.late += count;
}

/** "7 features", "3 done", "1 overdue". KPIs and visions are named where there is nothing else. */
export function countWords(counts: Counts, without: readonly ("done" | "dropped" | "late")[] = []): readonly Words[] {
  const { goals, features, launches } = counts;
  const words = workWords(counts);
  if (goals + features + launches === 0) words.push(...otherWords(counts));
  if (!without.includes("done") && counts.done > 0) words.push(doneWords(counts.done));
  if (!without.includes("dropped") && counts.dropped > 0) words.push(droppedWords(counts.dropped));
  if (!without.includes("late") && counts.late > 0) words.push(plural(counts.late, "{0} overdue", "{0} overdue"));
  return words;
}

/** "12 done", "10 done, 2 dropped": the label of the folded row. */
export function overWords(counts: Counts): Words {
  const { done, dropped } = counts;
  const words = [...(done > 0 ? [doneWords(done)] : []), ...(dropped > 0 ? [droppedWords(dropped)] : [])];
  return listed(words.length > 0 ? words : otherWords(counts));
}

/** "2 goals", "7 features", "1 launch"; nothing of what there is none. */
export function workWords({ goals, features, launches }: Counts): Words[] {
  return [
    ...counted(goals, "{0} goal", "{0} goals"),
    ...counted(features, "{0} feature", "{0} features"),
    ...counted(launches, "{0} launch", "{0} launches"),
  ];
}

function otherWords({ visions, kpis }: Counts): readonly Words[] {
  return [...counted(visions, "{0} vision", "{0} visions"), ...counted(kpis, "{0} KPI", "{0} KPIs")];
}

function doneWords(count: number): Words {
  return plural(count, "{0} done", "{0} done");
}

function droppedWords(count: number): Words {
  return plural(count, "{0} dropped", "{0} dropped");
}

/** "1 problem"; nothing where there is none. */
export function problemWords(count: number): readonly Words[] {
  return counted(count, "{0} problem", "{0} problems");
}

export function counted(count: number, one: string, many: string): readonly Words[] {
  return count === 0 ? [] : [plural(count, one, many)];
}
