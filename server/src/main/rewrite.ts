import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { decode } from "./decode.ts";
import { readBytes } from "./read-bytes.ts";

/** Whether a file holds this text and nothing that would be lost when it is written again: bytes that are no letters, say. */
export function holds(uri: string, text: string): boolean {
  try {
    const bytes = readBytes(fileURLToPath(uri));
    return decode(bytes) === text && encode(text, bytes).equals(bytes);
  } catch {
    return false;
  }
}

/** Writes a text in the place of what a file holds, in its encoding and with its byte order mark. */
export function rewrite(uri: string, text: string): void {
  const path = fileURLToPath(uri);
  writeFileSync(path, encode(text, readBytes(path)));
}

/** Moves a file or a folder to a place where nothing lies. */
export function move(from: string, to: string): void {
  const [source, target] = [from, to].map((uri) => fileURLToPath(uri)) as [string, string];
  const isSame = source.toLowerCase() === target.toLowerCase();
  if (existsSync(target) && !isSame) throw new Error(`There is something at ${target} already.`);
  mkdirSync(dirname(target), { recursive: true });
  renameSync(source, target);
}

function encode(text: string, like: Buffer): Buffer {
  if (like[0] === 0xff && like[1] === 0xfe) return Buffer.concat([like.subarray(0, 2), Buffer.from(text, "utf16le")]);
  if (like[0] === 0xfe && like[1] === 0xff)
    return Buffer.concat([like.subarray(0, 2), Buffer.from(text, "utf16le").swap16()]);
  const hasMark = like[0] === 0xef && like[1] === 0xbb && like[2] === 0xbf;
  return hasMark ? Buffer.concat([like.subarray(0, 3), Buffer.from(text)]) : Buffer.from(text);
}
