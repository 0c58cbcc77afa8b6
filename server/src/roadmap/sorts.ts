import { compareNatural } from "../base/natural.ts";
import { say, type Words } from "../base/say.ts";
import { moscow, readMoscow } from "../model/requirement-priority.ts";
import { compareTimeframes, type Timeframe } from "../model/timeframe.ts";
import type { SortWord } from "../model/view-words.ts";
import { byPlace } from "../workspace/place.ts";
import { textOf } from "../workspace/plan.ts";
import type { Found, Query } from "../workspace/query.ts";
import { riceOf } from "../workspace/rice.ts";

/** What an order looks at. */
interface Sorted {
  readonly query: Query;
  facts(found: Found): { readonly timeframe: Timeframe | undefined; readonly rank: number | undefined };
}

/** An order of the rows that stand beside each other; kinds stand together in all of them. */
export interface Sort {
  readonly id: SortWord;
  /** As the menu says it: "Date". */
  readonly title: Words;
  /** A sentence for the menu. */
  readonly says: Words;
  readonly compare: (a: Found, b: Found, plan: Sorted) => number;
}

/** The first is the one that nobody has to choose. */
export const sorts: readonly Sort[] = [
  {
    id: "date",
    title: say`Date`,
    says: say`What lands first`,
    compare: (a, b, plan) => byDate(a, b, plan) || byRank(a, b, plan) || byTitle(a, b),
  },
  {
    id: "rank",
    title: say`Rank`,
    says: say`By their rank, then as they stand in the documents`,
    compare: (a, b, plan) => byRank(a, b, plan) || byPlace(a, b),
  },
  {
    id: "priority",
    title: say`Priority`,
    says: say`What matters most`,
    compare: (a, b, plan) => byPriority(a, b) || byDate(a, b, plan) || byRank(a, b, plan) || byTitle(a, b),
  },
  {
    id: "rice",
    title: say`RICE score`,
    says: say`Reach × impact × confidence ÷ effort`,
    compare: (a, b, plan) => byScore(a, b, plan) || byDate(a, b, plan) || byRank(a, b, plan) || byTitle(a, b),
  },
];

function byDate(a: Found, b: Found, plan: Sorted): number {
  return last(plan.facts(a).timeframe, plan.facts(b).timeframe, compareTimeframes);
}

function byRank(a: Found, b: Found, plan: Sorted): number {
  return last(plan.facts(a).rank, plan.facts(b).rank, (x, y) => x - y);
}

function byTitle(a: Found, b: Found): number {
  return compareNatural(a.item.title, b.item.title);
}

function byPriority(a: Found, b: Found): number {
  return last(textOf(a, "priority"), textOf(b, "priority"), comparePriorities);
}

function byScore(a: Found, b: Found, { query }: Sorted): number {
  return last(riceOf(query, a)?.score, riceOf(query, b)?.score, (x, y) => y - x);
}

/** P0 before P1, must before should, high before low, and other words as people count. */
export function comparePriorities(a: string, b: string): number {
  const [one, other] = [rankOf(a), rankOf(b)];
  return one - other || compareNatural(a.trim().toLowerCase(), b.trim().toLowerCase());
}

function rankOf(text: string): number {
  const word = text.trim().toLowerCase();
  const at = ladder.indexOf(word);
  if (at >= 0) return at % rungs;
  const known = readMoscow(text);
  return known === undefined ? rungs : moscow.indexOf(known);
}

const rungs = 5;
/** Five levels, as trackers name them. */
const ladder = ["p0 p1 p2 p3 p4", "highest high medium low lowest", "critical urgent normal minor trivial"]
  .join(" ")
  .split(" ");

/** What is not given comes last. */
function last<T>(a: T | undefined, b: T | undefined, by: (a: T, b: T) => number): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return by(a, b);
}
