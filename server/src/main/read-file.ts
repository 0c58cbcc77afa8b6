import type { Stats } from "node:fs";
import { fileURLToPath } from "node:url";
import { lineStarts } from "../base/lines.ts";
import type { Packed } from "../base/packed.ts";
import type { ToRead } from "../host.ts";
import { packSpec } from "../model/pack-spec.ts";
import { readSpec } from "../model/read-spec.ts";
import { decode } from "./decode.ts";
import { nameOf } from "./name-of.ts";
import { readInto } from "./read-bytes.ts";
import type { Stamp } from "./readings-file.ts";

/** What a file says, and what tells at the next start whether it is the same. */
export interface FileRead extends Omit<FileSeen, "bytes"> {
  readonly packed: Packed;
}

export interface FileSeen {
  readonly bytes: Buffer;
  readonly stamp: Stamp | undefined;
  /** Of the bytes. */
  readonly hash: string;
}

/** A file as it is now; its bytes stay in `room` until the next one comes. Throws where there is none. */
export function lookAt(uri: string, room: Buffer, now: number): FileSeen {
  const { bytes, stats } = readInto(room, fileURLToPath(uri));
  return { bytes, stamp: stampOf(stats, now), hash: nameOf(bytes) };
}

/** Packed, what was read takes a fraction of the memory, and holds nothing of the text. */
export function readPacked({ uri, path, config }: ToRead, bytes: Buffer): Packed {
  return packSpec(readSpec({ uri, text: decode(bytes) }, path, config, ({ text }) => lineStarts(text)));
}

/** Room for all documents but very long ones, which get their own. */
export function roomForOne(): Buffer {
  return Buffer.allocUnsafeSlow(1 << 18);
}

/**
 * How the file looks, taken before it is read. A file that was touched a moment ago may be written once more within the
 * same tick of the disk's clock and look no different: then its looks say nothing.
 */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats, now: number): Stamp | undefined {
  return Math.max(mtimeMs, ctimeMs) < now - moment ? [size, mtimeMs, ctimeMs, ino] : undefined;
}

/** In milliseconds; the coarsest clock of a disk ticks every two seconds. */
const moment = 3_000;
