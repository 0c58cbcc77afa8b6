import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { keepLineEnds } from "../base/line-ends.ts";
import type { TextEdit } from "../base/span.ts";
import { decode, encode, lettersOf } from "./decode.ts";
import { readBytes } from "./read-bytes.ts";

/** Whether a file holds this text and nothing that would be lost when it is written again: bytes that are no letters, say. */
export function holds(uri: string, text: string): boolean {
  try {
    const bytes = readBytes(fileURLToPath(uri));
    return decode(bytes) === text && encode(lettersOf(bytes), bytes).equals(bytes);
  } catch {
    return false;
  }
}

/** Edits what a file holds, in its encoding, with its byte order mark and its line ends. */
export function rewrite(uri: string, edits: readonly TextEdit[]): void {
  const path = fileURLToPath(uri);
  const bytes = readBytes(path);
  writeFileSync(path, encode(keepLineEnds(lettersOf(bytes), edits), bytes));
}

/** Moves a file or a folder to a place where nothing lies. */
export function move(from: string, to: string): void {
  const [source, target] = [from, to].map((uri) => fileURLToPath(uri)) as [string, string];
  const isSame = source.toLowerCase() === target.toLowerCase();
  if (existsSync(target) && !isSame) throw new Error(`There is something at ${target} already.`);
  mkdirSync(dirname(target), { recursive: true });
  renameSync(source, target);
}
