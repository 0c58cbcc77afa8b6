import { memo } from "../../base/memo.ts";
import type { Config } from "../../model/config.ts";
import { ItemTable } from "../item-table.ts";
import type { Found, Query } from "../query.ts";

/**
 * What an item's own file, the configuration and the date alone decide is asked of each item once, for as long as its file
 * stays as it is: so a filter costs next to nothing while somebody types. `key` says what is asked.
 */
export function remembered(key: string, test: (found: Found) => boolean, query: Query): (found: Found) => boolean {
  const { config, today, project } = query;
  const kept = keptFor(project);
  let known = kept.get(key);
  if (known === undefined || known.config !== config || known.today !== today) {
    // Somebody who types asks something else with each letter.
    if (kept.size >= most) kept.delete(kept.keys().next().value!);
    kept.set(key, (known = { config, today, answers: new ItemTable() }));
  }
  const { answers } = known;
  return (found) => answers.get(found) ?? answers.set(found, test(found));
}

const most = 8;

interface Kept {
  readonly config: Config;
  readonly today: string;
  readonly answers: ItemTable<boolean>;
}

const keptFor = memo((_: object) => new Map<string, Kept>());
