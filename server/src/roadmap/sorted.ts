import { memo } from "../base/memo.ts";
import type { Plan } from "./project-plan.ts";
import { sorts } from "./sorts.ts";

/** The plan with its rows in another order; kept, so that what is arranged is arranged once. */
export function sortedBy(plan: Plan, id: string | undefined): Plan {
  const sort = sorts.find((one) => one.id === id);
  if (sort === undefined || sort === sorts[0]) return plan;
  const known = sortedPlans(plan);
  let sorted = known.get(sort.id);
  if (sorted === undefined) {
    const compare: Plan["compare"] = (a, b) => plan.facts(a).order - plan.facts(b).order || sort.compare(a, b, plan);
    sorted = { ...plan, order: sort.id, places: undefined, compare, inOrder: (items) => items.toSorted(compare) };
    known.set(sort.id, sorted);
  }
  return sorted;
}

const sortedPlans = memo((_: Plan) => new Map<string, Plan>());
