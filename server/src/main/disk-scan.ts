import { randomUUID } from "node:crypto";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Scan, ToRead, WasRead } from "../host.ts";
import { turns } from "../lsp/later.ts";
import { packSpec } from "../model/pack-spec.ts";
import { readSpec, type Spec } from "../model/read-spec.ts";
import { unpackSpec } from "../model/unpack-spec.ts";
import { configName } from "./config-name.ts";
import { decode } from "./decode.ts";
import { nameOf } from "./name-of.ts";
import { readBytes } from "./read-bytes.ts";
import { type Disk, noReadings, openReadings, type Readings, ReadingsWriter, type Stamp } from "./readings-file.ts";
import { draftEnding, sweepReadings } from "./readings-place.ts";

export interface DiskScanOptions {
  /** Where readings are kept; undefined keeps none. */
  readonly file: string | undefined;
  /** Names the code that reads: readings of another version are none. */
  readonly version: string;
  readonly disk: Disk;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Reads files from the disk, and does not read again what was read at an earlier start and is the same. */
export function diskScan({ file, version, disk, now }: DiskScanOptions): Scan {
  const known = file === undefined ? noReadings : openReadings(file, version, disk);
  const done: Done = new Map();
  return {
    async read(files) {
      const pausing = turns(slice);
      const specs: (WasRead | undefined)[] = [];
      for (const one of files) {
        specs.push(readOne(one, known, done, now()));
        const pause = pausing();
        if (pause !== undefined) await pause;
      }
      return specs;
    },
    async end() {
      if (file === undefined || !isWorthWriting(known, done)) return undefined;
      let writer: ReadingsWriter | undefined;
      try {
        writer = new ReadingsWriter(file, `${file}.${randomUUID()}${draftEnding}`, version, disk);
        await write(writer, known, done);
        writer.finish();
        sweepReadings(dirname(file), now());
      } catch (reason) {
        writer?.abandon();
        return `What was read could not be kept in ${file}: ${String(reason)}`;
      }
      return undefined;
    },
  };
}

/** Milliseconds of work before others get a turn. */
const slice = 5;

/** By URI, the files of this scan. */
type Done = Map<
  string,
  {
    readonly by: string;
    readonly stamp: Stamp | undefined;
    readonly hash: string;
    /** Undefined where the reading that was kept still holds. */
    readonly spec: Spec | undefined;
    /** Whether the next start would have to look into the file if nothing were written now. */
    readonly isNews: boolean;
  }
>;

function readOne({ uri, path, config }: ToRead, known: Readings, done: Done, now: number): WasRead | undefined {
  try {
    const file = fileURLToPath(uri);
    const by = `${configName(config)} ${path}`;
    const source = known.source(uri);
    const before = source?.by === by ? source : undefined;
    const stamp = stampOf(file, now);
    if (before !== undefined && isSame(before.stamp, stamp)) {
      const spec = unpacked(uri, path, known);
      if (spec !== undefined) done.set(uri, { ...{ by, stamp, hash: before.hash }, spec: undefined, isNews: false });
      if (spec !== undefined) return { spec, name: before.hash };
    }
    const bytes = readBytes(file);
    const hash = nameOf(bytes);
    const kept = before?.hash === hash ? unpacked(uri, path, known) : undefined;
    const spec = kept ?? readSpec({ uri, text: decode(bytes) }, path, config);
    const isNews = kept === undefined || stamp !== undefined;
    done.set(uri, { by, stamp, hash, spec: kept === undefined ? spec : undefined, isNews });
    return { spec, name: hash };
  } catch {
    return undefined;
  }
}

function unpacked(uri: string, path: string, known: Readings): Spec | undefined {
  const packed = known.packed(uri);
  const spec = packed === undefined ? undefined : unpackSpec(packed);
  return spec?.summary.path === path ? spec : undefined;
}

/**
 * How the file looks, taken before it is read. A file that was touched a moment ago may be written once more within the
 * same tick of the disk's clock and look no different: then its looks say nothing.
 */
function stampOf(file: string, now: number): Stamp | undefined {
  const { size, mtimeMs, ctimeMs, ino } = statSync(file);
  return Math.max(mtimeMs, ctimeMs) < now - moment ? [size, mtimeMs, ctimeMs, ino] : undefined;
}

/** In milliseconds; the coarsest clock of a disk ticks every two seconds. */
const moment = 3_000;

function isSame(a: Stamp | undefined, b: Stamp | undefined): boolean {
  return a !== undefined && b !== undefined && a.every((part, at) => part === b[at]);
}

/** A few files that have to be read anew cost less than writing all readings again. */
function isWorthWriting(known: Readings, done: Done): boolean {
  let news = 0;
  for (const { isNews } of done.values()) if (isNews) news++;
  for (const name of known.names) if (!done.has(name)) news++;
  return news > done.size / 50;
}

async function write(writer: ReadingsWriter, known: Readings, done: Done): Promise<void> {
  const pausing = turns(slice);
  for (const [uri, { spec, by, stamp, hash }] of done) {
    const packed = spec === undefined ? known.packed(uri) : packSpec(spec);
    if (packed !== undefined) writer.add(uri, { by, stamp, hash }, packed);
    const pause = pausing();
    if (pause !== undefined) await pause;
  }
}
