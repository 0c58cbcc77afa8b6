import { readDay } from "../base/day.ts";
import { say, type Words } from "../base/say.ts";
import { showQuarter, writeTimeframe } from "../model/show-timeframe.ts";
import { compareTimeframes, type Quarter, quarterOf, quarterOfDay, type Timeframe } from "../model/timeframe.ts";
import type { Found } from "../workspace/query.ts";
import { type Branch, type GroupBranch, lazily, numbersOf } from "./branch.ts";
import type { Facts } from "./facts.ts";
import type { Grouping } from "./grouping.ts";
import { plainBranches } from "./parts.ts";
import type { Plan } from "./project-plan.ts";
import { timeIn } from "./time-in.ts";

/** What is overdue, then quarter by quarter what lands in it, then lanes and versions, and what has no time. */
export const byTimeline: Grouping = {
  id: "timeline",
  title: say`Timeline`,
  field: "timeframe",
  shows: ["goal", "feature", "prd", "launch"],
  top(plan) {
    const slots = new Map<string, { readonly slot: Slot; readonly items: Found[] }>();
    for (const found of byTimeline.shows.flatMap(plan.of)) {
      const facts = plan.facts(found);
      const slot = slotOf(facts);
      const known = slots.get(slot.key);
      if (known === undefined) slots.set(slot.key, { slot, items: [found] });
      else known.items.push(found);
    }
    const day = readDay(plan.query.today);
    const now = day === undefined ? undefined : quarterOfDay(day);
    return [...slots.values()]
      .sort((a, b) => compareSlots(a.slot, b.slot))
      .map(({ slot, items }) => branchOf(slot, items, now, plan));
  },
};

/** A place in time with a heading of its own. */
interface Slot {
  readonly key: string;
  readonly title: Words;
  readonly icon: string;
  readonly order: number;
  readonly quarter?: Quarter;
  readonly timeframe?: Timeframe;
}

function slotOf({ timeframe, isLate }: Facts): Slot {
  if (isLate) return { key: "overdue", title: say`Overdue`, icon: "warning", order: 0 };
  const quarter = timeframe === undefined ? undefined : quarterOf(timeframe);
  if (quarter !== undefined) {
    const key = `${quarter.year}-Q${quarter.quarter}`;
    return { key, title: showQuarter(quarter), icon: "calendar", order: 1, quarter };
  }
  if (timeframe?.kind === "lane") {
    const { lane } = timeframe;
    return { key: lane, title: laneTitles[lane], icon: "calendar", order: 2, timeframe };
  }
  if (timeframe?.kind === "version") {
    const title = timeframe.text.trim();
    return { key: title.toLowerCase(), title, icon: "milestone", order: 3, timeframe };
  }
  return { key: "unscheduled", title: say`Unscheduled`, icon: "question", order: 4 };
}

const laneTitles = { now: say`Now`, next: say`Next`, later: say`Later` };

function compareSlots(a: Slot, b: Slot): number {
  if (a.order !== b.order) return a.order - b.order;
  if (a.quarter !== undefined && b.quarter !== undefined) return compareQuarters(a.quarter, b.quarter);
  return a.timeframe === undefined || b.timeframe === undefined ? 0 : compareTimeframes(a.timeframe, b.timeframe);
}

function compareQuarters(a: Quarter, b: Quarter): number {
  return a.year - b.year || a.quarter - b.quarter;
}

function branchOf(
  { key, title, icon, quarter, timeframe }: Slot,
  items: readonly Found[],
  now: Quarter | undefined,
  plan: Plan,
) {
  const isOverdue = key === "overdue";
  const branch: GroupBranch = {
    type: "group",
    key,
    title,
    icon,
    ...(isOverdue ? { color: "charts.red", says: ["late"] as const } : {}),
    ...(isOverdue
      ? {}
      : {
          gives: (found) =>
            quarter === undefined
              ? timeframe && writeTimeframe(timeframe)
              : timeIn(quarter, plan.facts(found).timeframe),
        }),
    isPast: quarter !== undefined && now !== undefined && compareQuarters(quarter, now) < 0,
    numbers: numbersOf(items),
    below: lazily((): readonly Branch[] => plainBranches(plan, items)),
  };
  return branch;
}
