import type * as fs from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import type { Packed } from "../base/packed.ts";
import { Shelf } from "../base/shelf.ts";
import { makeFolder } from "./make-folder.ts";

/** What of `node:fs` is needed to keep readings, so that tests can hand in a disk that fails. */
export type Disk = Pick<
  typeof fs,
  "closeSync" | "mkdirSync" | "openSync" | "readSync" | "renameSync" | "rmSync" | "statSync" | "writeSync"
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
  /** Whether somebody of this version has been here before, also where nothing was kept. */
  readonly isThere: boolean;
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
    const file = new Window(path, disk);
    const list = listOf(file, version);
    if (list === undefined) return noReadings;
    const entries = new Map(list);
    const shelf = new Shelf();
    return {
      isThere: true,
      names: new Set(entries.keys()),
      source: (name) => entries.get(name),
      packed: (name) => packedIn(file, entries.get(name), shelf),
    };
  } catch {
    return noReadings;
  }
}

export const noReadings: Readings = {
  isThere: false,
  names: new Set(),
  source: () => undefined,
  packed: () => undefined,
};

function listOf(file: Window, version: string): List["entries"] | undefined {
  const tail = file.at(file.size - tailLength, tailLength);
  if (tail?.toString("latin1", 8) !== mark) return undefined;
  const length = tail.readUInt32LE(0);
  const sum = tail.readUInt32LE(4);
  const list = file.at(file.size - tailLength - length, length);
  if (list === undefined || crc32(list) !== sum) return undefined;
  const { version: own, entries } = JSON.parse(list.toString("utf8")) as List;
  return own === version ? entries : undefined;
}

function packedIn(file: Window, entry: Entry | undefined, shelf: Shelf): Packed | undefined {
  if (entry === undefined) return undefined;
  const [start, bytes, text] = entry.place;
  const all = file.at(start, bytes + text);
  if (all === undefined || crc32(all) !== entry.sum) return undefined;
  return { bytes: shelf.put(all.subarray(0, bytes)), text: all.toString(entry.wide ? "utf16le" : "latin1", bytes) };
}

/**
 * A part of a file at a time. Readings are asked for nearly in the order in which they stand, and all of them at once would
 * be the largest thing in memory. Another file may come into its place meanwhile: what is read then has another checksum.
 */
class Window {
  readonly size: number;
  readonly #path: string;
  readonly #disk: Disk;
  #room = Buffer.alloc(0);
  /** What was read into the room, and where that begins. */
  #bytes = this.#room;
  #start = 0;
  #moves = 0;

  constructor(path: string, disk: Disk) {
    this.size = disk.statSync(path).size;
    this.#path = path;
    this.#disk = disk;
  }

  /** Good until more is asked for; undefined where the file has no such part. */
  at(start: number, length: number): Buffer | undefined {
    if (start < 0 || start + length > this.size) return undefined;
    if (start < this.#start || start + length > this.#start + this.#bytes.length) this.#move(start, length);
    const from = start - this.#start;
    const bytes = this.#bytes.subarray(from, from + length);
    return bytes.length === length ? bytes : undefined;
  }

  #move(start: number, length: number): void {
    // Whoever asks without any order has the whole file sooner than its parts again and again.
    const isWhole = this.#moves++ * portion > 2 * this.size;
    this.#start = isWhole ? 0 : start;
    const size = isWhole ? this.size : Math.min(Math.max(length, portion), this.size - start);
    if (size > this.#room.length || this.#room.length > portion)
      this.#room = Buffer.allocUnsafeSlow(Math.max(size, portion));
    this.#bytes = this.#room.subarray(0, this.#read(size));
  }

  /** Bytes that were read; none where the file is gone by now. */
  #read(size: number): number {
    try {
      const file = this.#disk.openSync(this.#path, "r");
      try {
        return this.#disk.readSync(file, this.#room, 0, size, this.#start);
      } finally {
        this.#disk.closeSync(file);
      }
    } catch {
      return 0;
    }
  }
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
  /** The list of entries as it is written, in portions. */
  readonly #list: string[] = [];
  #last = "";
  /** What waits to be written lies here, so many bytes of it. */
  #room = Buffer.allocUnsafeSlow(portion);
  #waiting = 0;
  #length = 0;

  /** `draft` is a name that no other writer uses. */
  constructor(path: string, draft: string, version: string, disk: Disk) {
    this.#path = path;
    this.#draft = draft;
    this.#version = version;
    this.#disk = disk;
    makeFolder(dirname(path), disk);
    this.#file = disk.openSync(draft, "wx");
  }

  add(name: string, source: Source, { bytes, text }: Packed): void {
    const wide = wideLetter.test(text);
    const letters = wide ? 2 * text.length : text.length;
    const place = [this.#length, bytes.length, letters] as const;
    const data = this.#take(bytes.length + letters);
    data.set(bytes);
    data.write(text, bytes.length, wide ? "utf16le" : "latin1");
    const { by, stamp, hash } = source;
    const entry: List["entries"][number] = [name, { by, stamp, hash, place, wide, sum: crc32(data) }];
    const isFirst = this.#last === "" && this.#list.length === 0;
    this.#last += `${isFirst ? "" : ","}${JSON.stringify(entry)}`;
    if (this.#last.length < portion) return;
    this.#list.push(this.#last);
    this.#last = "";
  }

  /** In small steps: after the last of them it is there. */
  *finish(): IterableIterator<void> {
    this.#flush();
    let [length, sum] = [0, 0];
    for (const text of [`{"version":${JSON.stringify(this.#version)},"entries":[`, ...this.#list, `${this.#last}]}`]) {
      const data = Buffer.from(text);
      this.#write(data);
      length += data.length;
      sum = crc32(data, sum);
      yield;
    }
    const tail = Buffer.alloc(tailLength);
    tail.writeUInt32LE(length, 0);
    tail.writeUInt32LE(sum, 4);
    tail.write(mark, 8, "latin1");
    this.#write(tail);
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

  /** Room for so many bytes behind those that wait to be written. */
  #take(length: number): Buffer {
    if (this.#waiting + length > this.#room.length) this.#flush();
    if (length > this.#room.length) this.#room = Buffer.allocUnsafeSlow(length);
    const start = this.#waiting;
    this.#waiting += length;
    this.#length += length;
    return this.#room.subarray(start, this.#waiting);
  }

  #flush(): void {
    this.#write(this.#room.subarray(0, this.#waiting));
    this.#waiting = 0;
  }

  #write(data: Buffer): void {
    for (let at = 0; at < data.length; ) at += this.#disk.writeSync(this.#file, data, at);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: every letter up to U+00FF takes one byte.
const wideLetter = /[^\x00-\xff]/;

/** Bytes that are written, or read, at once. */
const portion = 1 << 18;
