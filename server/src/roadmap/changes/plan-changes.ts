import { compareNatural } from "../../base/natural.ts";
import type { Words } from "../../base/say.ts";
import { showTimeframe } from "../../model/show-timeframe.ts";
import { itemFacts } from "../../workspace/item-facts.ts";
import type { Query } from "../../workspace/query.ts";
import { looks } from "./all.ts";
import { changed, changeTypes, type PlanChange, type Side } from "./change.ts";
import { pairsOf } from "./pairs.ts";

/** What is not as it was, between two states of a plan seen on one day: sorted by what it is, then by title. */
export function planChanges(before: Query, after: Query): readonly PlanChange[] {
  const { both, gone, come } = pairsOf(before, after);
  const all = [
    ...both.flatMap((pair) => looks.flatMap((look) => look(pair))),
    ...come.map((side) => changed("new", side, undefined, timeOf(side))),
    // What was dropped was told of then; that its document goes too is no news.
    ...gone.filter((side) => !isDropped(side)).map((side) => changed("removed", side, timeOf(side))),
  ];
  return all.sort((a, b) => {
    return (
      changeTypes.indexOf(a.type) - changeTypes.indexOf(b.type) ||
      compareNatural(a.found.item.title, b.found.item.title) ||
      compareNatural(a.found.item.key, b.found.item.key)
    );
  });
}

function timeOf({ query, found }: Side): Words | undefined {
  const { timeframe } = itemFacts(query, found);
  return timeframe === undefined ? undefined : showTimeframe(timeframe);
}

function isDropped({ query, found }: Side): boolean {
  return itemFacts(query, found).phase === "dropped";
}
