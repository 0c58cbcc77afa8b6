import { fieldOf } from "../workspace/plan.ts";
import type { Found } from "../workspace/query.ts";
import type { Branch } from "./branch.ts";
import type { Plan } from "./facts.ts";

/** Whether all the words occur in an item's title, id or owners; each may be anywhere. */
export function matcher(plan: Plan, words: string): (found: Found) => boolean {
  const wanted = words.split(/\s+/);
  const answers = new Map<Found, boolean>();
  return (found) => {
    let isHit = answers.get(found);
    if (isHit === undefined) {
      const { owner } = plan.facts(found);
      const owners = fieldOf(found, "owner")?.values.map(({ text }) => text) ?? [];
      const text = [found.item.title, found.item.key, owner?.label ?? "", ...owners].join("\n").toLowerCase();
      isHit = wanted.every((word) => text.includes(word));
      answers.set(found, isHit);
    }
    return isHit;
  };
}

/** What is hit, and what leads there. */
export function filtered(branches: readonly Branch[], isHit: (found: Found) => boolean): readonly Branch[] {
  return branches.flatMap((branch): readonly Branch[] => {
    const below = filtered(branch.below(), isHit);
    const isWanted = below.length > 0 || (branch.type === "item" && isHit(branch.found));
    return isWanted ? [{ ...branch, items: undefined, below: () => below }] : [];
  });
}
