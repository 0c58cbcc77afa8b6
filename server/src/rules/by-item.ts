import type { Problem } from "./problem.ts";

/** What is wrong with each item of a file, by its key: so that all items of a long document are told in one go. */
export function byItem(problems: readonly Problem[]): ReadonlyMap<string | undefined, readonly Problem[]> {
  const items = new Map<string | undefined, Problem[]>();
  for (const problem of problems) {
    const known = items.get(problem.item);
    if (known === undefined) items.set(problem.item, [problem]);
    else known.push(problem);
  }
  return items;
}
