import { equal } from "../base/equal.ts";
import type { Item, Summary } from "../model/summary.ts";
import { withSameItems } from "../model/unpacked-summary.ts";
import {
  type Bearer,
  contributionsOf,
  eachContribution,
  insideKey,
  itemKey,
  nameIn,
  pathKey,
  type Referrer,
} from "./contributions.ts";
import { Numbers } from "./numbers.ts";
import type { Found } from "./query.ts";
import { RequirementNames, requirementNamesIn } from "./requirement-names.ts";

/**
 * The files of a project and what can be looked up in them by key. Holds names, never what they resolve to: so a change
 * touches the keys of its own file and nothing else, however many files link to it.
 */
export class Graph {
  readonly #files = new Map<string, Known>();
  /** The file that was asked about last: whoever asks about one of its items asks about the others too. */
  #last: Known | undefined;
  /** Most lists have one entry, which stands for itself: a list around it takes as much room again. */
  readonly #lists = new Map<string, Entry | Entry[]>();
  /** By path, the files whose names and links are not in the lists yet: until somebody looks something up. */
  readonly #late = new Map<string, Summary>();
  readonly #highest = new Numbers();
  readonly #numbers = new Places();
  readonly #requirements = new RequirementNames((path) => this.file(path));

  file(path: string): Summary | undefined {
    return this.#files.get(path)?.file;
  }

  *files(): IterableIterator<Summary> {
    for (const { file } of this.#files.values()) yield file;
  }

  /**
   * One object per item for as long as its file's items stand, whatever is typed around them, so that what is derived from
   * it can be kept.
   */
  found(path: string, index: number): Found | undefined {
    const known = this.#known(path);
    const item = known?.file.items[index];
    if (known === undefined || item === undefined) return undefined;
    const { file } = known;
    known.found ??= new Array(file.items.length);
    return (known.found[index] ??= { file, index, item, number: known.places?.[index] ?? this.#numbers.take() });
  }

  #known(path: string): Known | undefined {
    if (path !== this.#last?.file.path) this.#last = this.#files.get(path);
    return this.#last;
  }

  list(key: string): readonly (Bearer | Referrer)[] {
    this.#takeInAll();
    const list = this.#listed(key);
    const name = key.includes("/") ? nameIn(key) : undefined;
    const requirements = name === undefined ? none : this.#requirements.of(name);
    if (requirements.length === 0) return list;
    return list.length === 0 ? requirements : [...list, ...requirements];
  }

  #listed(key: string): readonly Entry[] {
    const list = this.#lists.get(key);
    if (list === undefined) return none;
    return Array.isArray(list) ? list : [list];
  }

  get numbers(): Pick<Numbers, "highest"> {
    this.#takeInAll();
    return this.#highest;
  }

  /** Takes files into the lists, one in a step, before somebody has to wait for it. */
  *takeIn(): IterableIterator<void> {
    for (const [path, file] of this.#late) {
      this.#late.delete(path);
      eachContribution(file, (key, entry) => this.#put(key, entry));
      this.#requirements.put(file);
      yield;
    }
  }

  #takeInAll(): void {
    if (this.#late.size > 0) for (const _ of this.takeIn());
  }

  /**
   * Puts `after` in the place of the file's summary (undefined: the file is gone) and returns the keys whose answers
   * differ now. Equal summaries return at once. `isAsked`: somebody has asked for answers; else it is enough to say that
   * there are other items.
   */
  replace(path: string, after: Summary | undefined, isAsked = true): ReadonlySet<string> {
    const before = this.file(path);
    const changed = new Set<string>();
    if (before === after) return changed;
    this.#last = undefined;
    if (before === undefined || after === undefined || !equal(before.anchors, after.anchors))
      changed.add(pathKey(path));
    if (before !== undefined && after !== undefined && equal(before.items, after.items)) {
      // The same objects again, so that what is kept about them need not be made anew; what is around them is another.
      const known = this.#files.get(path)!;
      const file = withSameItems(after, before.items);
      known.found?.forEach((found) => {
        if (found !== undefined) found.file = file;
      });
      this.#files.set(path, { ...known, file });
      return changed;
    }
    const places = numbersIn(this.#files.get(path));
    this.#numbers.give(places.splice(after?.items.length ?? 0));
    if (after === undefined) this.#files.delete(path);
    else this.#files.set(path, { file: after, found: undefined, places: places.length === 0 ? undefined : places });
    changed.add("items");
    const isLate = this.#late.has(path) || (before === undefined && !isAsked);
    if (isLate && after !== undefined) this.#late.set(path, after);
    else if (isLate) this.#late.delete(path);
    if (!isAsked && isLate) return changed;
    this.#compareItems(path, before, after, changed);
    this.#compareLists(path, before, after, changed, isLate);
    this.#compareRequirements(before, after, changed, isLate);
    return changed;
  }

  #compareItems(path: string, before: Summary | undefined, after: Summary | undefined, changed: Set<string>): void {
    const count = Math.max(before?.items.length ?? 0, after?.items.length ?? 0);
    for (let index = 0; index < count; index++) {
      if (!equal(before?.items[index], after?.items[index])) changed.add(itemKey(path, index));
    }
    if (!equal(before?.items.map(place), after?.items.map(place))) changed.add(insideKey(path));
    // What a file is (a spec or not) is part of what a link to its path leads to.
    if ((before?.items.length ?? 0) === 0 || (after?.items.length ?? 0) === 0) changed.add(pathKey(path));
  }

  /** What is late is in no list yet. */
  #compareLists(
    path: string,
    before: Summary | undefined,
    after: Summary | undefined,
    changed: Set<string>,
    isLate: boolean,
  ): void {
    const old = before === undefined ? noContributions : contributionsOf(before);
    const fresh = after === undefined ? noContributions : contributionsOf(after);
    for (const [key, entries] of old) {
      if (equal(entries, fresh.get(key))) continue;
      changed.add(key);
      if (!isLate) this.#take(key, path);
    }
    for (const [key, entries] of fresh) {
      if (equal(entries, old.get(key))) continue;
      changed.add(key);
      if (!isLate) for (const entry of entries) this.#put(key, entry);
    }
  }

  #take(key: string, path: string): void {
    const list = this.#lists.get(key);
    const rest = Array.isArray(list) ? list.filter((entry) => entry.path !== path) : [];
    if (rest.length === 0) {
      this.#lists.delete(key);
      const name = nameIn(key);
      if (name !== undefined) this.#highest.take(name);
    } else this.#lists.set(key, rest.length === 1 ? rest[0]! : rest);
  }

  #compareRequirements(
    before: Summary | undefined,
    after: Summary | undefined,
    changed: Set<string>,
    isLate: boolean,
  ): void {
    if (before !== undefined && !isLate) this.#requirements.take(before);
    if (after !== undefined && !isLate) this.#requirements.put(after);
    const old = before === undefined ? noContributions : requirementNamesIn(before);
    const fresh = after === undefined ? noContributions : requirementNamesIn(after);
    for (const [key, entries] of old) if (!equal(entries, fresh.get(key))) changed.add(key);
    for (const key of fresh.keys()) if (!old.has(key)) changed.add(key);
  }

  #put(key: string, entry: Entry): void {
    const list = this.#lists.get(key);
    if (list === undefined) {
      this.#lists.set(key, entry);
      const name = nameIn(key);
      if (name !== undefined) this.#highest.put(name);
    } else if (Array.isArray(list)) list.push(entry);
    else this.#lists.set(key, [list, entry]);
  }
}

type Entry = Bearer | Referrer;

const none: readonly Entry[] = [];

interface Standing extends Found {
  file: Summary;
}

interface Known {
  readonly file: Summary;
  /** By position, as far as somebody asked. */
  found: (Standing | undefined)[] | undefined;
  /** The numbers of the places in it, as far as they had one when other items stood there. */
  readonly places: readonly (number | undefined)[] | undefined;
}

/** The numbers of the places in a file, as far as they have one. */
function numbersIn(known: Known | undefined): (number | undefined)[] {
  if (known === undefined) return [];
  const { file, found, places } = known;
  return file.items.map((_, at) => found?.[at]?.number ?? places?.[at]);
}

/** Numbers for places: small ones, none for two places at a time. */
class Places {
  readonly #free: number[] = [];
  #next = 0;

  take(): number {
    return this.#free.pop() ?? this.#next++;
  }

  give(numbers: readonly (number | undefined)[]): void {
    for (const number of numbers) if (number !== undefined) this.#free.push(number);
  }
}

const noContributions: ReadonlyMap<string, readonly (Bearer | Referrer)[]> = new Map();

/** Where an item stands, and what that makes it. */
function place({ container, via, kind }: Item): unknown {
  return [container, via, kind];
}
