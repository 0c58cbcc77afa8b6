import { compareNatural } from "../base/natural.ts";
import { type Identity, identify, readPeople } from "../model/person.ts";
import type { Phase } from "../model/phase.ts";
import { compareTimeframes, type Timeframe } from "../model/timeframe.ts";
import { allEdges, type PlanEdges } from "../workspace/edge-index.ts";
import { isLate } from "../workspace/health.ts";
import { phaseOf, textOf, timeframeOf } from "../workspace/plan.ts";
import type { Found, Query } from "../workspace/query.ts";

/** What the roadmap wants to know about an item, over and over. */
export interface Facts {
  /** The built-in kind that it is or comes from. */
  readonly base: string;
  readonly phase: Phase;
  readonly timeframe: Timeframe | undefined;
  /** It should have landed by now and has not. */
  readonly isLate: boolean;
  readonly rank: number | undefined;
  /** The one who answers for it. */
  readonly owner: Owner | undefined;
  readonly team: string | undefined;
  /** The part of a row's id that names it: its key, with an ordinal from the second item of that key on. */
  readonly segment: string;
}

export interface Owner extends Identity {
  /** What a narrow row has room for: "ana". */
  readonly short: string;
}

/** A project as the roadmap sees it; one for each version of the plan. */
export interface Plan {
  readonly query: Query;
  readonly edges: PlanEdges;
  /** What can stand in a roadmap: no requirements, and no work of others. */
  readonly items: readonly Found[];
  has(found: Found): boolean;
  facts(found: Found): Facts;
  /** Kinds in the order of the plan, then by time, rank and title. */
  compare(a: Found, b: Found): number;
}

export function planOf(query: Query): Plan {
  let plan = plans.get(query);
  if (plan === undefined) plans.set(query, (plan = makePlan(query)));
  return plan;
}

const plans = new WeakMap<Query, Plan>();

/** What stands in a roadmap, in the order in which kinds stand in a group. */
export const roadmapKinds: readonly string[] = ["vision", "goal", "feature", "prd", "launch", "kpi"];

function makePlan(query: Query): Plan {
  const edges = allEdges(query);
  const { kinds } = query.config.schema;
  const baseOf = (found: Found) => kinds.get(found.item.kind)?.base ?? found.item.kind;
  const items = edges.items.filter((found) => roadmapKinds.includes(baseOf(found)) && !found.item.outside);
  const segments = segmentsOf(items);
  const owners = new Map<string, Owner | undefined>();
  const known = new Map<Found, Facts>();
  const facts = (found: Found): Facts => {
    let answer = known.get(found);
    if (answer === undefined) {
      const owner = textOf(found, "owner");
      if (owner !== undefined && !owners.has(owner)) owners.set(owner, ownerOf(owner, query));
      const rank = textOf(found, "rank");
      answer = {
        base: baseOf(found),
        phase: phaseOf(query, found),
        timeframe: timeframeOf(query, found),
        isLate: isLate(query, found),
        rank: rank === undefined || Number.isNaN(Number(rank)) ? undefined : Number(rank),
        owner: owner === undefined ? undefined : owners.get(owner),
        team: textOf(found, "team")?.trim(),
        segment: segments.get(found) ?? segmentOf(found.item.key),
      };
      known.set(found, answer);
    }
    return answer;
  };
  const members = new Set(items);
  return { query, edges, items, has: (found) => members.has(found), facts, compare: (a, b) => compare(a, b, facts) };
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
    order(one.base) - order(other.base) ||
    late(one.timeframe, other.timeframe, compareTimeframes) ||
    late(one.rank, other.rank, (x, y) => x - y) ||
    compareNatural(a.item.title, b.item.title)
  );
}

/** A PRD is a feature that is a document: the two stand together. */
function order(base: string): number {
  return roadmapKinds.indexOf(base === "prd" ? "feature" : base);
}

/** What is not given comes last. */
function late<T>(a: T | undefined, b: T | undefined, by: (a: T, b: T) => number): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return by(a, b);
}
