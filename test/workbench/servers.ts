/** The language servers behind the windows, as processes. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";

/** The only one there is. */
export function theServer(): number {
  const [one, ...more] = theServers();
  assert.ok(one !== undefined && more.length === 0, `one server runs, not ${theServers().length}`);
  return one;
}

/** The language servers that windows of this very process have started. */
export function theServers(): readonly number[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).trim().split("\n");
  const all = lines.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)).filter((row) => row !== null);
  const mine = new Set([process.pid]);
  for (let size = 0; size !== mine.size; ) {
    size = mine.size;
    for (const [, pid, parent] of all) if (mine.has(Number(parent))) mine.add(Number(pid));
  }
  return all
    .filter(([, pid, , args]) => mine.has(Number(pid)) && args!.includes("dist/server.cjs"))
    .map(([, pid]) => Number(pid));
}
