import { tell, type Words } from "../../base/say.ts";
import type { Found, Query } from "../../workspace/query.ts";

/** One thing about one item that is not as it was. */
export interface PlanChange {
  readonly type: ChangeType;
  /** As it is now; as it was where it is gone. */
  readonly found: Found;
  readonly query: Query;
  readonly from: Words | undefined;
  readonly to: Words | undefined;
  /** What follows from it, as sentences without a full stop: "One-tap pay (Q1 2027) needs it". */
  readonly so: readonly Words[];
}

/** In the order in which people want to hear of them. */
export const changeTypes = [
  "slipped",
  "earlier",
  "moved",
  "shipped",
  "dropped",
  "removed",
  "new",
  "reopened",
  "started",
  "status",
  "target",
  "current",
  "baseline",
  "unmeasured",
  "owner",
  "renamed",
] as const;

export type ChangeType = (typeof changeTypes)[number];

/** An item as it was and as it is. */
export interface Pair {
  readonly before: Side;
  readonly after: Side;
}

export interface Side {
  readonly query: Query;
  readonly found: Found;
}

/** Sees one sort of change in an item that was there and is there. */
export type Look = (pair: Pair) => readonly PlanChange[];

export function changed(
  type: ChangeType,
  { query, found }: Side,
  from?: Words,
  to?: Words,
  so: readonly Words[] = [],
): PlanChange {
  return { type, found, query, from, to, so };
}

/** Whether two ways of saying something read the same. */
export function readSame(a: Words | undefined, b: Words | undefined): boolean {
  return a === undefined || b === undefined ? a === b : tell(a) === tell(b);
}
