import { type PackReader, type PackWriter, vocabulary } from "../base/packed.ts";
import { twice } from "../base/twice.ts";
import { LookList } from "./look-list.ts";

/**
 * Who looks at what. Keys and those who look at them have numbers here, so that half a million looks take little room, and
 * none of the garbage collector's time. An answer that many look at has a number as well, and looks at keys in its turn.
 */
export class Readers {
  readonly #numbers = new Map<string, number>();
  /** By number, the name; of answers none, of places the same, and an empty one where the number is free. */
  readonly #names: (string | undefined)[] = [];
  readonly #free: number[] = [];
  /** By number: the last look at it, as one more than its place among all looks; 0 for none. */
  #looked = new Int32Array(room);
  /** By number: how often it has begun to look at other things, and at how many it looks. */
  #ages = new Int32Array(room);
  #counts = new Int32Array(room);
  #looks = new LookList(room);
  #live = 0;
  #answers = 0;
  #places = 0;

  /** Whether nobody has ever looked. */
  get isEmpty(): boolean {
    return this.#numbers.size === 0;
  }

  /** The number of a key, or of somebody who looks at keys. */
  number(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) this.#numbers.set(name, (number = this.#take(name)));
    return number;
  }

  /** A number for what stands at a place: whoever asks keeps it for as long as it is taken. */
  place(): number {
    this.#places++;
    return this.#take(aPlace);
  }

  /** The number of a new answer. */
  answer(): number {
    this.#answers++;
    return this.#take(undefined);
  }

  /** Somebody looks at the keys in a part of a list from now on, at each but once, and at nothing else. */
  set(reader: number, keys: Int32Array, from = 0, to = keys.length): void {
    this.#blind(reader);
    for (let at = from; at < to; at++) {
      const key = keys[at]!;
      this.#looked[key] = this.#looks.add(reader, this.#ages[reader]!, this.#looked[key]!);
    }
    this.#counts[reader] = to - from;
    this.#live += to - from;
  }

  /** Somebody looks at nothing any more. */
  forget(name: string): void {
    const number = this.#numbers.get(name);
    if (number !== undefined) this.#blind(number);
  }

  /** The names of all who look at one of these keys, or at an answer that does. Those answers hold no more. */
  of(keys: Iterable<string>): ReadonlySet<string> {
    return this.behind(this.known(keys));
  }

  /** The numbers of those keys that have one. */
  known(keys: Iterable<string>): number[] {
    const numbers: number[] = [];
    for (const key of keys) {
      const number = this.#numbers.get(key);
      if (number !== undefined) numbers.push(number);
    }
    return numbers;
  }

  /** Whether a number names something now. */
  isTaken(number: number | undefined): boolean {
    return number !== undefined && this.#names[number] !== "";
  }

  /** The same as `of`, for keys by number; `open` is used up. */
  behind(open: number[]): ReadonlySet<string> {
    const names = new Set<string>();
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      for (let at = this.#looked[number]!; at !== 0; at = this.#looks.before(at)) {
        if (!this.#isLive(at)) continue;
        const reader = this.#looks.by(at);
        const name = this.#names[reader];
        if (name === undefined) {
          this.#blind(reader);
          open.push(reader);
        } else names.add(name);
      }
    }
    return names;
  }

  /** Whether so much is out of date that it is worth tidying up, or so many times that much. */
  isUntidy(times = 1): boolean {
    const dead = this.#looks.end - this.#live;
    // Of an answer that nobody looks at any more there is at least a look that is out of date.
    const answers = Math.min(dead, this.#answers);
    return dead > times * this.#live + few || answers > times * (this.#numbers.size + this.#places) + few;
  }

  /** Gives back the room of what nobody looks at any more. Answers have no other use from now on than to be looked at. */
  tidy(): void {
    while (this.#dropAnswers());
    const kept = new LookList(this.#live);
    for (let number = 0; number < this.#names.length; number++) {
      let last = 0;
      for (let at = this.#looked[number]!; at !== 0; at = this.#looks.before(at)) {
        if (this.#isLive(at)) last = kept.add(this.#looks.by(at), this.#looks.age(at), last);
      }
      this.#looked[number] = last;
    }
    this.#looks = kept;
    for (const [number, name] of this.#names.entries()) {
      if (name === undefined || name === "" || this.#looked[number] !== 0 || this.#counts[number] !== 0) continue;
      if (name === aPlace) this.#places--;
      else this.#numbers.delete(name);
      this.#give(number);
    }
    this.#answers = 0;
  }

  /** The names of all that has one. */
  names(): Iterable<string> {
    return this.#numbers.keys();
  }

  /** Writes all of it, for `unpack`, in small steps between which nothing may change. */
  *pack(writer: PackWriter): Generator<void> {
    writer.number(this.#names.length);
    for (let number = 0; number < this.#names.length; number++) {
      if (number % step === 0) yield;
      writer.string(this.#names[number]);
    }
    for (let number = 0; number < this.#names.length; number++) {
      if (number % step === 0) yield;
      const readers: number[] = [];
      for (let at = this.#looked[number]!; at !== 0; at = this.#looks.before(at))
        if (this.#isLive(at)) readers.push(this.#looks.by(at));
      writer.number(readers.length);
      // Who looks at one thing was mostly numbered shortly before the next one who does.
      let last = this.#names.length;
      for (const reader of readers) {
        writer.number(reader < last ? 2 * (last - reader) : 2 * (reader - last) + 1);
        last = reader;
      }
    }
  }

  /** Puts what was packed in the place of nothing, and returns how many numbers there are. What is none leaves the reader not whole. */
  unpack(reader: PackReader): number {
    const count = reader.count();
    const free: number[] = [];
    for (let number = 0; number < count; number++) {
      const name = reader.optionalString();
      this.#take(name);
      if (name === undefined) this.#answers++;
      else if (name === aPlace) this.#places++;
      else if (name === "") free.push(number);
      else this.#numbers.set(name, number);
    }
    // Not before: whoever takes a number takes a free one first.
    this.#free.push(...free);
    for (let number = 0; number < count; number++) {
      let last = count;
      for (let rest = reader.count(); rest > 0; rest--) {
        const away = reader.number();
        last += (away & 1) === 1 ? away >>> 1 : -(away >>> 1);
        if (last < 0 || last >= count) return 0;
        this.#looked[number] = this.#looks.add(last, 0, this.#looked[number]!);
        this.#counts[last]!++;
        this.#live++;
      }
    }
    return count;
  }

  #dropAnswers(): boolean {
    let isAny = false;
    for (const [number, name] of this.#names.entries()) {
      if (name !== undefined || this.#isLookedAt(number)) continue;
      this.#blind(number);
      this.#give(number);
      isAny = true;
    }
    return isAny;
  }

  #isLookedAt(number: number): boolean {
    for (let at = this.#looked[number]!; at !== 0; at = this.#looks.before(at)) if (this.#isLive(at)) return true;
    return false;
  }

  #isLive(at: number): boolean {
    return this.#looks.age(at) === this.#ages[this.#looks.by(at)];
  }

  #blind(reader: number): void {
    this.#ages[reader]!++;
    this.#live -= this.#counts[reader]!;
    this.#counts[reader] = 0;
  }

  #take(name: string | undefined): number {
    const number = this.#free.pop() ?? this.#names.length;
    this.#names[number] = name;
    if (number === this.#ages.length) {
      this.#looked = twice(this.#looked);
      this.#ages = twice(this.#ages);
      this.#counts = twice(this.#counts);
    }
    return number;
  }

  #give(number: number): void {
    this.#names[number] = "";
    this.#free.push(number);
  }
}

/** No key is that short. */
const aPlace = "@";

/** What is packed again and again. */
export const lookWords = vocabulary([aPlace]);

/** So much is packed at once. */
const step = 256;

/** So little that nobody needs to tidy it up. */
const few = 20_000;

const room = 1024;
