import { randomUUID } from "node:crypto";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Scan, ToRead, WasRead } from "../host.ts";
import { turns } from "../lsp/later.ts";
import type { ReadingConfig } from "../model/config.ts";
import { OpenBodies, unpackSpec } from "../model/unpack-spec.ts";
import { configName } from "./config-name.ts";
import { type Ahead, readAhead } from "./read-ahead.ts";
import { type FileRead, lookAt, readPacked, roomForOne, stampOf } from "./read-file.ts";
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
  /** The path of a program that can read on a thread of its own, as `readAhead` starts it; undefined where none is to. */
  readonly reader?: string | undefined;
}

/** Reads files from the disk, and does not read again what was read at an earlier start and is the same. */
export function diskScan({ file, version, disk, now, reader }: DiskScanOptions): Scan {
  const known = file === undefined ? noReadings : openReadings(file, version, disk);
  const done: Done = new Map();
  const bodies = new OpenBodies();
  const room = roomForOne();
  let ahead: Ahead | undefined;
  return {
    expect(files) {
      const unknown = files.filter(({ uri, path, config }) => known.source(uri)?.by !== byOf(config, path));
      if (reader !== undefined && unknown.length >= worthAThread) ahead = readAhead(reader, unknown);
    },
    async read(files) {
      const pausing = turns(slice);
      const specs: (WasRead | undefined)[] = [];
      for (const one of files) {
        const read = ahead && (await ahead.take(one));
        const spec = read && keep(one, { ...read, isNews: true }, done, bodies);
        specs.push(spec ?? readOne(one, known, done, now(), room, bodies));
        const pause = pausing();
        if (pause !== undefined) await pause;
      }
      return specs;
    },
    wasRead(uri, { project, path }, name) {
      const source = known.source(uri);
      if (source?.hash !== name || source.by !== byOf(project.config, path)) return undefined;
      const packed = known.packed(uri);
      return packed && unpackSpec(packed);
    },
    async end(exact) {
      ahead?.end();
      if (file === undefined || !isWorthWriting(known, done, exact)) return undefined;
      let writer: ReadingsWriter | undefined;
      try {
        writer = new ReadingsWriter(file, `${file}.${randomUUID()}${draftEnding}`, version, disk);
        await write(writer, done);
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

/** Files: for fewer, a thread has hardly started when they have been read. */
const worthAThread = 1_000;

/** Milliseconds of work before others get a turn. */
const slice = 3;

/** By URI, the files of this scan. */
type Done = Map<string, Kept & { readonly by: string }>;

interface Kept extends FileRead {
  /** Whether the next start would have to look into the file if nothing were written now. */
  readonly isNews: boolean;
}

function readOne(
  one: ToRead,
  known: Readings,
  done: Done,
  now: number,
  room: Buffer,
  bodies: OpenBodies,
): WasRead | undefined {
  try {
    const { uri, path, config } = one;
    const source = known.source(uri);
    const before = source?.by === byOf(config, path) ? source : undefined;
    const keepKnown = (stamp: Stamp | undefined, hash: string, isNews: boolean): WasRead | undefined => {
      const packed = known.packed(uri);
      return packed && keep(one, { stamp, hash, isNews, packed }, done, bodies);
    };
    if (before?.stamp !== undefined && isSame(before.stamp, stampOf(statSync(fileURLToPath(uri)), now))) {
      const same = keepKnown(before.stamp, before.hash, false);
      if (same !== undefined) return same;
    }
    const { bytes, stamp, hash } = lookAt(uri, room, now);
    const same = before?.hash === hash ? keepKnown(stamp, hash, stamp !== undefined) : undefined;
    return same ?? keep(one, { stamp, hash, isNews: true, packed: readPacked(one, bytes) }, done, bodies);
  } catch {
    return undefined;
  }
}

/** Nothing where it is not what was read of this file. */
function keep({ uri, path, config }: ToRead, kept: Kept, done: Done, bodies: OpenBodies): WasRead | undefined {
  const spec = unpackSpec(kept.packed, bodies);
  if (spec?.summary.path !== path) return undefined;
  done.set(uri, { ...kept, by: byOf(config, path) });
  return { spec, name: kept.hash };
}

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

async function write(writer: ReadingsWriter, done: Done): Promise<void> {
  const pausing = turns(slice);
  for (const [uri, { packed, by, stamp, hash }] of done) {
    writer.add(uri, { by, stamp, hash }, packed);
    const pause = pausing();
    if (pause !== undefined) await pause;
  }
}
