import { readDay } from "../base/day.ts";
import { memo } from "../base/memo.ts";
import type { Config } from "../model/config.ts";
import type { Phase } from "../model/phase.ts";
import { isOverdue, type Timeframe } from "../model/timeframe.ts";
import { ItemTable } from "./item-table.ts";
import { phaseOf, timeframeOf } from "./plan.ts";
import type { Found, Query } from "./query.ts";

/** What is asked about an item over and over, and what its own file, the configuration and the date alone decide. */
export interface ItemFacts {
  /** The built-in kind that it is or comes from. */
  readonly base: string;
  readonly phase: Phase;
  readonly timeframe: Timeframe | undefined;
  /** It should have landed by now and has not; evidence and visions promise nothing. */
  readonly isLate: boolean;
  /** It has a time on the calendar that is not over. */
  readonly isInTime: boolean;
}

/** Kept for as long as the item's file stays as it is, whatever happens to others. */
export function itemFacts(query: Query, found: Found): ItemFacts {
  const { config, today } = query;
  const facts = factsIn(query.project);
  const known = facts.get(found);
  if (known !== undefined && known.config === config && known.today === today) return known;
  const base = config.schema.kinds.get(found.item.kind)?.base ?? found.item.kind;
  const phase = phaseOf(query, found);
  const timeframe = timeframeOf(query, found);
  const day = readDay(today);
  const isPromise = day !== undefined && timeframe?.kind === "interval" && !timeless.has(base);
  const isOver = isPromise && isOverdue(timeframe, day);
  const isOpen = phase === "draft" || phase === "active";
  return facts.set(found, {
    // Written out: of what is spread the engine that runs this makes an object of a form of its own, each time.
    config,
    today,
    base,
    phase,
    timeframe,
    isLate: isOpen && isOver,
    isInTime: isPromise && !isOver,
  });
}

const factsIn = memo((_: object) => new ItemTable<ItemFacts & { readonly config: Config; readonly today: string }>());

const timeless = new Set(["decision", "insight", "audience", "vision", "requirement"]);
