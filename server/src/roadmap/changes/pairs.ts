import { itemFacts } from "../../workspace/item-facts.ts";
import type { Found, Query } from "../../workspace/query.ts";
import { roadmapKinds } from "../states.ts";
import type { Pair, Side } from "./change.ts";

export interface Pairs {
  readonly both: readonly Pair[];
  readonly gone: readonly Side[];
  readonly come: readonly Side[];
}

/**
 * Which item of before is which of now: the one of the same identity, the one that names it as a former id, the one of the
 * same kind and title, and where a document has lost one item of a kind and won one, that one under another title.
 */
export function pairsOf(before: Query, after: Query): Pairs {
  const old = new Set(planned(before));
  const now = new Set(planned(after));
  const both: Pair[] = [];
  for (const namesOf of ways) {
    const waiting = byName(old, before, namesOf);
    const coming = byName(now, after, namesOf);
    for (const [name, found] of coming) {
      const was = waiting.get(name) ?? [];
      // As many as before: the first is the first. Else nobody can tell which is which.
      if (was.length !== found.length) continue;
      for (const [at, one] of was.entries()) {
        const other = found[at]!;
        if (!old.delete(one)) continue;
        if (now.delete(other))
          both.push({ before: { query: before, found: one }, after: { query: after, found: other } });
        else old.add(one);
      }
    }
  }
  return {
    both,
    gone: [...old].map((found) => ({ query: before, found })),
    come: [...now].map((found) => ({ query: after, found })),
  };
}

/** What a roadmap shows, and what was decided. */
const told: ReadonlySet<string> = new Set([...roadmapKinds, "decision"]);

function planned(query: Query): readonly Found[] {
  return query.items().filter((found) => !found.item.outside && told.has(itemFacts(query, found).base));
}

/** The names by which an item is known again, the surest first. Where a name says two items, it says none. */
type Names = (found: Found, query: Query) => readonly string[];

const ways: readonly Names[] = [
  ({ item }) => [item.key.toLowerCase()],
  ({ item }) =>
    [item.key, ...(item.fields.get("aliases")?.values ?? []).map(({ text }) => text)].map((name) => name.toLowerCase()),
  ({ item }, query) => [`${baseOf(item.kind, query)} ${item.title.toLowerCase()}`],
  ({ item, file }, query) => (item.site === "document" ? [] : [`${file.path} ${baseOf(item.kind, query)}`]),
];

/** A feature that became a document is still that feature. */
function baseOf(kind: string, query: Query): string {
  const base = query.config.schema.kinds.get(kind)?.base ?? kind;
  return base === "prd" ? "feature" : base;
}

function byName(items: Iterable<Found>, query: Query, namesOf: Names): ReadonlyMap<string, readonly Found[]> {
  const all = new Map<string, Found[]>();
  for (const found of items) {
    for (const name of new Set(namesOf(found, query))) {
      const same = all.get(name);
      if (same === undefined) all.set(name, [found]);
      else same.push(found);
    }
  }
  return all;
}
