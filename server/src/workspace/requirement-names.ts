import { memo } from "../base/memo.ts";
import { type Item, type Summary, siteStrength } from "../model/summary.ts";
import { type Bearer, isNamedFully, nameKey } from "./contributions.ts";

/**
 * Who goes by the full names of requirements, `PRD-1/FR-2`. Most items are requirements, and hardly any is named so: all
 * that is kept are the documents that have some, and which of theirs it is found out when somebody asks.
 */
export class RequirementNames {
  /** By what stands in front of the ids, in lower case: the path of the one file, or of several. */
  readonly #paths = new Map<string, string | string[]>();
  readonly #file: (path: string) => Summary | undefined;

  /** `file` gives what lies at a path now. */
  constructor(file: (path: string) => Summary | undefined) {
    this.#file = file;
  }

  put(file: Summary): void {
    const start = startOf(file);
    if (start === undefined) return;
    const paths = this.#paths.get(start);
    if (paths === undefined) this.#paths.set(start, file.path);
    else if (typeof paths === "string") this.#paths.set(start, [paths, file.path]);
    else paths.push(file.path);
  }

  take(file: Summary): void {
    const start = startOf(file);
    const paths = start === undefined ? undefined : this.#paths.get(start);
    if (start === undefined || paths === undefined) return;
    const rest = typeof paths === "string" ? [] : paths.filter((path) => path !== file.path);
    if (rest.length === 0) this.#paths.delete(start);
    else this.#paths.set(start, rest.length === 1 ? rest[0]! : rest);
  }

  /** All who go by a name, which is in lower case. */
  of(name: string): readonly Bearer[] {
    let all: Bearer[] | undefined;
    for (let end = name.indexOf("/"); end >= 0; end = name.indexOf("/", end + 1)) {
      for (const path of [this.#paths.get(name.slice(0, end)) ?? []].flat()) {
        const items = this.#file(path)?.items ?? [];
        for (const index of placesIn(items).get(name) ?? []) {
          all ??= [];
          all.push(bearer(path, items[index]!, index));
        }
      }
    }
    return all ?? none;
  }
}

const none: readonly Bearer[] = [];

/** The requirements of a file that go by a full name, by the key of that. */
export function requirementNamesIn({ path, items }: Summary): ReadonlyMap<string, readonly Bearer[]> {
  const names = new Map<string, Bearer[]>();
  for (const [name, places] of placesIn(items))
    names.set(
      nameKey(name),
      places.map((index) => bearer(path, items[index]!, index)),
    );
  return names;
}

/** What the full names in a file begin with, in lower case: they all begin alike. */
function startOf({ items }: Summary): string | undefined {
  const item = items.find(isNamedFully);
  return item?.key.slice(0, -item.id!.length - 1).toLowerCase();
}

const placesIn = memo((items: readonly Item[]): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  for (let index = 0; index < items.length; index++) {
    const item = items[index]!;
    if (!isNamedFully(item)) continue;
    const name = item.key.toLowerCase();
    const known = places.get(name);
    if (known === undefined) places.set(name, [index]);
    else known.push(index);
  }
  return places;
});

function bearer(path: string, { site }: Item, index: number): Bearer {
  return { path, index, as: "id", strength: siteStrength[site] };
}
