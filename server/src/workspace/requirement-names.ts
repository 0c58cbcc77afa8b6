import { recent } from "../base/recent.ts";
import { type Item, type Summary, siteStrength } from "../model/summary.ts";
import { type Bearer, isNamedFully, nameKey } from "./contributions.ts";

/**
 * Who goes by the full names of requirements, `PRD-1/FR-2`. Most items are requirements, and hardly any is named so: all
 * that is kept are the documents that have some, and which of theirs it is found out when somebody asks.
 */
export class RequirementNames {
  /** By what stands in front of the ids, in lower case: the path of the one file, or several. */
  readonly #starts = new Map<string, string | Several>();
  readonly #file: (path: string) => Summary | undefined;

  /** `file` gives what lies at a path now. */
  constructor(file: (path: string) => Summary | undefined) {
    this.#file = file;
  }

  put(file: Summary): void {
    const start = startOf(file);
    if (start === undefined) return;
    const at = this.#starts.get(start);
    if (at === undefined) this.#starts.set(start, file.path);
    else if (typeof at === "string") this.#starts.set(start, { paths: [at, file.path], known: new Map() });
    else {
      at.paths.push(file.path);
      at.known.clear();
    }
  }

  take(file: Summary): void {
    const start = startOf(file);
    const at = start === undefined ? undefined : this.#starts.get(start);
    if (start === undefined || at === undefined) return;
    const rest = typeof at === "string" ? [] : at.paths.filter((path) => path !== file.path);
    if (rest.length === 0) this.#starts.delete(start);
    else this.#starts.set(start, rest.length === 1 ? rest[0]! : { paths: rest, known: new Map() });
  }

  /** All who go by a name, which is in lower case. */
  of(name: string): readonly Bearer[] {
    let all = none;
    for (let end = name.indexOf("/"); end >= 0; end = name.indexOf("/", end + 1)) {
      const at = this.#starts.get(name.slice(0, end));
      if (at === undefined) continue;
      const some = typeof at === "string" ? this.#in(at, name) : this.#inSeveral(at, name);
      all = all.length === 0 ? some : [...all, ...some];
    }
    return all;
  }

  #inSeveral({ paths, known }: Several, name: string): readonly Bearer[] {
    let all = known.get(name);
    if (all === undefined) known.set(name, (all = paths.flatMap((path) => this.#in(path, name))));
    return all;
  }

  #in(path: string, name: string): readonly Bearer[] {
    const items = this.#file(path)?.items ?? [];
    return (
      placesIn(items)
        .get(name)
        ?.map((index) => bearer(path, items[index]!, index)) ?? none
    );
  }
}

/** Thousands of documents may have one id: who goes by a name in them is looked for once, until one becomes another. */
interface Several {
  readonly paths: string[];
  readonly known: Map<string, readonly Bearer[]>;
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

/** Who looks one name of a document up looks up others; for all documents at once it would be much. */
const placesIn = recent((items: readonly Item[]): ReadonlyMap<string, readonly number[]> => {
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
