import { type Branch, numbersAt } from "./branch.ts";
import type { Plan } from "./project-plan.ts";
import { isOver as isPast, states, staysOpen } from "./states.ts";

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
  if (branch.type === "group" ? branch.isPast !== true : !isPast(states[plan.state(branch.found.number)]!.phase))
    return false;
  return !numbersAt(branch).some((number) => staysOpen[plan.state(number)]);
}
