/**
 * The same hour of somebody's work as in `long-life.ts`, through the server that is shipped and over real files: keys with an
 * answer to each, and branches switched, of which the server hears in thousands of events at once. After each tenth
 * of the time, the resident memory, and what is held when all garbage is gone:
 *
 *     npm run build && node --import tsx test/fuzz/long-life-server.ts [DOCUMENTS] [MINUTES]
 *
 * The exit code is 1 when memory has grown.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Generated, generate, writeWorkspace } from "../../bench/generate.ts";
import { allDiagnostics, type Server, startServer } from "../../bench/server.ts";
import { uriOfPath } from "../../server/src/main/node-host.ts";

const [count = 2_000, minutes = 60] = process.argv.slice(2).map(Number);
const seed = 20261122;
const home = mkdtempSync(join(tmpdir(), "long-life-"));
const folder = join(home, "plan");
const documents = [...generate(seed, count)].filter(({ path }) => path.endsWith(".md"));
const held = join(home, "held");
process.env.HELD = held;
writeWorkspace(folder, seed, count);

const [node, bundle] = [process.execPath, fileURLToPath(new URL("../../dist/server.cjs", import.meta.url))];
const watched = ["--expose-gc", "--require", fileURLToPath(new URL("held.cjs", import.meta.url))];
const server = await startServer(folder, {
  cache: join(home, "cache"),
  program: [node, ...watched, bundle, "--stdio"],
});
const after: { readonly resident: number; readonly heap: number }[] = [];
try {
  await allDiagnostics(server);
  await server.quiet();
  for (let minute = 0; minute < minutes; minute++) {
    await typeIn(documents[(minute * 7) % documents.length]!, server);
    if (minute % 5 === 4) await switchBranch(1 + Math.floor(minute / 5), server);
    if ((minute + 1) % Math.ceil(minutes / 10) === 0) after.push(await look(server));
  }
} finally {
  await server.end();
  rmSync(home, { recursive: true, force: true });
}
const list = (figures: readonly number[]): string => figures.map((figure) => figure.toFixed(0)).join(", ");
console.log(`${count} documents, ${minutes} minutes: ${list(after.map(({ resident }) => resident))} MB resident`);
console.log(`${list(after.map(({ heap }) => heap))} MB without garbage`);
// How much there is to hold differs from branch to branch: the least of the last counts against the least of the first.
for (const what of ["resident", "heap"] as const) {
  const first = Math.min(...after.slice(0, 4).map((figures) => figures[what]));
  const last = Math.min(...after.slice(-4).map((figures) => figures[what]));
  if (last <= 1.15 * first + 5) continue;
  console.error(`${what}: ${first.toFixed(0)} MB became ${last.toFixed(0)} MB.`);
  process.exitCode = 1;
}

/** A minute: the document is opened, 200 keys are pressed, and it is closed without being saved. */
async function typeIn({ path, text }: Generated, { open, edit, request, notify }: Server): Promise<void> {
  const uri = uriOfPath(join(folder, path));
  if (!existsSync(join(folder, path))) return;
  open(uri, text);
  const line = text.split("\n").findIndex((one) => one.startsWith("title:"));
  for (let key = 0; key < 200; key++) {
    // Every fourth key changes the title, the others the end of the text.
    const at = key % 4 === 0 ? { line, character: 7 } : { line: text.split("\n").length - 1, character: 0 };
    edit(uri, "x", { start: at, end: at });
    await request("textDocument/diagnostic", { textDocument: { uri } });
  }
  notify("textDocument/didClose", { textDocument: { uri } });
}

/** Half of the documents say something else, some are gone, and those that were gone are back. */
async function switchBranch(branch: number, { notify, quiet }: Server): Promise<void> {
  const changes: { readonly uri: string; readonly type: number }[] = [];
  for (const [at, { path, text }] of documents.entries()) {
    const file = join(folder, path);
    const uri = uriOfPath(file);
    const wasThere = existsSync(file);
    if ((at + branch) % 20 === 0) {
      rmSync(file, { force: true });
      if (wasThere) changes.push({ uri, type: 3 });
    } else if (at % 2 === 0 || !wasThere) {
      writeFileSync(file, text.replace(/^title: (.*)$/m, `title: $1 ${branch}`));
      changes.push({ uri, type: wasThere ? 2 : 1 });
    }
  }
  notify("workspace/didChangeWatchedFiles", { changes });
  await quiet();
}

async function look({ usage, quiet }: Server): Promise<(typeof after)[number]> {
  await quiet();
  const resident = usage().memory;
  writeFileSync(`${held}.ask`, "");
  while (!existsSync(held)) await wait(50);
  const { heapUsed, arrayBuffers } = JSON.parse(readFileSync(held, "utf8")) as NodeJS.MemoryUsage;
  rmSync(held);
  return { resident, heap: (heapUsed + arrayBuffers) / 1_000_000 };
}
