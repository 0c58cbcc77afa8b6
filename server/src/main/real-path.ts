import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A path without links in it; what is not there yet stands where it would be made. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(realPath(folder), basename(path));
  }
}
