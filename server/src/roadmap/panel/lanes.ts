import type { Words } from "../../base/say.ts";
import { say } from "../../base/say.ts";
import type { Found } from "../../workspace/query.ts";
import { numbersAt } from "../branch.ts";
import type { Grouping } from "../grouping.ts";
import { nest } from "../nest.ts";
import { parentsOf } from "../parts.ts";
import type { Plan } from "../project-plan.ts";
import { reachOf } from "../reach.ts";

/** A stripe of the panel: what belongs together, over time. */
export interface Lane {
  /** Tells it from the lanes beside it; looked up only for those that are seen. */
  readonly key: () => string;
  readonly title: Words;
  /** The goal that it is about. */
  readonly found?: Found;
  /** What lies in it, each once; visions and KPIs have no place on a calendar. */
  readonly items: readonly Found[];
  /** It holds what is over, because it is what it is. */
  readonly isOver?: boolean;
}

/** The lanes of a grouping. By goal, each goal has one of its own, with all the work that serves it. */
export function lanesOf(plan: Plan, grouping: Grouping): readonly Lane[] {
  return grouping.id === "goal" ? goalLanes(plan) : groupLanes(plan, grouping);
}

function goalLanes(plan: Plan): readonly Lane[] {
  const reach = reachOf(plan);
  const goals = nest(plan.inOrder(plan.of("goal")), (goal) => parentsOf(plan, goal)[0]);
  const lanes: Lane[] = [];
  const add = (goal: Found): void => {
    lanes.push({ key: () => plan.segment(goal), title: goal.item.title, found: goal, items: reach.work(goal) });
    goals.below(goal).forEach(add);
  };
  goals.roots.forEach(add);
  const { work } = reach.unlinked();
  const launches = plan.of("launch");
  if (work.length > 0) lanes.push({ key: () => "~not-linked", title: say`Not linked to a goal`, items: work });
  if (launches.length > 0) lanes.push({ key: () => "~launches", title: say`Launches`, items: launches });
  return lanes;
}

function groupLanes(plan: Plan, grouping: Grouping): readonly Lane[] {
  return grouping.top(plan).flatMap((branch): readonly Lane[] => {
    if (branch.type === "item") return [];
    const items = numbersAt(branch)
      .map(plan.now)
      .filter((found) => isOnCalendar(plan.facts(found).base));
    const { key, title, isOver } = branch;
    return [{ key: () => `~${key}`, title, items, ...(isOver === true && { isOver }) }];
  });
}

function isOnCalendar(base: string): boolean {
  return base === "goal" || base === "feature" || base === "prd" || base === "launch";
}
