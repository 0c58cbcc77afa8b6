import type { Found } from "../workspace/query.ts";
import { type Branch, itemsAt } from "./branch.ts";
import type { Plan } from "./facts.ts";

/** Parts what is over from what is not. Open work is never folded away with what it is a part of. */
export function fold(
  branches: readonly Branch[],
  plan: Plan,
): { readonly open: readonly Branch[]; readonly done: readonly Branch[] } {
  const open: Branch[] = [];
  const done: Branch[] = [];
  for (const branch of branches) (isOver(branch, plan) ? done : open).push(branch);
  return { open, done };
}

function isOver(branch: Branch, plan: Plan): boolean {
  if (branch.type === "group" ? branch.isPast !== true : !isPast(plan, branch.found)) return false;
  for (const item of itemsAt(branch)) {
    // A KPI is measured long after the feature that moved it is there.
    if (plan.facts(item).base !== "kpi" && !isPast(plan, item)) return false;
  }
  return true;
}

function isPast(plan: Plan, found: Found): boolean {
  const { phase } = plan.facts(found);
  return phase === "done" || phase === "dropped";
}
