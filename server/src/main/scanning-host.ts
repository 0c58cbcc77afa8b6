import { createHash } from "node:crypto";
import * as fs from "node:fs";
import type { Host } from "../host.ts";
import { diskScan } from "./disk-scan.ts";
import { findingsMemo } from "./findings-memo.ts";
import { nodeHost } from "./node-host.ts";
import { readingsFile } from "./readings-place.ts";

/**
 * The disk, with readings kept from one start to the next. `program` is the path of the bundle that runs: whatever changes
 * in it makes another version, and so does another Node, which may know other letters, or another machine, which may write
 * numbers otherwise.
 */
export function scanningHost(program: string): Host {
  return {
    ...nodeHost,
    scan: (folder, place) => {
      const file = readingsFile(folder, place);
      const version = file === undefined ? "" : versionOf(program);
      return diskScan({ file, version, disk: fs, now: Date.now });
    },
    memo: ([folder], place) => {
      const file = folder === undefined ? undefined : readingsFile(folder, place, "findings");
      return file === undefined ? undefined : findingsMemo(file, versionOf(program), fs);
    },
  };
}

function versionOf(program: string): string {
  return `${process.version} ${process.arch} ${createHash("sha256").update(fs.readFileSync(program)).digest("hex")}`;
}
