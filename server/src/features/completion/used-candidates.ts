import { identify, type PersonName, readPeople } from "../../model/person.ts";
import type { Item } from "../../model/summary.ts";
import type { Query } from "../../workspace/query.ts";
import type { Candidate } from "./candidate.ts";
import { linkable } from "./item-candidates.ts";

/** The people that the project lists, else those who own something already, who owns most first. */
export function personCandidates(query: Query, itself?: Item): readonly Candidate[] {
  const { people } = query.config;
  if (people.length > 0) {
    return people.map(({ handle, name }): Candidate => {
      const label = handle.replace(/^@/, "");
      return { label, type: "person", ...(name === undefined ? {} : { detail: name, filter: `${label} ${name}` }) };
    });
  }
  const owners = new Map<string, { label: string; count: number }>();
  for (const [text, count] of usedTexts("owner", query, itself)) {
    for (const person of readPeople(text)) {
      const { key } = identify(person, people);
      const known = owners.get(key);
      if (known === undefined) owners.set(key, { label: plainName(person), count });
      else known.count += count;
    }
  }
  return [...owners.values()]
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .slice(0, most)
    .map(({ label }) => ({ label, type: "person" }));
}

/** Without `@`, which YAML has no place for. */
function plainName({ text, name, handle }: PersonName): string {
  return name ?? handle ?? text;
}

/** What `least` other items at the least say in a field of free words: teams, tags, channels. Most used first. */
export function usedCandidates(field: string, least: number, query: Query, itself?: Item): readonly Candidate[] {
  return [...usedTexts(field, query, itself)]
    .filter(([text, count]) => count >= least && text.length <= longest)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([label]) => ({ label, type: "value" }));
}

/** Each text that stands in a field somewhere, with how often; what the item itself says may be half a word. */
function usedTexts(field: string, query: Query, itself: Item | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { item } of query.ofKinds(linkable(query))) {
    const value = item.fields.get(field);
    if (value?.state !== "given" || item === itself) continue;
    for (const { text } of value.values) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

const most = 100;
const longest = 60;
