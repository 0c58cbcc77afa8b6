import { memo } from "../base/memo.ts";
import type { Schema } from "../model/schema.ts";
import type { Item } from "../model/summary.ts";
import { ringsOf } from "./cycles.ts";
import { placeOf } from "./place.ts";
import { isDefinition } from "./plan.ts";
import type { Query } from "./query.ts";

/** Does some work of a file's, and remembers what was looked at. */
type Look = <T>(path: string, work: (query: Query) => T) => T;

/**
 * The rings of items that depend on each other. Kept file by file, so that an edit has the links of few files looked up
 * again, and the rings only where it may have made or broken one.
 */
export class DependencyRings {
  readonly #look: Look;
  readonly #files = new Map<string, Needs>();
  readonly #needs = new Map<string, readonly string[]>();
  #rings: ReadonlyMap<string, readonly string[]>;

  constructor(paths: Iterable<string>, look: Look) {
    this.#look = look;
    for (const path of paths) this.#read(path);
    this.#rings = ringsOf(this.#needs);
  }

  /** The places of the other members of the ring that the item at a place is on, in an order that follows the links. */
  of(place: string): readonly string[] | undefined {
    return this.#rings.get(place);
  }

  /** These files are others, or what they looked at is; returns the places of the items whose ring differs now. */
  replace(paths: Iterable<string>): readonly string[] {
    const changed = Array.from(paths, (path) => this.#read(path)).flat();
    // A link is on no ring if none leads from its start back to there.
    if (!changed.some((place) => this.#rings.has(place) || this.#leadsBack(place))) return [];
    const before = this.#rings;
    this.#rings = ringsOf(this.#needs);
    const places = new Set([...before.keys(), ...this.#rings.keys()]);
    return [...places].filter((place) => before.get(place)?.join() !== this.#rings.get(place)?.join());
  }

  /** Looks up what the items of a file need; returns the places where that is something else than it was. */
  #read(path: string): readonly string[] {
    const before = this.#files.get(path) ?? none;
    const after = this.#look(path, (query) => needsOf(path, query));
    if (after.size === 0) this.#files.delete(path);
    else this.#files.set(path, after);
    const places = [...before.keys(), ...after.keys()];
    const changed = places.filter((place) => before.get(place)?.join() !== after.get(place)?.join());
    for (const place of before.keys()) this.#needs.delete(place);
    for (const [place, needs] of after) this.#needs.set(place, needs);
    return changed;
  }

  #leadsBack(start: string): boolean {
    const seen = new Set<string>();
    const open = [start];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      for (const next of this.#needs.get(place) ?? []) {
        if (next === start) return true;
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
    return false;
  }
}

/** What the items of a file need, by place. */
type Needs = ReadonlyMap<string, readonly string[]>;

const none: Needs = new Map();

function needsOf(path: string, query: Query): Needs {
  const file = query.file(path);
  if (file === undefined) return none;
  const needs = new Map<string, readonly string[]>();
  const mayNeed = needing(query.config.schema);
  for (const [index, item] of file.items.entries()) {
    const found = mayNeed(item) ? query.at(path, index) : undefined;
    if (found === undefined || !isDefinition(found, query)) continue;
    const targets = query.outgoing(found, edge).map(({ to }) => placeOf(to));
    if (targets.length > 0) needs.set(placeOf(found), targets);
  }
  return needs.size === 0 ? none : needs;
}

const edge = "depends-on";

/** Few items say that they need others. Where a team has a field for it at the other end, everything may be needed. */
const needing = memo((schema: Schema): ((item: Item) => boolean) => {
  const fields = [...schema.kinds.values()].flatMap((kind) => kind.fields.filter((field) => field.edge?.name === edge));
  if (fields.some((field) => field.edge?.inverse)) return () => true;
  const names = new Set(fields.map(({ name }) => name));
  return ({ fields: given }) => {
    for (const [name, { links }] of given) if (links.length > 0 && names.has(name)) return true;
    return false;
  };
});
