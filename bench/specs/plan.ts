import type { Random } from "./random.ts";

export type Kind = "vision" | "goal" | "kpi" | "audience" | "insight" | "decision" | "launch" | "prd" | "feature";

/** One document: its kind, and its number among those of its kind, from 1. */
export interface ItemRef {
  readonly kind: Kind;
  readonly number: number;
}

/** How many documents of each kind a workspace has. Requirements stand inside the PRDs. */
export interface Plan {
  readonly counts: Readonly<Record<Kind, number>>;
  /** How many features link to the first KPI. */
  readonly referrers: number;
  itemAt(index: number): ItemRef;
}

/** Share of the documents, in thousandths; features are the rest. */
const shares: readonly (readonly [Kind, number])[] = [
  ["vision", 1],
  ["goal", 50],
  ["kpi", 80],
  ["audience", 10],
  ["insight", 70],
  ["decision", 40],
  ["launch", 20],
  ["prd", 250],
];

export function planOf(n: number): Plan {
  const counts: Record<Kind, number> = { ...noneOf };
  let left = n;
  for (const [kind, share] of shares) {
    counts[kind] = Math.min(left, Math.max(1, Math.round((n * share) / 1000)));
    left -= counts[kind];
  }
  counts.feature = left;
  const order = [...shares.map(([kind]) => kind), "feature" as const];
  return {
    counts,
    referrers: Math.min(1000, Math.floor(left * 0.7)),
    itemAt: (index) => {
      let number = index + 1;
      for (const kind of order) {
        if (number <= counts[kind]) return { kind, number };
        number -= counts[kind];
      }
      throw new Error(`There are ${n} documents, and none is the ${index + 1}th.`);
    },
  };
}

const noneOf: Readonly<Record<Kind, number>> = {
  vision: 0,
  goal: 0,
  kpi: 0,
  audience: 0,
  insight: 0,
  decision: 0,
  launch: 0,
  prd: 0,
  feature: 0,
};

const prefixes: Readonly<Record<Kind, string>> = {
  vision: "VIS",
  goal: "GOAL",
  kpi: "KPI",
  audience: "AUD",
  insight: "INS",
  decision: "DEC",
  launch: "LAUNCH",
  prd: "PRD",
  feature: "FEAT",
};

export function idOf({ kind, number }: ItemRef): string {
  return `${prefixes[kind]}-${number}`;
}

/** `team-07/features/00031-feature.md`: not as the id is, which would be another name of it. */
export function pathOf({ kind, number }: ItemRef): string {
  return `team-${String(number % 24).padStart(2, "0")}/${kind}s/${String(number).padStart(5, "0")}-${kind}.md`;
}

/** In which of twelve quarters from 2025-Q1 a document lands, at the earliest: those with later numbers land later. */
export function quarterOf(plan: Plan, { kind, number }: ItemRef): number {
  return Math.min(10, Math.floor((number / plan.counts[kind]) * 11));
}

export function isLongAgo(plan: Plan, item: ItemRef): boolean {
  return quarterOf(plan, item) < 6;
}

/** An id that no document has. */
export function strayId(kind: Kind, random: Random): string {
  return `${prefixes[kind]}-${random.between(1_000_000, 9_000_000)}`;
}

/** The path of a document as a link in another one writes it. */
export function pathFrom(from: ItemRef, to: ItemRef): string {
  const [team, folder] = pathOf(from).split("/");
  const [toTeam, toFolder, name] = pathOf(to).split("/");
  if (team !== toTeam) return `../../${toTeam}/${toFolder}/${name}`;
  return folder === toFolder ? name! : `../${toFolder}/${name}`;
}
