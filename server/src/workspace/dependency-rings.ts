import { memo } from "../base/memo.ts";
import type { Schema } from "../model/schema.ts";
import type { Item } from "../model/summary.ts";
import type { Place } from "./changed.ts";
import { ringsOf } from "./cycles.ts";
import type { EdgeTable } from "./edge-table.ts";
import { placeAt, placeOf } from "./place.ts";
import type { Found } from "./query.ts";

/**
 * The rings of items that depend on each other. After an edit only those items are looked at whose edges differ, and the
 * rings are looked for only where one may have been made or broken.
 */
export class DependencyRings {
  readonly #edges: EdgeTable;
  readonly #mayNeed: (item: Item) => boolean;
  readonly #needs = new Map<string, readonly string[]>();
  #rings: ReadonlyMap<string, readonly string[]> = new Map();
  /** What has not been looked up; undefined once the rings are known. */
  #late: Iterator<readonly Found[]> | undefined;

  /** `files` are the items that define something, file by file in any order; it has those that come while they are gone through. */
  constructor(files: Iterable<readonly Found[]>, schema: Schema, edges: EdgeTable) {
    this.#edges = edges;
    this.#mayNeed = needing(schema);
    this.#late = files[Symbol.iterator]();
  }

  /** Before that nobody has been told of any. */
  get areKnown(): boolean {
    return this.#late === undefined;
  }

  /** Looks up what items need, one file in a step, before somebody has to wait for it. */
  *takeIn(): IterableIterator<void> {
    for (let next = this.#late?.next(); next?.done === false; next = this.#late?.next()) {
      for (const found of next.value) if (this.#mayNeed(found.item)) this.#read(placeOf(found), found);
      yield;
    }
    if (this.#late === undefined) return;
    this.#rings = ringsOf(this.#needs);
    this.#late = undefined;
    yield;
  }

  /** The places of the other members of the ring that the item at a place is on, in an order that follows the links. */
  of(place: string): readonly string[] | undefined {
    for (const _ of this.takeIn());
    return this.#rings.get(place);
  }

  /** The edges of some names differ, at some of these places; returns the places of the items whose ring differs now. */
  replace(
    names: ReadonlySet<string>,
    places: Iterable<Place>,
    at: (place: Place) => Found | undefined,
  ): readonly string[] {
    if (!mayChangeRings(names)) return [];
    const changed: string[] = [];
    for (const touched of places) {
      const place = placeAt(touched.path, touched.index);
      if (this.#read(place, at(touched))) changed.push(place);
    }
    if (!this.areKnown) return [];
    // A link is on no ring if none leads from its start back to there.
    if (!changed.some((place) => this.#rings.has(place) || this.#leadsBack(place))) return [];
    const before = this.#rings;
    this.#rings = ringsOf(this.#needs);
    const all = new Set([...before.keys(), ...this.#rings.keys()]);
    return [...all].filter((place) => before.get(place)?.join() !== this.#rings.get(place)?.join());
  }

  /** Looks up what an item needs; whether that is something else than it was. */
  #read(place: string, found: Found | undefined): boolean {
    const before = this.#needs.get(place) ?? none;
    if (found === undefined || !this.#mayNeed(found.item)) return this.#needs.delete(place);
    const edges = this.#edges.outgoing(found).filter(({ name }) => name === edge);
    const after = edges.map(({ to }) => placeOf(to));
    if (after.length > 0) this.#needs.set(place, after);
    else this.#needs.delete(place);
    return before.join() !== after.join();
  }

  #leadsBack(start: string): boolean {
    const seen = new Set<string>();
    const open = [start];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      for (const next of this.#needs.get(place) ?? none) {
        if (next === start) return true;
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
    return false;
  }
}

const none: readonly string[] = [];

const edge = "depends-on";

/** Whether any ring may be another one where edges of these names differ. */
export function mayChangeRings(names: ReadonlySet<string>): boolean {
  return names.has(edge);
}

/** Few items say that they need others. Where a team has a field for it at the other end, everything may be needed. */
const needing = memo((schema: Schema): ((item: Item) => boolean) => {
  const fields = [...schema.kinds.values()].flatMap((kind) => kind.fields.filter((field) => field.edge?.name === edge));
  if (fields.some((field) => field.edge?.inverse)) return () => true;
  const names = [...new Set(fields.map(({ name }) => name))];
  return ({ fields: given }) => names.some((name) => (given.get(name)?.links.length ?? 0) > 0);
});
