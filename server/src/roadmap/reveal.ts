import type { Found } from "../workspace/query.ts";
import { numbersIn, type RoadmapTree, type Row } from "./tree.ts";

/** The rows that lead to an item from the top, its own last; for what has no row, to the nearest around it that has one. */
export function rowsTo(tree: RoadmapTree, found: Found): readonly Row[] {
  let wanted: Found | undefined = found;
  const { query } = tree.plan;
  while (wanted !== undefined) {
    const known = query.at(wanted.file.path, wanted.index);
    const row = known !== undefined && tree.plan.has(known) ? search(tree.top, known) : undefined;
    if (row !== undefined) return wayTo(row);
    const container: number | undefined = wanted.item.container;
    wanted = container === undefined ? undefined : tree.plan.query.at(wanted.file.path, container);
  }
  return [];
}

/** Only where the item is below: what does not hold it stays unmade. */
function search(rows: readonly Row[], wanted: Found): Row | undefined {
  // Among hundreds of rows it is mostly one of them: then nobody has to know what lies below the others.
  const own = rows.find((row) => row.type === "item" && row.branch.type === "item" && row.branch.found === wanted);
  if (own !== undefined) return own;
  for (const row of rows) {
    if (!numbersIn(row).includes(wanted.number)) continue;
    const hit = search(row.children(), wanted);
    if (hit !== undefined) return hit;
  }
  return undefined;
}

function wayTo(row: Row): readonly Row[] {
  const way: Row[] = [];
  for (let at: Row | undefined = row; at !== undefined; at = at.parent) way.unshift(at);
  return way;
}
