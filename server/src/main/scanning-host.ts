import { createHash } from "node:crypto";
import * as fs from "node:fs";
import type { Host } from "../host.ts";
import { diskScan } from "./disk-scan.ts";
import { findingsMemo } from "./findings-memo.ts";
import { nodeHost } from "./node-host.ts";
import { readingsFile } from "./readings-place.ts";

/**
 * The disk, with readings kept from one start to the next. `programs` are the paths of the bundles that run: whatever
 * changes in one of them makes another version, and so does another Node, which may know other letters, or another machine,
 * which may write numbers otherwise.
 */
export function scanningHost(...programs: readonly string[]): Host {
  return scanningHostFor(programs, () => undefined);
}

/** The same for a process that may end soon: `soonDone` is asked when a folder has been listed and before it is read. */
export function scanningHostFor(programs: readonly string[], soonDone: () => number | undefined): Host {
  let known: string | undefined;
  const version = (): string => (known ??= versionOf(programs));
  return {
    ...nodeHost,
    scan: (folder, place) => {
      const file = readingsFile(folder, place);
      return diskScan({
        file,
        version: file === undefined ? "" : version(),
        disk: fs,
        now: Date.now,
        soonDone: soonDone(),
      });
    },
    memo: ([folder], place) => {
      const file = folder === undefined ? undefined : readingsFile(folder, place, "findings");
      return file === undefined ? undefined : findingsMemo(file, version(), fs);
    },
  };
}

export function versionOf(programs: readonly string[]): string {
  const code = createHash("sha256");
  for (const program of programs) code.update(fs.readFileSync(program));
  return `${process.version} ${process.arch} ${code.digest("hex")}`;
}
