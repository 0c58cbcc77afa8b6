import { compareNatural } from "../base/natural.ts";
import { type Identity, identify, readPeople } from "../model/person.ts";
import { compareTimeframes } from "../model/timeframe.ts";
import { type ItemFacts, itemFacts } from "../workspace/item-facts.ts";
import { textOf } from "../workspace/plan.ts";
import type { Found, Query } from "../workspace/query.ts";

/** What the roadmap wants to know about an item, over and over. */
export interface Facts extends ItemFacts {
  readonly rank: number | undefined;
  /** The one who answers for it. */
  readonly owner: Owner | undefined;
  readonly team: string | undefined;
  /** Where its kind stands in a group: a PRD is a feature that is a document, the two stand together. */
  readonly order: number;
}

export interface Owner extends Identity {
  /** What a narrow row has room for: "ana". */
  readonly short: string;
}

/** A project as the roadmap sees it; one for each version of the plan. */
export interface Plan {
  readonly query: Query;
  /** What can stand in a roadmap: no requirements, and no work of others. */
  readonly items: readonly Found[];
  has(found: Found): boolean;
  facts(found: Found): Facts;
  /** The part of a row's id that names an item: its key, with an ordinal from the second item of that key on. */
  segment(found: Found): string;
  /** Kinds in the order of the plan, then by time, rank and title. */
  compare(a: Found, b: Found): number;
}

export function planOf(query: Query): Plan {
  let plan = plans.get(query);
  if (plan === undefined) plans.set(query, (plan = makePlan(query)));
  return plan;
}

const plans = new WeakMap<Query, Plan>();

/** Kept for as long as an item's file and the configuration stay as they are. */
const kept = new WeakMap<Found, Facts & { readonly basis: ItemFacts }>();

/** What stands in a roadmap, in the order in which kinds stand in a group. */
export const roadmapKinds: readonly string[] = ["vision", "goal", "feature", "prd", "launch", "kpi"];

function makePlan(query: Query): Plan {
  const items = query.ofKinds(roadmapKinds).filter(({ item }) => !item.outside);
  const segments = segmentsOf(items);
  const owners = new Map<string, Owner | undefined>();
  const ownerOfText = (text: string | undefined): Owner | undefined => {
    if (text === undefined) return undefined;
    if (!owners.has(text)) owners.set(text, ownerOf(text, query));
    return owners.get(text);
  };
  const asked = new Map<Found, Facts>();
  const facts = (found: Found): Facts => {
    let answer = asked.get(found);
    if (answer === undefined) asked.set(found, (answer = readFacts(found)));
    return answer;
  };
  const readFacts = (found: Found): Facts => {
    const basis = itemFacts(query, found);
    const known = kept.get(found);
    if (known !== undefined && known.basis === basis) return known;
    const rank = textOf(found, "rank");
    const answer = {
      ...basis,
      basis,
      order: roadmapKinds.indexOf(basis.base === "prd" ? "feature" : basis.base),
      rank: rank === undefined || Number.isNaN(Number(rank)) ? undefined : Number(rank),
      owner: ownerOfText(textOf(found, "owner")),
      team: textOf(found, "team")?.trim(),
    };
    kept.set(found, answer);
    return answer;
  };
  const members = new Set(items);
  return {
    query,
    items,
    has: (found) => members.has(found),
    facts,
    segment: (found) => segments.get(found) ?? segmentOf(found.item.key),
    compare: (a, b) => compare(a, b, facts),
  };
}

/** A slash parts the segments of an id and a tilde marks what is no key, so neither may stand in a key. */
export function segmentOf(key: string): string {
  return key.replace(/[%/~]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

function segmentsOf(items: readonly Found[]): ReadonlyMap<Found, string> {
  const count = new Map<string, number>();
  return new Map(
    items.map((found) => {
      const segment = segmentOf(found.item.key);
      const ordinal = (count.get(segment) ?? 0) + 1;
      count.set(segment, ordinal);
      return [found, ordinal === 1 ? segment : `${segment}~${ordinal}`];
    }),
  );
}

function ownerOf(text: string, query: Query): Owner | undefined {
  const written = readPeople(text)[0];
  if (written === undefined) return undefined;
  const identity = identify(written, query.config.people);
  const short = identity.person?.handle.replace(/^@/, "") ?? identity.label;
  return { ...identity, short };
}

function compare(a: Found, b: Found, facts: (found: Found) => Facts): number {
  const [one, other] = [facts(a), facts(b)];
  return (
    one.order - other.order ||
    late(one.timeframe, other.timeframe, compareTimeframes) ||
    late(one.rank, other.rank, (x, y) => x - y) ||
    compareNatural(a.item.title, b.item.title)
  );
}

/** What is not given comes last. */
function late<T>(a: T | undefined, b: T | undefined, by: (a: T, b: T) => number): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return by(a, b);
}
