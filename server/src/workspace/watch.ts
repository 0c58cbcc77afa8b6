import { type Packed, PackReader, PackWriter } from "../base/packed.ts";
import { twice } from "../base/twice.ts";
import type { Changed, Place } from "./changed.ts";
import { edgesKey, itemKey, itemPlace, pathIn, pathKey } from "./contributions.ts";
import { readPlace } from "./place.ts";
import { lookWords, Readers } from "./readers.ts";

/** What a query tells of what it looks at. */
export interface Looks {
  /** Whoever asks, asked for the answer under this key. */
  look(key: string): void;
  /** The same for what is asked for most: the item at a place or its edges, or what lies at a path (index 0). */
  lookAt(path: string, index: number, what: Part): void;
  /** Whether whoever asks is asked again anyway when this file is read anew, so that what stands in it need not be told. */
  isOwn(path: string): boolean;
  /** Finds something once for all who ask about it: they look at the answer, and the answer at what it was found with. */
  once<About, T>(known: Map<About, Answer<T>>, about: About, find: () => T): T;
  /** Whoever asks, asked for this answer: as `once` does with what is known. */
  again<T>(answer: Answer<T>): T;
}

const keys = { item: itemKey, edges: edgesKey, path: pathKey };
type Part = keyof typeof keys;

export interface Answer<T> {
  readonly number: number;
  readonly value: T;
}

/** Nobody wants to know what is looked at, and nothing is kept. */
export const unwatched: Looks = {
  look: () => {},
  lookAt: () => {},
  isOwn: () => false,
  once: (_known, _about, find) => find(),
  again: ({ value }) => value,
};

/** Nobody wants to know, and nothing changes while somebody asks: everything is found once. */
export const unchanging: Looks = {
  ...unwatched,
  once: (known, about, find) => {
    let answer = known.get(about);
    if (answer === undefined) known.set(about, (answer = { number: 0, value: find() }));
    return answer.value;
  },
};

/** Tells every key, and finds everything whenever it is asked for. */
export function watchedBy(look: (key: string) => void): Looks {
  return { ...unwatched, look, lookAt: (path, index, what) => look(keys[what](path, index)) };
}

/** Remembers who looked at what, so that whoever looked at something that is another now can be named. */
export class Watch implements Looks {
  #readers = new Readers();
  #at = newPlaces();
  /** What those look at who are asking now, one inside the other; the innermost on top. */
  #stack = new Int32Array(1024);
  #top = 0;
  /** By number, who was the last that looked at it, so that nobody has it twice. */
  #seen = new Int32Array(1024);
  #asking = 0;
  #asked = 0;
  #own: string | undefined;

  /** Does some work of a file's; all that it looks at is remembered for `reader`, in the place of what that looked at before. */
  run<T>(reader: string, own: string, work: () => T): T {
    return this.#run(this.#readers.number(reader), own, work);
  }

  /** Whether anybody has looked at anything. */
  get isAsked(): boolean {
    return !this.#readers.isEmpty;
  }

  forget(reader: string): void {
    this.#readers.forget(reader);
  }

  /** All who looked at one of these keys or at the edges at one of these places, or at an answer that was found so. */
  of(changed: Pick<Changed, "keys" | "edges">): ReadonlySet<string> {
    const numbers = this.#readers.known(changed.keys);
    for (const key of changed.keys) {
      const place = itemPlace(key);
      if (place !== undefined) this.#add(readPlace(place), "item", numbers);
      const path = pathIn(key);
      if (path !== undefined) this.#add({ path, index: 0 }, "path", numbers);
    }
    for (const place of changed.edges) this.#add(place, "edges", numbers);
    return this.#readers.behind(numbers);
  }

  #add({ path, index }: Place, what: Part, numbers: number[]): void {
    const number = this.#at[what].get(path)?.[index];
    if (number !== undefined) numbers.push(number);
  }

  /** Whether it is time to `tidy`; so many times that much where it would come in between. */
  isUntidy(times: number): boolean {
    return this.#asking === 0 && this.#readers.isUntidy(times);
  }

  /** Gives back the room of what nobody looks at any more. What was `known` is not to be used again. */
  tidy(): void {
    this.#readers.tidy();
    for (const numbersAt of Object.values(this.#at)) {
      for (const [path, numbers] of numbersAt) {
        const left = numbers.map((number) => (this.#readers.isTaken(number) ? number : undefined));
        if (left.some((number) => number !== undefined)) numbersAt.set(path, left);
        else numbersAt.delete(path);
      }
    }
  }

  /** Every key that anybody has looked at, among other names. */
  names(): Iterable<string> {
    return this.#readers.names();
  }

  /** Who looks at what, for a watch of another time over all that is just the same. In small steps. */
  *pack(): Generator<void, Packed> {
    const writer = new PackWriter(lookWords);
    yield* this.#readers.pack(writer);
    for (const numbersAt of Object.values(this.#at)) {
      writer.number(numbersAt.size);
      let packed = 0;
      for (const [path, numbers] of numbersAt) {
        if (packed++ % lookStep === 0) yield;
        writer.string(path);
        writer.number(numbers.length);
        for (let index = 0; index < numbers.length; index++) writer.number((numbers[index] ?? -1) + 1);
      }
    }
    return writer.done();
  }

  /** Takes what was packed in the place of what has been looked at here; false, and as it was, where that cannot be it. */
  unpack(packed: Packed): boolean {
    const end = { bytes: packed.bytes.length, letters: packed.text.length };
    const reader = new PackReader(packed, lookWords, { bytes: 0, letters: 0 }, end);
    const readers = new Readers();
    const count = readers.unpack(reader);
    const at = newPlaces();
    for (const numbersAt of Object.values(at)) {
      for (let rest = reader.count(); rest > 0; rest--) {
        const path = reader.string();
        numbersAt.set(
          path,
          Array.from({ length: reader.count() }, () => reader.optionalBelow(count)),
        );
      }
    }
    if (!reader.isWhole()) return false;
    this.#readers = readers;
    this.#at = at;
    return true;
  }

  look(key: string): void {
    if (this.#asking !== 0) this.#look(this.#readers.number(key));
  }

  lookAt(path: string, index: number, what: Part): void {
    if (this.#asking === 0) return;
    const numbers = this.#at[what].get(path) ?? [];
    const known = numbers[index];
    const number = known ?? this.#readers.place();
    if (known === undefined) this.#at[what].set(path, withNumber(numbers, index, number));
    this.#look(number);
  }

  isOwn(path: string): boolean {
    return path === this.#own;
  }

  once<About, T>(known: Map<About, Answer<T>>, about: About, find: () => T): T {
    let answer = known.get(about);
    if (answer === undefined) {
      const number = this.#readers.answer();
      answer = { number, value: this.#run(number, undefined, find) };
      known.set(about, answer);
    }
    return this.again(answer);
  }

  again<T>({ number, value }: Answer<T>): T {
    if (this.#asking !== 0) this.#look(number);
    return value;
  }

  #run<T>(reader: number, own: string | undefined, work: () => T): T {
    const [asking, before, bottom] = [this.#asking, this.#own, this.#top];
    this.#asking = ++this.#asked;
    this.#own = own;
    try {
      const value = work();
      this.#readers.set(reader, this.#stack, bottom, this.#top);
      return value;
    } finally {
      [this.#asking, this.#own, this.#top] = [asking, before, bottom];
    }
  }

  #look(number: number): void {
    while (number >= this.#seen.length) this.#seen = twice(this.#seen);
    if (this.#seen[number] === this.#asking) return;
    this.#seen[number] = this.#asking;
    if (this.#top === this.#stack.length) this.#stack = twice(this.#stack);
    this.#stack[this.#top++] = number;
  }
}

/** A list that grows has room for a dozen others: those of most files are so short that they are made anew instead. */
function withNumber(numbers: (number | undefined)[], index: number, number: number): (number | undefined)[] {
  if (index >= numbers.length && index < few) {
    const longer = new Array<number | undefined>(index + 1);
    for (let at = 0; at < numbers.length; at++) longer[at] = numbers[at];
    longer[index] = number;
    return longer;
  }
  numbers[index] = number;
  return numbers;
}

/** Items of a file. */
const few = 16;

/** So many paths are packed at once. */
const lookStep = 128;

/** The numbers of what is at places, by path and index. */
function newPlaces(): Readonly<Record<Part, Map<string, (number | undefined)[]>>> {
  return { item: new Map(), edges: new Map(), path: new Map() };
}
