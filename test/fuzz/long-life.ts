/**
 * An hour of somebody's work, with branches switched now and then, and how much memory is held after each tenth of it:
 *
 *     node --expose-gc --import tsx test/fuzz/long-life.ts [DOCUMENTS] [MINUTES]
 *
 * The exit code is 1 when memory has grown.
 */
import { Engine } from "../../server/src/rules/engine.ts";
import type { Change } from "../../server/src/workspace/change.ts";

const [count = 2_000, minutes = 60] = process.argv.slice(2).map(Number);
const root = "file:///w";
const engine = new Engine({ today: "2026-11-22" });
apply([{ type: "roots", uris: [root] }, ...branch(0)]);

const held: number[] = [];
for (let minute = 0; minute < minutes; minute++) {
  const uri = `${root}/d${(minute * 7) % count}.md`;
  for (let key = 0; key < 200; key++) {
    apply([{ type: "open", uri, text: text((minute * 7) % count, minute, "x".repeat(key % 60)) }]);
    engine.problems(uri);
  }
  apply([{ type: "close", uri }]);
  // Another branch: half of the documents say something else, and some are gone, in one go.
  if (minute % 5 === 4) apply(branch(minute));
  for (const due of engine.reportable()) engine.problems(due);
  if (minute % Math.ceil(minutes / 10) === 0) held.push(heap());
}
console.log(`${count} documents, ${minutes} minutes: ${held.map((megabytes) => megabytes.toFixed(1)).join(", ")} MB`);
// How much there is to hold differs from branch to branch: the least of the last counts against the least of the first.
const first = Math.min(...held.slice(1, 5));
const last = Math.min(...held.slice(-4));
if (last > 1.15 * first + 2) {
  console.error(`${first.toFixed(1)} MB became ${last.toFixed(1)} MB.`);
  process.exitCode = 1;
}

function apply(changes: readonly Change[]): void {
  for (let next = changes; next.length > 0; ) {
    const { wanted } = engine.apply(next);
    next = wanted.map((uri): Change => ({ type: "disk", uri, text: text(Number(/\d+/.exec(uri)?.[0]), 0, "") }));
  }
}

/** What a branch changes: every second document, of which every tenth is gone. */
function branch(version: number): readonly Change[] {
  return Array.from({ length: count }, (_, at): Change => {
    const uri = `${root}/d${at}.md`;
    return version > 0 && (at + version) % 20 === 0
      ? { type: "delete", uri }
      : { type: "disk", uri, text: text(at, version * (at % 2), "") };
  });
}

function text(at: number, version: number, typed: string): string {
  const id = version % 3 === 1 ? `PRD-${at}-${version}`.replace(/-(\d+)$/, "$1") : `PRD-${at}`;
  return `---\ntype: prd\nid: ${id}\ntitle: Part ${at} ${typed}\nstatus: active\ntimeframe: 2027-Q${1 + (version % 4)}\ndepends-on: PRD-${(at + 1 + version) % count}\n---\n# Part ${at}\n\n${typed} needs PRD-${(at * 3) % count}.\n\n- **FR-1:** It pays ${version}.\n`;
}

function heap(): number {
  // What hangs on what was just let go of is found the second time.
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_000_000;
}
