import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where a repository keeps its branches: its own folder, and the one that all of its working trees share. */
export interface RefPlaces {
  readonly own: string;
  readonly common: string;
}

/**
 * How the places look in which git keeps branches. While two looks are equal no branch has moved, because git writes a
 * branch beside the old one and puts it in its place, which the folder around it shows. Undefined where something was
 * written so lately that the clock of the disk might not tell the next time.
 */
export function refsLook({ own, common }: RefPlaces, now = Date.now()): string | undefined {
  const times = [join(own, "HEAD"), join(common, "packed-refs"), join(common, "reftable", "tables.list")].map(changed);
  const folders = [join(common, "refs")];
  for (const folder of folders) {
    times.push(changed(folder));
    for (const entry of entriesOf(folder)) if (entry.isDirectory()) folders.push(join(folder, entry.name));
  }
  return Math.max(...times) > now - fresh ? undefined : times.join(" ");
}

/** Whether git, asked in a folder, would find a repository: to start it takes longer than to look where it looks. */
export function hasRepository(folder: string): boolean {
  if (process.env.GIT_DIR !== undefined) return true;
  try {
    // Git looks around the folder itself, not around a link to it.
    return liesAround(realpathSync(folder), ".git");
  } catch {
    return false;
  }
}

function liesAround(folder: string, name: string): boolean {
  const above = dirname(folder);
  return existsSync(join(folder, name)) || (above !== folder && liesAround(above, name));
}

/** Milliseconds: the coarsest clocks of disks count two seconds. */
const fresh = 2_000;

/** 0 for what is not there. */
function changed(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
