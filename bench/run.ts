/**
 * Measures the built server and the command line as a person meets them.
 *
 *   npm run bench [-- --quick] [-- NAME …] [-- --seed N] [-- --runs N]
 *
 * With names, only those parts: cold, key-press, … `--quick` takes a tenth of the documents. A whole run writes
 * `docs/performance.md`; `--record` makes a run of some parts replace theirs there.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { count } from "./figures.ts";
import { writeWorkspace } from "./generate.ts";
import { type Bench, full, quick as quickSizes, type Row } from "./part.ts";
import { parts } from "./parts/all.ts";
import { record } from "./record.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: "boolean", default: false },
    record: { type: "boolean", default: false },
    seed: { type: "string", default: "20261122" },
    runs: { type: "string" },
  },
});
const unknown = positionals.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}. There are: ${parts.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}

const place = mkdtempSync(join(tmpdir(), "throughline-bench-"));
process.once("exit", () => rmSync(place, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const workspaces = new Map<number, string>();
const seed = Number(values.seed);
const say = (line: string): void => console.error(`  ${line}`);
const bench: Bench = {
  sizes: values.quick ? quickSizes : full,
  seed,
  runs: Number(values.runs ?? (values.quick ? 3 : 5)),
  workspace: (n) => {
    const known = workspaces.get(n);
    if (known !== undefined) return known;
    say(`writing ${count(n)} documents`);
    const folder = mkdtempSync(join(place, `workspace-${n}-`));
    writeWorkspace(folder, seed, n);
    workspaces.set(n, folder);
    return folder;
  },
  emptyFolder: () => mkdtempSync(join(place, "cache-")),
  say,
};

console.log(`seed ${seed}`);
const measured = new Map<string, readonly Row[]>();
for (const part of parts) {
  if (positionals.length > 0 && !positionals.includes(part.name)) continue;
  console.error(`\n${part.title}`);
  const rows = await part.run(bench);
  measured.set(part.name, rows);
  for (const { what, figure, bar, met } of rows)
    console.log(`${met === undefined ? " " : met ? "✓" : "✗"} ${what}: ${figure}${bar ? `   [${bar}]` : ""}`);
}
const isWhole = positionals.length === 0 && !values.quick;
if (isWhole || values.record) record(measured, seed);
