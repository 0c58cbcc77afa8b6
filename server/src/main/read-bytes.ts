import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from "node:fs";

/**
 * The bytes of a plain file, of a very long one the first. Throws for everything else: a pipe would never answer and a
 * device never end, and both may come with a repository, as what a symbolic link leads to.
 */
export function readBytes(path: string): Buffer {
  return readInto(undefined, path).bytes;
}

/** The same, and how the file looked just before. Bytes that have room in `room` stay there until the next file comes. */
export function readInto(room: Buffer | undefined, path: string): { readonly bytes: Buffer; readonly stats: Stats } {
  // Opening a pipe is not to wait for somebody at its other end.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new Error(`${path} is no plain file.`);
    if (stats.size === 0) return { bytes: readToEnd(file), stats };
    const size = Math.min(stats.size, most);
    const bytes = room !== undefined && size <= room.length ? room : Buffer.allocUnsafeSlow(size);
    return { bytes: bytes.subarray(0, fill(bytes, size, file)), stats };
  } finally {
    closeSync(file);
  }
}

/** Some disks do not know how long a file is before it has been read; and what looks empty may be without end, as in `/proc`. */
function readToEnd(file: number): Buffer {
  const parts: Buffer[] = [];
  for (let length = 0; length < most; ) {
    const part = Buffer.allocUnsafeSlow(portion);
    const more = readSync(file, part, 0, portion, null);
    if (more === 0) break;
    parts.push(part.subarray(0, more));
    length += more;
  }
  return Buffer.concat(parts);
}

/** Bytes that are asked for at once. */
const portion = 1 << 13;

/** Reads as many bytes as are asked for, fewer where the file has become shorter; says how many. */
function fill(bytes: Buffer, size: number, file: number): number {
  let at = 0;
  while (at < size) {
    const more = readSync(file, bytes, at, size - at, at);
    if (more === 0) break;
    at += more;
  }
  return at;
}

/** Twice what any document can have that is read whole, in whatever letters. */
const most = 32 * 1024 * 1024;
