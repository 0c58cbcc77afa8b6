import { type Identity, identify, readPeople } from "../model/person.ts";
import { type ItemFacts, itemFacts } from "../workspace/item-facts.ts";
import { textOf } from "../workspace/plan.ts";
import type { Found, Query } from "../workspace/query.ts";
import { roadmapKinds } from "./states.ts";

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

/** `owners` keeps who is meant by a name, so that it is found once for all items. */
export function readFacts(found: Found, query: Query, owners: Map<string, Owner | undefined>): Facts {
  const { base, phase, timeframe, isLate, isInTime } = itemFacts(query, found);
  const rank = textOf(found, "rank");
  const owner = textOf(found, "owner");
  if (owner !== undefined && !owners.has(owner)) {
    if (owners.size >= mostOwners) owners.clear();
    owners.set(owner, ownerOf(owner, query));
  }
  return {
    // Written out: each object that is spread may get a form of its own, in as much memory again.
    base,
    phase,
    timeframe,
    isLate,
    isInTime,
    order: roadmapKinds.indexOf(base === "prd" ? "feature" : base),
    rank: rank === undefined || Number.isNaN(Number(rank)) ? undefined : Number(rank),
    owner: owner === undefined ? undefined : owners.get(owner),
    team: textOf(found, "team")?.trim(),
  };
}

/** More names than a company has people are half written ones. */
const mostOwners = 5_000;

function ownerOf(text: string, query: Query): Owner | undefined {
  const written = readPeople(text)[0];
  if (written === undefined) return undefined;
  const identity = identify(written, query.config.people);
  const short = identity.person?.handle.replace(/^@/, "") ?? identity.label;
  return { ...identity, short };
}
