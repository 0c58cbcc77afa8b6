import type { Summary } from "../model/summary.ts";
import { nameKey, namesOf, pathKey } from "./contributions.ts";

/** A file of the graph that has become another one, or came or went. */
export interface Replaced {
  readonly path: string;
  readonly before: Summary | undefined;
  readonly after: Summary | undefined;
}

/** Names and paths that lead to the same places as before, but to something of another kind there. */
export function restated({ before, after }: Replaced): readonly string[] {
  if (before === undefined || after === undefined) return [];
  const keys: string[] = [];
  for (const [index, item] of after.items.entries()) {
    const old = before.items[index];
    if (old === undefined || (old.site === item.site && old.base === item.base)) continue;
    for (const file of [before, after]) for (const { name } of namesOf(file, index)) keys.push(nameKey(name));
    keys.push(pathKey(after.path));
  }
  return keys;
}
