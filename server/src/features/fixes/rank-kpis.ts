import { isKind } from "../../model/schema.ts";
import { isDefinition, kpisOf, ownersOf, phaseOf, textOf } from "../../workspace/plan.ts";
import type { Found, Query } from "../../workspace/query.ts";

/**
 * The KPIs that an item could be measured by, the likeliest first: those that its goals, its parts and what stands around it
 * are measured by, of the same people, with words of its title, and rather one that measures no goal yet.
 */
export function rankKpis(found: Found, query: Query): readonly Found[] {
  const near = nearness(found, query);
  const words = wordsOf(found);
  const [owner] = ownersOf(found);
  const team = textOf(found, "team");
  const rank = (kpi: Found): number => {
    const inTitle = wordsOf(kpi).filter((word) => words.some((own) => areAlike(word, own))).length;
    const isFree = !query
      .incoming(kpi, "kpis")
      .some(({ from }) => isKind(query.config.schema, from.item.kind, ["goal"]));
    return (
      (near.get(kpi.item.key) ?? 0) +
      Math.min(inTitle, 3) * 2 +
      (owner !== undefined && ownersOf(kpi)[0] === owner ? 2 : 0) +
      (team !== undefined && textOf(kpi, "team") === team ? 1 : 0) +
      (isFree ? 1 : 0)
    );
  };
  return query
    .items()
    .filter((kpi) => isKind(query.config.schema, kpi.item.kind, ["kpi"]) && isDefinition(kpi, query))
    .filter((kpi) => ["active", "draft"].includes(phaseOf(query, kpi)))
    .map((kpi, at) => ({ kpi, at, rank: rank(kpi) }))
    .sort((a, b) => b.rank - a.rank || a.at - b.at)
    .map(({ kpi }) => kpi);
}

/** How many of its neighbours a KPI measures, by its key; what it serves counts more than what serves it. */
function nearness(found: Found, query: Query): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (around: Found, weight: number): void => {
    for (const { to } of kpisOf(query, around)) counts.set(to.item.key, (counts.get(to.item.key) ?? 0) + weight);
  };
  for (const name of ["goals", "parent"]) {
    for (const { to } of query.outgoing(found, name)) count(to, 3);
    for (const { from } of query.incoming(found, name)) count(from, 1);
  }
  return counts;
}

const commonWords = new Set(
  "that with from into their this they what when more less than have every your over".split(" "),
);

function wordsOf({ item }: Found): readonly string[] {
  const words = item.title.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return [...new Set(words)].filter((word) => !commonWords.has(word));
}

/** "sell" and "selling", "payment" and "payments". */
function areAlike(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
