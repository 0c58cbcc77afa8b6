import { lowerBound, nearWords } from "../base/near-words.ts";
import { isFar, lettersOf, slips } from "../base/nearest.ts";
import { idPrefix } from "../model/requirement-id.ts";
import { isKind, type Schema } from "../model/schema.ts";
import type { Item, Summary } from "../model/summary.ts";
import { namesOf, nearKey } from "./contributions.ts";
import { NamesByLength } from "./names-by-length.ts";

/**
 * Did-you-mean over the names of a project: ids, former ids, stems and titles of all but requirements. Patched file by
 * file, and it knows what it was asked: a name that comes or goes concerns only the words that it is near to.
 */
export class NameIndex {
  readonly #schema: Schema;
  /** By name in lower case, the items that go by it: nearly always one, which stands for itself. */
  readonly #items = new Map<string, Item | Item[]>();
  readonly #names = new NamesByLength();
  readonly #asked = new Set<string>();
  readonly #files: () => Iterable<Summary>;
  /** By path, those whose names have not been taken in; undefined until somebody asks for one. */
  #late: Map<string, Summary> | undefined;

  constructor(files: () => Iterable<Summary>, schema: Schema) {
    this.#files = files;
    this.#schema = schema;
  }

  /** Takes in the names of all files, one file in a step, before somebody has to wait for it. */
  *takeIn(): IterableIterator<void> {
    this.#late ??= new Map(Array.from(this.#files(), (file) => [file.path, file]));
    for (const [path, file] of this.#late) {
      this.#late.delete(path);
      for (const { name, item } of bearings(file)) this.#put(name, item);
      yield;
    }
  }

  /** The same, and puts them in order. */
  *arrange(): IterableIterator<void> {
    yield* this.takeIn();
    yield* this.#names.arrange(this.#isThere);
  }

  /**
   * The key of the one item that somebody meant with `word`: by its number (`FEAT-7` for FEAT-007, `068` for
   * `068-live-specs`), or by few slips. Undefined where several are as near: of ids that are one digit off, none is more
   * likely meant than the others. `most` slips count, 3 unless told otherwise.
   */
  nearest(word: string, kinds: readonly string[], most = 3): string | undefined {
    const folded = word.toLowerCase();
    this.#asked.add(folded);
    for (const _ of this.takeIn());
    if (folded.length > longest) return undefined;
    const numbered = most === 0 ? undefined : this.#only(this.#numbered(folded), kinds);
    if (numbered?.key !== undefined) return numbered.key;
    for (let limit = 0; limit <= most && limit <= allowed(folded, folded); limit++) {
      const near = this.#only(limit === 0 ? [folded] : this.#near(folded, limit), kinds);
      if (near !== undefined) return near.key;
    }
    return undefined;
  }

  /** These words were asked for when all was as it is: whoever asked is told when that changes. */
  expect(words: Iterable<string>): void {
    for (const word of words) this.#asked.add(word);
  }

  /** Puts a file's names in the place of those it had; returns the keys of the questions that may have another answer now. */
  replace(before: Summary | undefined, after: Summary | undefined): readonly string[] {
    if (before?.items === after?.items) return [];
    const old = before === undefined ? [] : bearings(before);
    const fresh = after === undefined ? [] : bearings(after);
    this.#patch(before, after, old, fresh);
    return this.#asked.size === 0 ? [] : this.#concerned(changedNames(old, fresh));
  }

  #patch(
    before: Summary | undefined,
    after: Summary | undefined,
    old: readonly Bearing[],
    fresh: readonly Bearing[],
  ): void {
    if (this.#late === undefined) return;
    if (before !== undefined && this.#late.has(before.path)) {
      if (after === undefined) this.#late.delete(before.path);
      else this.#late.set(after.path, after);
      return;
    }
    for (const { name, item } of old) this.#take(name, item);
    for (const { name, item } of fresh) this.#put(name, item);
  }

  /**
   * The one item that all of these are names of: without a key if there are several, undefined if there is none.
   * Where very many things of other kinds have such a name, it says too little to be looked for among all of them.
   */
  #only(names: Iterable<string>, kinds: readonly string[]): { readonly key: string | undefined } | undefined {
    let only: string | undefined;
    let left = mostNear;
    for (const name of names) {
      if (left-- === 0) return { key: undefined };
      for (const { key, kind } of listOf(this.#items.get(name))) {
        if (key === only || (kinds.length > 0 && !isKind(this.#schema, kind, kinds))) continue;
        if (only !== undefined) return { key: undefined };
        only = key;
      }
    }
    return only === undefined ? undefined : { key: only };
  }

  *#near(word: string, limit: number): Iterable<string> {
    for (let length = word.length - limit; length <= word.length + limit; length++) {
      for (const near of nearWords(word, this.#names.of(length, this.#isThere), limit, length))
        if (near.slips <= allowed(word, near.word)) yield near.word;
    }
  }

  *#numbered(word: string): Iterable<string> {
    const number = numberOf(word);
    if (number === undefined) return;
    if (number.prefix !== "") {
      for (const zero of zeros) yield `${number.prefix}-${zero}${number.digits}`;
      return;
    }
    for (const names of this.#names.all(this.#isThere)) {
      for (let at = lowerBound(names, `${word}-`); names[at]?.startsWith(`${word}-`); at++) yield names[at]!;
    }
  }

  readonly #isThere = (name: string): boolean => this.#items.has(name);

  #put(name: string, item: Item): void {
    const items = this.#items.get(name);
    if (items === undefined) {
      this.#items.set(name, item);
      this.#names.move(name, true);
    } else if (Array.isArray(items)) items.push(item);
    else this.#items.set(name, [items, item]);
  }

  #take(name: string, item: Item): void {
    const items = this.#items.get(name)!;
    // In any order: a thousand items may have one title, and one of them is being typed.
    const last = Array.isArray(items) ? items.pop()! : item;
    if (Array.isArray(items) && last !== item) items[items.indexOf(item)] = last;
    if (Array.isArray(items) && items.length > 0) return;
    this.#items.delete(name);
    this.#names.move(name, false);
  }

  /** Whoever asked is told once, and asks again; where very much was asked, all are. */
  #concerned(names: ReadonlySet<string>): readonly string[] {
    const isMuch = this.#asked.size > mostAsked;
    const named = Array.from(names, (name): Named => ({ name, number: numberOf(name), letters: lettersOf(name) }));
    const words: string[] = [];
    for (const word of this.#asked) if (isMuch || named.some((name) => isNear(word, name))) words.push(word);
    for (const word of words) this.#asked.delete(word);
    return words.map(nearKey);
  }
}

function listOf(items: Item | readonly Item[] | undefined): readonly Item[] {
  if (items === undefined) return [];
  return isList(items) ? items : [items];
}

function isList(items: Item | readonly Item[]): items is readonly Item[] {
  return Array.isArray(items);
}

/** Nobody means a known word by a text that long. */
const longest = 100;

/** So many names may be near to one word. */
const mostNear = 100;

/** More words than that are not compared with every name that comes, nor kept for ever. */
const mostAsked = 10_000;

/** Ids are filled up to nine digits at most. */
const zeros = Array.from({ length: 9 }, (_, count) => "0".repeat(count));

interface Bearing {
  readonly name: string;
  readonly item: Item;
}

function bearings(file: Summary): readonly Bearing[] {
  const all: Bearing[] = [];
  for (let index = 0; index < file.items.length; index++) {
    const item = file.items[index]!;
    if (item.base === "requirement") continue;
    const names = new Set<string>();
    for (const { name } of namesOf(file, index)) names.add(name.toLowerCase());
    names.add(item.key.toLowerCase()).add(item.title.toLowerCase());
    for (const name of names) all.push({ name, item });
  }
  return all;
}

/** Names that are not borne any more as they were, and those that were not before. */
function changedNames(old: readonly Bearing[], fresh: readonly Bearing[]): ReadonlySet<string> {
  const says = ({ name, item }: Bearing): string => JSON.stringify([name, item.key, item.kind]);
  const [said, saying] = [new Set(old.map(says)), new Set(fresh.map(says))];
  const changed = [...old.filter((one) => !saying.has(says(one))), ...fresh.filter((one) => !said.has(says(one)))];
  return new Set(changed.map(({ name }) => name));
}

interface Named {
  readonly name: string;
  readonly number: ReturnType<typeof numberOf>;
  readonly letters: number;
}

function isNear(word: string, { name, number: other, letters }: Named): boolean {
  if (word === name || isFewSlips(word, name, letters)) return true;
  // Many words are asked about, and few are digits alone or have the prefix of the name: of the others no number is made.
  if (!startsWithDigit(word)) {
    if (other === undefined || other.prefix === "" || !word.startsWith(other.prefix)) return false;
  } else if (other === undefined && !startsWithDigit(name)) return false;
  const number = numberOf(word);
  if (number === undefined) return false;
  if (number.prefix === "") return name.startsWith(`${word}-`);
  return other?.prefix === number.prefix && other.digits === number.digits;
}

/** Hundreds of words are asked about, and of nearly all the letters alone tell that they are far. */
function isFewSlips(word: string, name: string, letters: number): boolean {
  const most = allowed(word, name);
  if (Math.abs(word.length - name.length) > most || isFar(lettersOf(word), letters, most)) return false;
  return slips(word, name, most) !== undefined;
}

function startsWithDigit(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 48 && first <= 57;
}

/** One slip in three letters, and three in all. */
function allowed(a: string, b: string): number {
  return Math.min(3, Math.floor(Math.min(a.length, b.length) / 3));
}

/** `FEAT-007` is number 7 of `FEAT`; digits alone have no prefix. */
function numberOf(id: string): { readonly prefix: string; readonly digits: string } | undefined {
  if (/^\d+$/.test(id)) return { prefix: "", digits: id };
  const prefix = idPrefix(id);
  return prefix === undefined ? undefined : { prefix, digits: id.slice(prefix.length + 1).replace(/^0+(?=.)/, "") };
}
