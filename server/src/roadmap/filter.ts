import { memo } from "../base/memo.ts";
import { ItemTable } from "../workspace/item-table.ts";
import { fieldOf } from "../workspace/plan.ts";
import type { Found } from "../workspace/query.ts";
import { type Branch, itemsAt, lazily } from "./branch.ts";
import type { Plan } from "./facts.ts";

/** Whether all the words occur in an item's title, id or owners; each may be anywhere. */
export function matcher(plan: Plan, words: string): (found: Found) => boolean {
  const wanted = words.split(/\s+/);
  const texts = textsIn(plan.query.project);
  return (found) => {
    const text = texts.get(found) ?? texts.set(found, textOf(found, plan));
    return wanted.every((word) => text.includes(word));
  };
}

/** Somebody who types a filter asks with each letter. */
const textsIn = memo((_: object) => new ItemTable<string>());

function textOf(found: Found, plan: Plan): string {
  const { owner } = plan.facts(found);
  const owners = fieldOf(found, "owner")?.values.map(({ text }) => text) ?? [];
  return [found.item.title, found.item.key, owner?.label ?? "", ...owners].join("\n").toLowerCase();
}

/** What is hit, and what leads there; arranged when somebody looks, and counted by what is hit. */
export function filtered(branches: readonly Branch[], isHit: (found: Found) => boolean): readonly Branch[] {
  return branches.flatMap((branch): readonly Branch[] => {
    const hits = itemsAt(branch).filter(isHit);
    if (hits.length === 0) return [];
    return [{ ...branch, items: () => hits, below: lazily(() => filtered(branch.below(), isHit)) }];
  });
}
