/**
 * Measures the built server and the command line as a person meets them.
 *
 *   npm run bench [-- --quick] [-- NAME …] [-- --seed N] [-- --runs N]
 *
 * With names, only those parts: cold, key-press, … `--quick` takes a tenth of the documents. A whole run writes
 * `docs/performance.md`; `--record` makes a run of some parts replace theirs there.
 */

import { parseArgs } from "node:util";
import { newBench, usualSeed } from "./new-bench.ts";
import { full, quick as quickSizes } from "./part.ts";
import { parts } from "./parts/all.ts";
import { record } from "./record.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: "boolean", default: false },
    record: { type: "boolean", default: false },
    seed: { type: "string", default: String(usualSeed) },
    runs: { type: "string" },
  },
});
const unknown = positionals.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}. There are: ${parts.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const seed = Number(values.seed);
const bench = newBench({
  sizes: values.quick ? quickSizes : full,
  seed,
  runs: Number(values.runs ?? (values.quick ? 3 : 5)),
  say: (line) => console.error(`  ${line}`),
});

console.log(`seed ${seed}`);
const isKept = values.record || (positionals.length === 0 && !values.quick);
for (const part of parts) {
  if (positionals.length > 0 && !positionals.includes(part.name)) continue;
  console.error(`\n${part.title}`);
  const rows = await part.run(bench);
  // At once: what a long run has measured outlives a part that fails.
  if (isKept) record(part.name, rows, bench);
  for (const { what, figure, bar, met } of rows)
    console.log(`${met === undefined ? " " : met ? "✓" : "✗"} ${what}: ${figure}${bar ? `   [${bar}]` : ""}`);
}
if (isKept) console.error("\nKept in bench/results.json. Now: npm run sync");
