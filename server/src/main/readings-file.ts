import type * as fs from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import type { Packed } from "../base/packed.ts";

/** What of `node:fs` is needed to keep readings, so that tests can hand in a disk that fails. */
export type Disk = Pick<
  typeof fs,
  "closeSync" | "mkdirSync" | "openSync" | "readFileSync" | "renameSync" | "rmSync" | "writeSync"
>;

/** A file as its folder lists it: size, times of its text and of anything about it in milliseconds, number on the disk. */
export type Stamp = readonly [size: number, mtimeMs: number, ctimeMs: number, ino: number];

/** What a reading was made of. */
export interface Source {
  /** Names path and configuration: another one makes another reading of the same text. */
  readonly by: string;
  /** Undefined when the file had just been written: then it may be written again without looking any different. */
  readonly stamp: Stamp | undefined;
  /** Of the bytes of the file. */
  readonly hash: string;
}

/** The readings of an earlier start. */
export interface Readings {
  readonly names: ReadonlySet<string>;
  source(name: string): Source | undefined;
  /** Undefined where bytes are not what they were. */
  packed(name: string): Packed | undefined;
}

interface Entry extends Source {
  /** Where the packed bytes begin, how many they are, and how many bytes of text follow. */
  readonly place: readonly [start: number, bytes: number, text: number];
  /** Whether the text takes two bytes a letter. */
  readonly wide: boolean;
  readonly sum: number;
}

/**
 * A file of readings: packed readings one after the other, then a list of them as JSON, then its length, its checksum and
 * the mark. Whatever was cut off or changed is noticed, and whoever is another version sees none.
 */
export function openReadings(path: string, version: string, disk: Disk): Readings {
  try {
    const data = disk.readFileSync(path);
    const entries = new Map(listOf(data, version));
    const room = new Room(entries.values());
    return {
      names: new Set(entries.keys()),
      source: (name) => entries.get(name),
      packed: (name) => packedIn(data, entries.get(name), room),
    };
  } catch {
    return noReadings;
  }
}

export const noReadings: Readings = { names: new Set(), source: () => undefined, packed: () => undefined };

function listOf(data: Buffer, version: string): readonly (readonly [string, Entry])[] {
  const tail = data.length - tailLength;
  if (tail < 0 || data.toString("latin1", tail + 8) !== mark) return [];
  const list = data.subarray(tail - data.readUInt32LE(tail), tail);
  if (list.length !== data.readUInt32LE(tail) || crc32(list) !== data.readUInt32LE(tail + 4)) return [];
  const { version: own, entries } = JSON.parse(list.toString("utf8")) as List;
  return own === version ? entries : [];
}

function packedIn(data: Buffer, entry: Entry | undefined, room: Room): Packed | undefined {
  if (entry === undefined) return undefined;
  const [start, bytes, text] = entry.place;
  const all = data.subarray(start, start + bytes + text);
  if (all.length !== bytes + text || crc32(all) !== entry.sum) return undefined;
  return { bytes: room.put(all.subarray(0, bytes)), text: all.toString(entry.wide ? "utf16le" : "latin1", bytes) };
}

/**
 * Bytes out of the file for as long as somebody needs them, close together: the texts between them, which have been read by
 * then, need not stay in memory. Everything begins at a multiple of four, for numbers that are read in their place.
 */
class Room {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(entries: Iterable<Entry>) {
    let size = 0;
    for (const { place } of entries) size += even(place[1]);
    this.#bytes = new Uint8Array(size);
  }

  put(bytes: Uint8Array): Uint8Array {
    const start = this.#at;
    const end = start + bytes.length;
    // Hardly anybody asks for the same twice.
    if (end > this.#bytes.length) return new Uint8Array(bytes);
    this.#bytes.set(bytes, start);
    this.#at = even(end);
    return this.#bytes.subarray(start, end);
  }
}

function even(size: number): number {
  return (size + 3) & ~3;
}

interface List {
  readonly version: string;
  readonly entries: readonly (readonly [name: string, entry: Entry])[];
}

/** Behind the list: its length, its checksum, the mark. */
const mark = "readings";
const tailLength = 8 + mark.length;

/**
 * Writes such a file beside the one that is there, and puts it in its place when it is whole: whoever reads meanwhile sees
 * the old one or the new one, and of two who write, the later one stays. Throws what the disk says.
 */
export class ReadingsWriter {
  readonly #path: string;
  readonly #draft: string;
  readonly #version: string;
  readonly #disk: Disk;
  readonly #file: number;
  readonly #entries: (readonly [string, Entry])[] = [];
  #waiting: Buffer[] = [];
  #waitingLength = 0;
  #length = 0;

  /** `draft` is a name that no other writer uses. */
  constructor(path: string, draft: string, version: string, disk: Disk) {
    this.#path = path;
    this.#draft = draft;
    this.#version = version;
    this.#disk = disk;
    disk.mkdirSync(dirname(path), { recursive: true });
    this.#file = disk.openSync(draft, "wx");
  }

  add(name: string, source: Source, { bytes, text }: Packed): void {
    const wide = wideLetter.test(text);
    const data = Buffer.concat([bytes, Buffer.from(text, wide ? "utf16le" : "latin1")]);
    const { by, stamp, hash } = source;
    const place = [this.#length, bytes.length, data.length - bytes.length] as const;
    this.#entries.push([name, { by, stamp, hash, place, wide, sum: crc32(data) }]);
    this.#put(data);
  }

  finish(): void {
    const list = Buffer.from(JSON.stringify({ version: this.#version, entries: this.#entries } satisfies List));
    const tail = Buffer.alloc(tailLength);
    tail.writeUInt32LE(list.length, 0);
    tail.writeUInt32LE(crc32(list), 4);
    tail.write(mark, 8, "latin1");
    this.#put(list);
    this.#put(tail);
    this.#flush();
    this.#disk.closeSync(this.#file);
    this.#disk.renameSync(this.#draft, this.#path);
  }

  /** Leaves things as they were. */
  abandon(): void {
    for (const undo of [() => this.#disk.closeSync(this.#file), () => this.#disk.rmSync(this.#draft)]) {
      try {
        undo();
      } catch {
        // There is nothing more that could be put right.
      }
    }
  }

  #put(data: Buffer): void {
    this.#waiting.push(data);
    this.#waitingLength += data.length;
    this.#length += data.length;
    if (this.#waitingLength > portion) this.#flush();
  }

  #flush(): void {
    const data = Buffer.concat(this.#waiting);
    for (let at = 0; at < data.length; ) at += this.#disk.writeSync(this.#file, data, at);
    this.#waiting = [];
    this.#waitingLength = 0;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: every letter up to U+00FF takes one byte.
const wideLetter = /[^\x00-\xff]/;

/** Bytes that are written at once. */
const portion = 1 << 18;
