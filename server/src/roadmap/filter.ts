import type { Found } from "../workspace/query.ts";
import { type Branch, itemsAt, lazily } from "./branch.ts";

/** What is hit, and what leads there; arranged when somebody looks, and counted by what is hit. */
export function filtered(branches: readonly Branch[], isHit: (found: Found) => boolean): readonly Branch[] {
  return branches.flatMap((branch): readonly Branch[] => {
    const hits = itemsAt(branch).filter(isHit);
    if (hits.length === 0) return [];
    return [
      {
        ...branch,
        items: () => hits,
        holds: (found: Found) => hits.includes(found),
        below: lazily(() => filtered(branch.below(), isHit)),
      },
    ];
  });
}
