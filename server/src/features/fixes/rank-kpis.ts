import { isDefinition, kpisOf, ownersOf, phaseOf, textOf } from "../../workspace/plan.ts";
import type { Project } from "../../workspace/project.ts";
import type { Found, Query } from "../../workspace/query.ts";
import { type Known, tallyOf, wordsOf } from "./tally.ts";

/**
 * The KPIs that an item could be measured by, the likeliest first: those that its goals, its parts and what stands around it
 * are measured by, of the same people, with words of its title, and rather one that measures no goal yet.
 */
export function rankKpis(found: Found, project: Project): readonly Found[] {
  const { query } = project;
  const near = nearness(found, query);
  const words = wordsOf(found.item.title);
  const [owner] = ownersOf(found);
  const team = textOf(found, "team");
  const rank = (kpi: Known): number => {
    const inTitle = kpi.words.filter((word) => words.some((own) => areAlike(word, own))).length;
    return (
      (near.get(kpi.key) ?? 0) +
      Math.min(inTitle, 3) * 2 +
      (owner !== undefined && kpi.owner === owner ? 2 : 0) +
      (team !== undefined && kpi.team === team ? 1 : 0) +
      (isFree(kpi) ? 1 : 0)
    );
  };
  const { items, measured } = tallyOf(project, found.file.path);
  const isFree = ({ hasGoal, key }: Known): boolean => !hasGoal && (measured.get(key) ?? 0) === 0;
  const all = [...(items.get("kpi")?.entries() ?? [])]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .flatMap(([, known]) => known)
    .map((kpi, at) => ({ kpi, at, rank: rank(kpi) }))
    .sort(byRank);
  const first: Found[] = [];
  for (const one of all) {
    const candidate = query.at(one.kpi.path, one.kpi.index);
    if (candidate === undefined || !isDefinition(candidate, query)) continue;
    if (!["active", "draft"].includes(phaseOf(query, candidate))) continue;
    first.push(candidate);
    if (first.length === mostCompared) break;
  }
  return first;
}

/** Nobody is offered more than the first few of them. */
const mostCompared = 12;

interface Ranked {
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

/** "sell" and "selling", "payment" and "payments". */
function areAlike(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
