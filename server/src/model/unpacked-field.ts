import type { Entry, FieldValue, LinkValue, Scalar } from "./summary.ts";
import { none } from "./unpack-parts.ts";

/** A field that has one plain value, as nearly all have: it holds what is said there, and makes the rest when it is asked. */
export class PlainField implements FieldValue {
  readonly written: string;
  readonly key: Entry;
  readonly entry: Entry;
  readonly #text: string;
  readonly #at: Entry;

  constructor(written: string, key: Entry, entry: Entry, { text, entry: at }: Scalar) {
    this.written = written;
    this.key = key;
    this.entry = entry;
    this.#text = text;
    this.#at = at;
  }

  get values(): readonly Scalar[] {
    return [{ text: this.#text, entry: this.#at }];
  }

  declare readonly links: readonly never[];
  declare readonly state: "given";
  declare readonly reason: "";
  declare readonly misfit: undefined;
  declare readonly measurements: readonly never[];
}

/** A field that has nothing but links: its values are what they say. */
export class LinkField implements FieldValue {
  readonly written: string;
  readonly key: Entry;
  readonly entry: Entry;
  readonly links: readonly LinkValue[];

  constructor(written: string, key: Entry, entry: Entry, links: readonly LinkValue[]) {
    this.written = written;
    this.key = key;
    this.entry = entry;
    this.links = links;
  }

  get values(): readonly Scalar[] {
    return this.links.map(({ text, entry }) => ({ text, entry }));
  }

  declare readonly state: "given";
  declare readonly reason: "";
  declare readonly misfit: undefined;
  declare readonly measurements: readonly never[];
}

const usual = { state: "given", reason: "", misfit: undefined, measurements: none };

// What all have in common stands where `equal` finds it as it finds what they have of their own.
Object.assign(PlainField.prototype, usual, { links: none });
Object.assign(LinkField.prototype, usual);
for (const { prototype } of [PlainField, LinkField]) Object.defineProperty(prototype, "values", { enumerable: true });
