import { memo } from "../../base/memo.ts";
import { isKind } from "../../model/schema.ts";
import type { Item } from "../../model/summary.ts";
import { kpisOf, ownersOf, phaseOf, textOf } from "../../workspace/plan.ts";
import type { Project } from "../../workspace/project.ts";
import type { Found, Query } from "../../workspace/query.ts";
import { allOf } from "./tally.ts";

/**
 * The KPIs that an item could be measured by, the likeliest first: those that its goals, its parts and what stands around it
 * are measured by, of the same people, with words of its title, and rather one that measures no goal yet.
 */
export function rankKpis(found: Found, project: Project): readonly Found[] {
  const { query } = project;
  const near = nearness(found, query);
  const words = wordsOf(found.item);
  const [owner] = ownersOf(found);
  const team = textOf(found, "team");
  const rank = (kpi: Found): number => {
    const inTitle = wordsOf(kpi.item).filter((word) => words.some((own) => areAlike(word, own))).length;
    return (
      (near.get(kpi.item.key) ?? 0) +
      Math.min(inTitle, 3) * 2 +
      (owner !== undefined && ownersOf(kpi)[0] === owner ? 2 : 0) +
      (team !== undefined && textOf(kpi, "team") === team ? 1 : 0)
    );
  };
  const isFree = (kpi: Found): boolean =>
    !query.incoming(kpi, "kpis").some(({ from }) => isKind(query.config.schema, from.item.kind, ["goal"]));
  const first = allOf(project, "kpi")
    .filter((kpi) => ["active", "draft"].includes(phaseOf(query, kpi)))
    .map((kpi, at) => ({ kpi, at, rank: rank(kpi) }))
    .sort(byRank)
    .slice(0, mostCompared);
  // Who links to a KPI is asked of few: a thousand may.
  return first
    .map((one) => ({ ...one, rank: one.rank + (isFree(one.kpi) ? 1 : 0) }))
    .sort(byRank)
    .map(({ kpi }) => kpi);
}

/** Nobody is offered more than the first few of them. */
const mostCompared = 12;

interface Ranked {
  readonly kpi: Found;
  readonly at: number;
  readonly rank: number;
}

function byRank(a: Ranked, b: Ranked): number {
  return b.rank - a.rank || a.at - b.at;
}

/** How many of its neighbours a KPI measures, by its key; what it serves counts more than what serves it. */
function nearness(found: Found, query: Query): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (around: Found, weight: number): void => {
    for (const { to } of kpisOf(query, around)) counts.set(to.item.key, (counts.get(to.item.key) ?? 0) + weight);
  };
  for (const name of ["goals", "parent"]) {
    for (const { to } of query.outgoing(found, name)) count(to, 3);
    for (const { from } of query.incoming(found, name).slice(0, mostNeighbours)) count(from, 1);
  }
  return counts;
}

/** What so many have in common the others have as well. */
const mostNeighbours = 100;

const commonWords = new Set(
  "that with from into their this they what when more less than have every your over".split(" "),
);

const wordsOf = memo(({ title }: Item): readonly string[] => {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return [...new Set(words)].filter((word) => !commonWords.has(word));
});

/** "sell" and "selling", "payment" and "payments". */
function areAlike(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
