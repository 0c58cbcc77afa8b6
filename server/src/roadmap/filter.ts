import { type Branch, lazily, numbersAt } from "./branch.ts";

/** What is hit, and what leads there; arranged when somebody looks, and counted by what is hit. */
export function filtered(branches: readonly Branch[], isHit: (number: number) => boolean): readonly Branch[] {
  return branches.flatMap((branch): readonly Branch[] => {
    const hits = numbersAt(branch).filter(isHit);
    if (hits.length === 0) return [];
    const below = lazily(() => filtered(branch.below(), isHit));
    if (branch.type === "group") return [{ ...branch, numbers: () => hits, below }];
    const { type, found, edge } = branch;
    // What leads to a hit stands there, too.
    const numbers = isHit(found.number) ? hits : [found.number, ...hits];
    return [{ type, found, ...(edge !== undefined && { edge }), numbers: () => numbers, below }];
  });
}
