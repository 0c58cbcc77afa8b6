/** Plain values as bytes, with the texts in them beside: whoever stores or sends them does that faster than we could. */
export interface Packed {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/**
 * Writes numbers and texts one after the other. Small numbers take a byte; a text that was written before is only named.
 *
 *     const writer = new PackWriter();
 *     writer.number(300);
 *     writer.string("growth");
 *     const { bytes, text } = writer.done();
 */
export class PackWriter {
  #bytes = new Uint8Array(1024);
  #at = 0;
  readonly #known = new Map<string, number>();
  #text = "";

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

  /** A whole number on either side of 0. */
  difference(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  boolean(value: boolean): void {
    this.number(value ? 1 : 0);
  }

  string(value: string | undefined): void {
    const known = value === undefined ? 0 : this.#known.get(value);
    if (known !== undefined) {
      this.number(known);
      return;
    }
    this.#known.set(value!, this.#known.size + 2);
    this.#text += value!;
    this.number(1);
    this.number(value!.length);
  }

  done(): Packed {
    return { bytes: this.#bytes.slice(0, this.#at), text: this.#text };
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Reads what a `PackWriter` wrote. Never throws: what cannot be is read as 0 or an empty text, and `isWhole` says so. */
export class PackReader {
  readonly #bytes: Uint8Array;
  readonly #text: string;
  readonly #known: (string | undefined)[] = [undefined, ""];
  #at = 0;
  #textAt = 0;
  #failed = false;

  constructor({ bytes, text }: Packed) {
    this.#bytes = bytes;
    this.#text = text;
  }

  number(): number {
    const first = this.#bytes[this.#at++] ?? this.#nothing();
    return first < 0x80 ? first : this.#longer(first & 0x7f);
  }

  difference(): number {
    const value = this.number();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
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
    const known = this.number();
    if (known !== 1) return known < this.#known.length ? this.#known[known] : this.#missing();
    const end = this.#textAt + this.number();
    if (end > this.#text.length) return this.#missing();
    const value = this.#text.slice(this.#textAt, end);
    this.#textAt = end;
    this.#known.push(value);
    return value;
  }

  string(): string {
    return this.optionalString() ?? this.#missing();
  }

  /** Like `below`, of a number that was written as one more, 0 for none. */
  optionalBelow(limit: number): number | undefined {
    const more = this.below(limit + 1);
    return more === 0 ? undefined : more - 1;
  }

  /** How many values follow: no more than there are bytes for them. */
  count(): number {
    return this.below(this.#bytes.length - this.#at + 1);
  }

  /** Whether everything was read as it was written, to the end. */
  isWhole(): boolean {
    return !this.#failed && this.#at === this.#bytes.length && this.#textAt === this.#text.length;
  }

  #longer(first: number): number {
    let value = first;
    for (let unit = 0x80; unit < 2 ** 53; unit *= 0x80) {
      const byte = this.#bytes[this.#at++] ?? this.#nothing();
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
