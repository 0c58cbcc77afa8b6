import { randomUUID } from "node:crypto";
import { type Stats, statSync } from "node:fs";
import { dirname } from "node:path";
import { lineStarts } from "../base/lines.ts";
import type { Packed } from "../base/packed.ts";
import { Shelf } from "../base/shelf.ts";
import type { Scan, ToRead, WasRead } from "../host.ts";
import { turns } from "../lsp/later.ts";
import type { ReadingConfig } from "../model/config.ts";
import { packSpec } from "../model/pack-spec.ts";
import { readSpec } from "../model/read-spec.ts";
import { unpackSpec } from "../model/unpack-spec.ts";
import { OpenBodies } from "../model/unpacked-summary.ts";
import { configName } from "./config-name.ts";
import { decode } from "./decode.ts";
import { nameOf } from "./name-of.ts";
import { pathOfUri } from "./path-of.ts";
import { readInto } from "./read-bytes.ts";
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
  /**
   * Where the process ends soon, how many files it reads: nobody waits for a turn, what is read anew of texts that are not
   * too much to hold is handed over as it is, and nothing is kept before the second time. A build reads its folder once and
   * is thrown away: a tenth of such a run would go into what nobody will ever ask for.
   */
  readonly soonDone?: number | undefined;
}

/** Reads files from the disk, and does not read again what was read at an earlier start and is the same. */
export function diskScan({ file, version, disk, now, soonDone }: DiskScanOptions): Scan {
  const known = file === undefined ? noReadings : openReadings(file, version, disk);
  const keeps = file !== undefined && (soonDone === undefined || known.isThere);
  const done: Done = new Map();
  const room = { bytes: Buffer.allocUnsafeSlow(roomForOne), lines: new Uint32Array(roomForOne >> 5) };
  const means: Means = {
    known,
    done,
    held: soonDone === undefined ? undefined : Math.max(little, plenty / soonDone),
    keeps,
    bodies: new OpenBodies(),
    shelf: new Shelf(),
    room,
  };
  const slice = soonDone === undefined ? usualSlice : Number.POSITIVE_INFINITY;
  return {
    async read(files) {
      const pausing = turns(slice);
      const specs: (WasRead | undefined)[] = [];
      for (const one of files) {
        specs.push(readOne(one, now(), means));
        const pause = pausing();
        if (pause !== undefined) await pause;
      }
      return specs;
    },
    wasRead(uri, { project, path }, name) {
      const source = known.source(uri);
      if (source?.hash !== name || source.by !== byOf(project.config, path)) return undefined;
      const packed = known.packed(uri);
      return packed && unpackSpec(packed, undefined, path);
    },
    async end(exact) {
      if (file === undefined || (keeps && !isWorthWriting(known, done, exact))) return undefined;
      let writer: ReadingsWriter | undefined;
      try {
        writer = new ReadingsWriter(file, `${file}.${randomUUID()}${draftEnding}`, version, disk);
        await write(writer, done, turns(slice));
        sweepReadings(dirname(file), now());
      } catch (reason) {
        writer?.abandon();
        return `What was read could not be kept in ${file}: ${String(reason)}`;
      }
      return undefined;
    },
  };
}

/** Bytes: to hold on to texts as short as this costs less than to unpack what was read of them, however many there are. */
const little = 4_096;

/** Bytes: so much of longer texts may be held in all. Of more, clearing away the garbage around them costs more than that. */
const plenty = 3 << 23;

/** Bytes; documents that are longer get room of their own. */
const roomForOne = 1 << 18;

/** Milliseconds of work before others get a turn. */
const usualSlice = 3;

/** By URI, the files of this scan. */
type Done = Map<
  string,
  {
    readonly by: string;
    readonly stamp: Stamp | undefined;
    readonly hash: string;
    readonly packed: Packed;
    /** Whether the next start would have to look into the file if nothing were written now. */
    readonly isNews: boolean;
  }
>;

interface Means {
  readonly known: Readings;
  readonly done: Done;
  /** Bytes: what is read anew of texts that are no longer is handed over as it is; undefined where none is. */
  readonly held: number | undefined;
  /** Whether anything is kept for the next start. */
  readonly keeps: boolean;
  readonly bodies: OpenBodies;
  /** Where what was read lies packed. */
  readonly shelf: Shelf;
  readonly room: { readonly bytes: Buffer; readonly lines: Uint32Array<ArrayBuffer> };
}

function readOne({ uri, path, config }: ToRead, now: number, means: Means): WasRead | undefined {
  const { known, done, held, keeps, bodies, shelf, room } = means;
  try {
    const file = pathOfUri(uri);
    const by = byOf(config, path);
    const source = known.source(uri);
    const before = source?.by === by ? source : undefined;
    const keep = (
      stamp: Stamp | undefined,
      hash: string,
      isNews: boolean,
      packed: Packed | undefined,
    ): WasRead | undefined => {
      const spec = packed === undefined ? undefined : unpackSpec(packed, bodies, path);
      if (packed === undefined || spec?.summary.path !== path) return undefined;
      if (keeps) done.set(uri, { by, stamp, hash, packed, isNews });
      return { spec, name: hash };
    };
    if (before?.stamp !== undefined && isSame(before.stamp, stampOf(statSync(file), now))) {
      const same = keep(before.stamp, before.hash, false, known.packed(uri));
      if (same !== undefined) return same;
    }
    const { bytes, stats } = readInto(room.bytes, file);
    const stamp = stampOf(stats, now);
    const hash = nameOf(bytes);
    const kept = before?.hash === hash ? keep(stamp, hash, stamp !== undefined, known.packed(uri)) : undefined;
    if (kept !== undefined) return kept;
    const spec = readSpec({ uri, text: decode(bytes) }, path, config, ({ text }) => lineStarts(text, room.lines));
    const asItIs = held !== undefined && bytes.length <= held;
    if (asItIs && !keeps) return { spec, name: hash };
    const packed = packSpec(spec, shelf);
    // Packed, it takes a fraction of the memory, and holds nothing of the text; to unpack it takes a twelfth of a short run.
    if (!asItIs) return keep(stamp, hash, true, packed);
    done.set(uri, { by, stamp, hash, packed, isNews: true });
    return { spec, name: hash };
  } catch {
    return undefined;
  }
}

/**
 * How the file looks, taken before it is read. A file that was touched a moment ago may be written once more within the
 * same tick of the disk's clock and look no different: then its looks say nothing.
 */
function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats, now: number): Stamp | undefined {
  return Math.max(mtimeMs, ctimeMs) < now - moment ? [size, mtimeMs, ctimeMs, ino] : undefined;
}

/** In milliseconds; the coarsest clock of a disk ticks every two seconds. */
const moment = 3_000;

function isSame(a: Stamp | undefined, b: Stamp | undefined): boolean {
  return a !== undefined && b !== undefined && a.every((part, at) => part === b[at]);
}

function byOf(config: ReadingConfig, path: string): string {
  return `${configName(config)} ${path}`;
}

/** A few files that have to be read anew cost less than writing all readings again. */
function isWorthWriting(known: Readings, done: Done, exact: boolean): boolean {
  let news = 0;
  for (const { isNews } of done.values()) if (isNews) news++;
  for (const name of known.names) if (!done.has(name)) news++;
  return news > (exact ? 0 : done.size / 50);
}

async function write(writer: ReadingsWriter, done: Done, pausing: ReturnType<typeof turns>): Promise<void> {
  for (const _ of writing(writer, done)) {
    const pause = pausing();
    if (pause !== undefined) await pause;
  }
}

function* writing(writer: ReadingsWriter, done: Done): IterableIterator<void> {
  for (const [uri, { packed, by, stamp, hash }] of done) {
    writer.add(uri, { by, stamp, hash }, packed);
    yield;
  }
  yield* writer.finish();
}
