import { plural } from "../base/say.ts";
import { type RuleLevel, showLevel } from "../model/level.ts";
import type { Places } from "../model/places.ts";
import type { Item, Summary, Suppression } from "../model/summary.ts";
import { phaseOf } from "../workspace/plan.ts";
import type { Query } from "../workspace/query.ts";
import type { Finding, Reported } from "./rule.ts";
import { type Silencer, silencerIn } from "./silencer.ts";

/** Where findings stand: all that decides how grave one of them is, and whether anybody hears of it. */
interface Where {
  readonly file: Summary;
  readonly places: Places | undefined;
  readonly query: Query;
}

/** Findings that nobody tells apart by how grave they are. */
interface Sort {
  count: number;
  last: Reported | undefined;
  /** Comments that silence one of them. */
  readonly silencing: Set<Suppression>;
}

/**
 * What is kept of a rule that finds very much in one file: the first findings of each sort, so that an error is never lost
 * among warnings, nor one about an active item among drafts. Of what a comment silences the first is kept, for the comment is of use.
 */
export class TooMany {
  readonly #rule: string;
  readonly #most: number;
  readonly #where: Where;
  readonly #sorts = new Map<string, Sort>();
  #before: (Pick<Reported, "level" | "item"> & { readonly sort: Sort }) | undefined;
  readonly #silencer: Silencer | undefined;
  readonly #indexes: ReadonlyMap<Item, number>;

  constructor(rule: string, most: number, where: Where) {
    this.#rule = rule;
    this.#most = most;
    this.#where = where;
    const { file, places } = where;
    this.#silencer = places && silencerIn(file, places);
    this.#indexes = new Map(file.items.map((item, index) => [item, index]));
  }

  /** Counts a finding; whether it is one of the first. */
  keeps(finding: Reported): boolean {
    const sort = this.#sortOf(finding);
    const silencing = this.#silencer?.(this.#rule, finding.entry);
    if (silencing !== undefined) {
      const isFirst = !sort.silencing.has(silencing);
      sort.silencing.add(silencing);
      return isFirst;
    }
    sort.last = finding;
    return ++sort.count <= this.#most;
  }

  /** What says how many more there are, of each sort. It stands at the last of them, where nothing silences it. */
  beyond(): readonly Finding[] {
    return [...this.#sorts.values()].flatMap(({ count, last }) =>
      last === undefined || count <= this.#most ? [] : more(count - this.#most, last),
    );
  }

  /** Most findings are of the sort that the one before was of. */
  #sortOf(finding: Reported): Sort {
    const { level, item } = finding;
    const before = this.#before;
    if (before !== undefined && before.item === item && before.level === level) return before.sort;
    const sort = this.#find(finding);
    this.#before = { level, item, sort };
    return sort;
  }

  /** By the level that it asks for itself, and the phase that it is looked at in. */
  #find({ level, item }: Reported): Sort {
    const { file, query } = this.#where;
    const index = item === undefined ? undefined : this.#indexes.get(item);
    const about = index === undefined ? undefined : query.at(file.path, index);
    const name = `${levelName(level)} ${about === undefined ? "" : phaseOf(query, about)}`;
    let sort = this.#sorts.get(name);
    if (sort === undefined) this.#sorts.set(name, (sort = { count: 0, last: undefined, silencing: new Set() }));
    return sort;
  }
}

function levelName(level: RuleLevel | undefined): string {
  return level === undefined ? "" : showLevel(level);
}

function more(count: number, { entry, item, level }: Reported): Finding {
  const message = plural(
    count,
    "{0} more finding of this kind in this document is not shown. Mend some of these first.",
    "{0} more findings of this kind in this document are not shown. Mend some of these first.",
  );
  return { entry, message, fixable: false, ...(item && { item }), ...(level && { level }) };
}
