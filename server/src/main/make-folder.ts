import * as fs from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder, and those around it. Node does so too, and without end where a folder is there in which the system can
 * make none, as in `/proc`: here that is an error like any other.
 */
export function makeFolder(path: string, disk: Pick<typeof fs, "mkdirSync"> = fs): void {
  const around = dirname(path);
  if (around !== path && !fs.existsSync(around)) makeFolder(around, disk);
  try {
    disk.mkdirSync(path);
  } catch (error) {
    // It is there: so says Linux, and so Windows of the folder around all others. What is none shows when it is written into.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST" && !(code === "EPERM" && fs.existsSync(path))) throw error;
  }
}
