import { createHash } from "node:crypto";
import { lstatSync, readdirSync, rmSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import type { ReadingsPlace } from "../host.ts";
import { diskPath } from "./disk-path.ts";

/** What of the machine decides where readings are kept. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly home: string;
}

const own = "throughline";
const endings = [".readings", ".findings"];

/** The file for what is kept of a folder (a URI); undefined where nothing is to be kept. */
export function readingsFile(
  folder: string,
  place: ReadingsPlace,
  what: "readings" | "findings" = "readings",
  machine: Machine = thisOne(),
): string | undefined {
  if (place === "nowhere") return undefined;
  const name = `${createHash("sha256").update(folder).digest("hex").slice(0, 24)}.${what}`;
  const path = diskPath(place === "usual" ? folder : place.folder);
  if (path === undefined) return undefined;
  return join(place === "usual" ? usualFolder(path, machine) : path, name);
}

function thisOne(): Machine {
  return { env: process.env, platform: process.platform, home: homedir() };
}

/** Beside other tools' in `node_modules` where there is one, else where this system keeps what may be deleted. */
function usualFolder(folder: string, { env, platform, home }: Machine): string {
  const modules = join(folder, "node_modules");
  const caches = join(modules, ".cache");
  // Nobody is led elsewhere by a link that somebody put there.
  if (isFolder(modules) === true && isFolder(caches) !== false && isFolder(join(caches, own)) !== false)
    return join(caches, own);
  const said = env.XDG_CACHE_HOME ?? "";
  if (isAbsolute(said)) return join(said, own);
  if (platform === "darwin") return join(home, "Library", "Caches", own);
  if (platform === "win32") return join(env.LOCALAPPDATA || join(home, "AppData", "Local"), own, "Cache");
  return join(home, ".cache", own);
}

/** Undefined when there is nothing; a link is no folder. */
function isFolder(path: string): boolean | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory();
}

/** Deletes readings of folders that nobody has changed for a long time, and drafts of writers that never came to their end. */
export function sweepReadings(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    const age = name.endsWith(draftEnding)
      ? hour
      : endings.some((ending) => name.endsWith(ending))
        ? 60 * 24 * hour
        : Number.POSITIVE_INFINITY;
    const path = join(folder, name);
    if (age < Number.POSITIVE_INFINITY && statSync(path).mtimeMs < now - age) rmSync(path, { force: true });
  }
}

export const draftEnding = ".draft";

const hour = 3_600_000;
