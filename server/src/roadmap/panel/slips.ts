import { plural, say, type Words } from "../../base/say.ts";
import { showTimeframe } from "../../model/show-timeframe.ts";
import { isLater, type Timeframe } from "../../model/timeframe.ts";
import { itemFacts } from "../../workspace/item-facts.ts";
import type { Found, Query } from "../../workspace/query.ts";

/** What the plan cannot keep about an item, the worst first: "cannot land before Wallet: 2 quarters late". */
export function slipsOf(query: Query, found: Found): readonly Words[] {
  const { phase, timeframe, isLate } = itemFacts(query, found);
  if (phase === "done" || phase === "dropped") return [];
  const slips: Words[] = isLate ? [say`was to land by ${showTimeframe(timeframe!)}`] : [];
  for (const { to } of query.outgoing(found, "depends-on")) slips.push(...needSlips(query, timeframe, to));
  for (const { to } of query.outgoing(found, "goals")) slips.push(...goalSlips(query, timeframe, to));
  return slips;
}

function needSlips(query: Query, own: Timeframe | undefined, need: Found): readonly Words[] {
  const { title } = need.item;
  const { phase, timeframe, isLate } = itemFacts(query, need);
  if (phase === "done") return [];
  if (phase === "dropped") return [say`needs ${title}, which is dropped`];
  if (own !== undefined && timeframe !== undefined && isLater(timeframe, own)) {
    const late = lateBy(own, timeframe);
    return [late === undefined ? say`cannot land before ${title}` : say`cannot land before ${title}: ${late}`];
  }
  return isLate ? [say`needs ${title}, which is overdue`] : [];
}

function goalSlips(query: Query, own: Timeframe | undefined, goal: Found): readonly Words[] {
  const { phase, timeframe: due } = itemFacts(query, goal);
  if (phase === "done" || phase === "dropped" || own === undefined || due === undefined || !isLater(own, due))
    return [];
  const { title } = goal.item;
  const late = lateBy(due, own);
  return [late === undefined ? say`lands after ${title} is due` : say`lands after ${title} is due: ${late}`];
}

/** "2 quarters late": in what people plan in. Only the calendar has a measure. */
function lateBy(wanted: Timeframe, lands: Timeframe): Words | undefined {
  if (wanted.kind !== "interval" || lands.kind !== "interval") return undefined;
  const days = lands.end - wanted.end;
  const count = (length: number) => Math.round(days / length);
  if (days >= 80) return plural(count(91.3), "{0} quarter late", "{0} quarters late");
  if (days >= 26) return plural(count(30.4), "{0} month late", "{0} months late");
  if (days >= 7) return plural(count(7), "{0} week late", "{0} weeks late");
  return plural(days, "{0} day late", "{0} days late");
}
