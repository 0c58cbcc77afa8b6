import { readDay } from "../../base/day.ts";
import { inherits } from "../../model/inherit.ts";
import { readTimeframe } from "../../model/read-timeframe.ts";
import { isLater, isOverdue, type Timeframe } from "../../model/timeframe.ts";
import { phaseOf, timeframeOf } from "../../workspace/plan.ts";
import type { Found, Query } from "../../workspace/query.ts";

/** Of some times, those in which an item could land: not before what it needs, nor after what needs it and what it is for. */
export function holdingTimes(times: readonly string[], found: Found, query: Query): readonly string[] {
  const all = [found, ...landingWith(found, query)];
  const earliest = all.flatMap((one) =>
    timesOf(
      query.outgoing(one, "depends-on").map(({ to }) => to),
      query,
    ),
  );
  const latest = all.flatMap((one) => [
    ...timesOf(
      query.incoming(one, "depends-on").map(({ from }) => from),
      query,
    ),
    ...query.outgoing(one, "goals").flatMap(({ to }) => timeframeOf(query, to) ?? []),
  ]);
  const holds = (text: string): boolean => {
    const time = readTimeframe(text, query.config.calendar);
    return !earliest.some((other) => isLater(other, time)) && !latest.some((other) => isLater(time, other));
  };
  const today = readDay(query.today);
  const known = [...earliest, ...latest].flatMap((time) => {
    const isAhead = time.kind === "interval" && today !== undefined && !isOverdue(time, today);
    return isAhead ? [time.text] : [];
  });
  return [...new Set([...times, ...known])].filter(holds);
}

/** What is done or dropped holds nothing up. */
function timesOf(items: readonly Found[], query: Query): readonly Timeframe[] {
  return items.flatMap((item) =>
    ["done", "dropped"].includes(phaseOf(query, item)) ? [] : (timeframeOf(query, item) ?? []),
  );
}

/** What is written inside it and says no time of its own. */
function landingWith({ file, index }: Found, query: Query): readonly Found[] {
  const inside = new Set([index]);
  return file.items.flatMap((item, at) => {
    if (item.container === undefined || !inside.has(item.container)) return [];
    if (item.fields.has("timeframe") || !inherits(item, "timeframe")) return [];
    inside.add(at);
    return query.at(file.path, at) ?? [];
  });
}
