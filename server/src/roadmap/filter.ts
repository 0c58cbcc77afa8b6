import { type Branch, lazily, numbersAt } from "./branch.ts";

/** What is hit, and what leads there; arranged when somebody looks, and counted by what is hit. */
export function filtered(branches: readonly Branch[], isHit: (number: number) => boolean): readonly Branch[] {
  return branches.flatMap((branch): readonly Branch[] => {
    const hits = numbersAt(branch).filter(isHit);
    if (hits.length === 0) return [];
    return [{ ...branch, numbers: () => hits, below: lazily(() => filtered(branch.below(), isHit)) }];
  });
}
