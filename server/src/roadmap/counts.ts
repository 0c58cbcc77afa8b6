import type { ItemFacts } from "../workspace/item-facts.ts";
import type { Found } from "../workspace/query.ts";

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
export function countsOf(plan: { facts(item: Found): ItemFacts }, items: Iterable<Found>): Counts {
  const counts = { visions: 0, goals: 0, features: 0, launches: 0, kpis: 0, done: 0, dropped: 0, late: 0 };
  for (const item of items) {
    const { base, phase, isLate } = plan.facts(item);
    if (base === "kpi") counts.kpis++;
    else if (base === "vision") counts.visions++;
    else if (base === "goal") counts.goals++;
    else if (base === "launch") counts.launches++;
    else counts.features++;
    if (base === "kpi" || base === "vision") continue;
    if (phase === "done") counts.done++;
    else if (phase === "dropped") counts.dropped++;
    else if (isLate) counts.late++;
  }
  return counts;
}

/** "7 features", "3 done", "1 overdue". KPIs and visions are named where there is nothing else. */
export function countWords(counts: Counts, without: readonly ("done" | "dropped" | "late")[] = []): readonly string[] {
  const { visions, goals, features, launches, kpis } = counts;
  const words = [counted(goals, "goal"), counted(features, "feature"), counted(launches, "launch", "launches")];
  if (goals + features + launches === 0) words.push(counted(visions, "vision"), counted(kpis, "KPI"));
  if (!without.includes("done") && counts.done > 0) words.push(`${counts.done} done`);
  if (!without.includes("dropped") && counts.dropped > 0) words.push(`${counts.dropped} dropped`);
  if (!without.includes("late") && counts.late > 0) words.push(`${counts.late} overdue`);
  return words.filter((word) => word !== "");
}

/** "12 done", "10 done, 2 dropped": the label of the folded row. */
export function overWords({ done, dropped, kpis, visions }: Counts): string {
  const words = [done > 0 ? `${done} done` : "", dropped > 0 ? `${dropped} dropped` : ""].filter((word) => word !== "");
  return words.length > 0 ? words.join(", ") : [counted(visions, "vision"), counted(kpis, "KPI")].join(" ").trim();
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return count === 0 ? "" : `${count} ${count === 1 ? one : many}`;
}
