import type { Mark, Packed, PackReader } from "../base/packed.ts";
import { headerNumbers } from "./packed-words.ts";
import type { Places } from "./places.ts";
import type { Entry, Scalar } from "./summary.ts";

/** What a packed reading consists of. */
export interface Parts {
  readonly packed: Packed;
  /** A view of where they stand packed. */
  readonly places: Places;
  /** Where everything else begins, where the body does, and the end of all. */
  readonly start: Mark;
  readonly body: Mark;
  readonly end: Mark;
}

/** Undefined where the lengths do not fit together: something was cut off. */
export function partsOf(whole: Packed): Parts | undefined {
  const { bytes: given, text } = whole;
  // Numbers of several bytes can be read in place only where their address is a multiple of their size.
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
  const { buffer, byteOffset, length } = bytes;
  if (length < headerNumbers * 4) return undefined;
  const header = headerOf(bytes);
  const [width, count, bodyBytes, bodyLetters] = header;
  const first = headerNumbers * 4;
  const start = { bytes: first + width * count, letters: 0 };
  const body = { bytes: bodyBytes, letters: bodyLetters };
  const end = { bytes: length, letters: text.length };
  if ((width !== 2 && width !== 4) || count % 4 !== 0) return undefined;
  if (header[4] !== end.bytes || header[5] !== end.letters) return undefined;
  if (start.bytes > body.bytes || body.bytes > end.bytes || body.letters > end.letters) return undefined;
  const at = byteOffset + first;
  const places = width === 2 ? new Uint16Array(buffer, at, count) : new Uint32Array(buffer, at, count);
  return { packed: bytes === given ? whole : { bytes, text }, places, start, body, end };
}

/** Of what has such parts, where the body begins, the end of all, and how many places there are. */
export function bodyIn({ bytes, text }: Packed): {
  readonly start: Mark;
  readonly end: Mark;
  readonly entries: number;
} {
  const [, count, bodyBytes, bodyLetters] = headerOf(bytes);
  return {
    start: { bytes: bodyBytes, letters: bodyLetters },
    end: { bytes: bytes.length, letters: text.length },
    entries: count / 4,
  };
}

type Header = readonly [
  width: number,
  count: number,
  bodyBytes: number,
  bodyLetters: number,
  bytes: number,
  letters: number,
];

function headerOf({ buffer, byteOffset }: Uint8Array): Header {
  return new Uint32Array(buffer, byteOffset, headerNumbers) as unknown as Header;
}

/** What is read from, and how many places and items there are: who names others is not believed. */
export interface From {
  readonly reader: PackReader;
  readonly entries: number;
  items: number;
}

/** Shared by all that have none. */
export const none: readonly never[] = [];

export function readEntry({ reader, entries }: From): Entry {
  return reader.below(entries);
}

export function readScalar(from: From): Scalar {
  return { text: from.reader.string(), entry: readEntry(from) };
}

export function readScalars(from: From): readonly Scalar[] {
  const count = from.reader.count();
  if (count === 0) return none;
  // Of its size from the start, here and elsewhere: a list that grows keeps room for more.
  const scalars = new Array<Scalar>(count);
  for (let at = 0; at < count; at++) scalars[at] = readScalar(from);
  return scalars;
}

export function readStrings({ reader }: From): readonly string[] {
  const count = reader.count();
  if (count === 0) return none;
  const strings = new Array<string>(count);
  for (let at = 0; at < count; at++) strings[at] = reader.string();
  return strings;
}
