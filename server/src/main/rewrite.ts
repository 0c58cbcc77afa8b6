import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { keepLineEnds } from "../base/line-ends.ts";
import type { FileEdits, FileMove } from "../cli/terminal.ts";
import { decode, encode, lettersOf } from "./decode.ts";
import { makeFolder } from "./make-folder.ts";
import { readBytes } from "./read-bytes.ts";

/** What of `node:fs` is needed to write, so that tests can hand in a disk that fails. */
export type WritingDisk = Pick<typeof fs, "renameSync" | "writeFileSync">;

/** Whether a file holds this text and nothing that would be lost when it is written again: bytes that are no letters, say. */
export function holds(uri: string, text: string): boolean {
  try {
    const bytes = readBytes(fileURLToPath(uri));
    return decode(bytes) === text && encode(lettersOf(bytes), bytes).equals(bytes);
  } catch {
    return false;
  }
}

/**
 * Edits what files hold, in their encodings, with their byte order marks and line ends, and then moves files and folders to
 * where nothing lies. New texts are written beside the old ones, and take their places when all of them are there: on a
 * full disk every file stays as it is.
 */
export function rewrite(files: readonly FileEdits[], moves: readonly FileMove[], disk: WritingDisk = fs): void {
  const steps = moves.map(({ from, to }) => freeMove(fileURLToPath(from), fileURLToPath(to)));
  const drafts: Draft[] = [];
  try {
    for (const { uri, edits } of files) {
      const path = fs.realpathSync(fileURLToPath(uri));
      const bytes = readBytes(path);
      drafts.push(draftOf(path, encode(keepLineEnds(lettersOf(bytes), edits), bytes), drafts.length));
      drafts.at(-1)!.write(disk);
    }
    for (const draft of drafts) draft.settle(disk);
  } catch (error) {
    for (const draft of drafts) draft.leave();
    throw error;
  }
  for (const move of steps) move();
}

/** A new text of a file, on its way. */
interface Draft {
  write(disk: WritingDisk): void;
  settle(disk: WritingDisk): void;
  /** Nothing is left of it. */
  leave(): void;
}

function draftOf(path: string, bytes: Buffer, number: number): Draft {
  // What nobody may write is not to be replaced either.
  fs.accessSync(path, fs.constants.W_OK);
  const { mode, uid, nlink } = fs.statSync(path);
  const folder = dirname(path);
  // A file with several names, or of somebody else, would become another one; beside some, nothing may be written.
  if (nlink > 1 || (process.getuid?.() ?? uid) !== uid || !mayWrite(folder)) {
    return { write: () => {}, settle: (disk) => disk.writeFileSync(path, bytes), leave: () => {} };
  }
  const draft = join(folder, `.throughline-${process.pid}-${number}`);
  return {
    write(disk) {
      disk.writeFileSync(draft, bytes, { flag: "wx", mode });
      fs.chmodSync(draft, mode);
    },
    settle: (disk) => disk.renameSync(draft, path),
    leave: () => fs.rmSync(draft, { force: true }),
  };
}

function mayWrite(folder: string): boolean {
  try {
    fs.accessSync(folder, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Throws where it cannot be: a name may be taken, or too long for the disk. */
function freeMove(source: string, target: string): () => void {
  const isSame = source.toLowerCase() === target.toLowerCase();
  if (!isSame && fs.lstatSync(target, { throwIfNoEntry: false }) !== undefined)
    throw new Error(`There is something at ${target} already.`);
  return () => {
    makeFolder(dirname(target));
    fs.renameSync(source, target);
  };
}
