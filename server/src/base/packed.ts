import type { Shelf } from "./shelf.ts";

/** Plain values as bytes, with the texts in them beside: whoever stores or sends them does that faster than we could. */
export interface Packed {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** How much has been written, or where to read on. */
export interface Mark {
  readonly bytes: number;
  readonly letters: number;
}

/** Vocabulary that are known to whoever reads: they are written as one number, and are one and the same text wherever they are read. */
export interface Vocabulary {
  readonly all: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
}

export function vocabulary(words: Iterable<string>): Vocabulary {
  const all = [...new Set(words)];
  return { all, numbers: new Map(all.map((word, at) => [word, firstKnown + at])) };
}

/** Numbers of texts: 0 for none, 1 for a new one, 2 for the empty one, and then those that are known. */
const isNew = 1;
const isEmpty = 2;
const firstKnown = 3;

/** Sentences hardly stand in a document twice: nobody looks whether they do. */
const longestKnown = 40;

/**
 * Writes numbers and texts one after the other. Small numbers take a byte; a text that was written before is only named.
 *
 *     const writer = new PackWriter(words);
 *     writer.number(300);
 *     writer.string("growth");
 *     const { bytes, text } = writer.done();
 */
export class PackWriter {
  readonly #words: Vocabulary;
  readonly #shelf: Shelf | undefined;
  #bytes: Uint8Array;
  #at: number;
  #known = new Map<string, number>();
  #text = "";

  /** `first` bytes are left free for whoever wants to put something in front. What is done is put on the shelf, if there is one. */
  constructor(words: Vocabulary, first = 0, shelf?: Shelf) {
    this.#words = words;
    this.#shelf = shelf;
    this.#bytes = this.#room(first + 1024);
    this.#at = first;
  }

  /** A whole number from 0 to 2^53 - 1. */
  number(value: number): void {
    if (this.#at + 8 > this.#bytes.length) this.#grow();
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#at++] = (rest & 0x7f) | 0x80;
      rest = rest > 0x7fffffff ? Math.floor(rest / 0x80) : rest >>> 7;
    }
    this.#bytes[this.#at++] = rest;
  }

  boolean(value: boolean): void {
    this.number(value ? 1 : 0);
  }

  string(value: string | undefined): void {
    if (value === undefined) this.number(0);
    else if (value === "") this.number(isEmpty);
    else if (value.length > longestKnown) {
      this.number(isNew);
      this.text(value);
    } else {
      const known = this.#words.numbers.get(value) ?? this.#known.get(value);
      if (known !== undefined) {
        this.number(known);
        return;
      }
      this.#known.set(value, this.#known.size + this.#words.all.length + firstKnown);
      this.number(isNew);
      this.text(value);
    }
  }

  /** A text that hardly stands here twice: nobody looks whether it does. */
  text(value: string): void {
    this.#text += value;
    this.number(value.length);
  }

  /** What comes now can be read without what came before. */
  begin(): Mark {
    this.#known = new Map();
    return { bytes: this.#at, letters: this.#text.length };
  }

  done(): Packed {
    const bytes = this.#bytes.subarray(0, this.#at);
    return { bytes: this.#shelf?.put(bytes) ?? bytes.slice(), text: this.#text };
  }

  #room(length: number): Uint8Array {
    return this.#shelf?.draft(length) ?? new Uint8Array(length);
  }

  #grow(): void {
    const larger = this.#room(this.#bytes.length * 2);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Reads what a `PackWriter` wrote. Never throws: what cannot be is read as 0 or an empty text, and `isWhole` says so. */
export class PackReader {
  readonly #words: Vocabulary;
  readonly #bytes: Uint8Array;
  readonly #text: string;
  readonly #end: Mark;
  readonly #known: string[] = [];
  #at: number;
  #textAt: number;
  #failed = false;

  constructor({ bytes, text }: Packed, words: Vocabulary, start: Mark, end: Mark) {
    this.#words = words;
    this.#bytes = bytes;
    this.#text = text;
    this.#at = start.bytes;
    this.#textAt = start.letters;
    this.#end = end;
  }

  number(): number {
    const first = this.#at < this.#end.bytes ? this.#bytes[this.#at++]! : this.#nothing();
    return first < 0x80 ? first : this.#longer(first & 0x7f);
  }

  /** A number that must be less than `limit`. */
  below(limit: number): number {
    const value = this.number();
    return value < limit ? value : this.#nothing();
  }

  boolean(): boolean {
    return this.below(2) === 1;
  }

  optionalString(): string | undefined {
    const number = this.number();
    if (number === isNew) {
      const value = this.text();
      if (value.length <= longestKnown) this.#known.push(value);
      return value;
    }
    if (number < firstKnown) return number === isEmpty ? "" : undefined;
    const word = number - firstKnown;
    const { all } = this.#words;
    return word < all.length ? all[word] : (this.#known[word - all.length] ?? this.#missing());
  }

  string(): string {
    return this.optionalString() ?? this.#missing();
  }

  text(): string {
    const start = this.#textAt;
    const end = start + this.number();
    if (end > this.#end.letters) return this.#missing();
    this.#textAt = end;
    return this.#text.slice(start, end);
  }

  /** Like `below`, of a number that was written as one more, 0 for none. */
  optionalBelow(limit: number): number | undefined {
    const more = this.below(limit + 1);
    return more === 0 ? undefined : more - 1;
  }

  /** How many values follow: no more than there are bytes for them. */
  count(): number {
    return this.below(this.#end.bytes - this.#at + 1);
  }

  /** Whether everything was read as it was written, to the end. */
  isWhole(): boolean {
    return !this.#failed && this.#at === this.#end.bytes && this.#textAt === this.#end.letters;
  }

  #longer(first: number): number {
    let value = first;
    for (let unit = 0x80; unit < 2 ** 53 && this.#at < this.#end.bytes; unit *= 0x80) {
      const byte = this.#bytes[this.#at++]!;
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return value;
    }
    return this.#nothing();
  }

  #nothing(): number {
    this.#failed = true;
    return 0;
  }

  #missing(): string {
    this.#failed = true;
    return "";
  }
}
