import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from "node:fs";

/**
 * The bytes of a plain file, of a very long one the first. Throws for everything else: a pipe would never answer and a
 * device never end, and both may come with a repository, as what a symbolic link leads to.
 */
export function readBytes(path: string): Buffer {
  // Opening a pipe is not to wait for somebody at its other end.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new Error(`${path} is no plain file.`);
    if (stats.size <= most) return readFileSync(file);
    const bytes = Buffer.alloc(most);
    return bytes.subarray(0, readSync(file, bytes, 0, most, 0));
  } finally {
    closeSync(file);
  }
}

/** Twice what any document can have that is read whole, in whatever letters. */
const most = 32 * 1024 * 1024;
