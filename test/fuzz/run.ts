/**
 * Lets anything happen to a workspace for a long time, and says what went wrong, as small as it can be made:
 *
 *     npm run fuzz -- --edits 1000000 --seed 1 [--texts DIR …]
 *
 * Beside our own documents, those in the folders `--texts` are put in and spoilt. The exit code is 1 when something was found.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { anythingHappens } from "./property.ts";
import type { FuzzStep } from "./steps.ts";
import { realTexts } from "./texts.ts";

const { values } = parseArgs({
  options: {
    edits: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    texts: { type: "string", multiple: true, default: [] },
  },
});
const wanted = Number(values.edits);
const seed = Number(values.seed);
const root = join(import.meta.dirname, "../..");
const texts = realTexts([join(root, "examples"), join(root, "docs"), ...values.texts]);

let edits = 0;
let slowest: { readonly time: number; readonly step: FuzzStep } | undefined;
const property = anythingHappens(texts, 50, (step, time) => {
  edits++;
  if (time > (slowest?.time ?? 0)) slowest = { time, step };
});
const found = new Map<string, number>();
let told = 0;
for (let batch = 0; edits < wanted; batch++) {
  const outcome = fc.check(property, { seed: seed + batch, numRuns: 100, endOnFailure: false });
  if (outcome.failed) {
    const reason =
      outcome.errorInstance instanceof Error ? outcome.errorInstance : new Error(String(outcome.errorInstance));
    const title = reason.message.split("\n")[0]!;
    const times = (found.get(title) ?? 0) + 1;
    found.set(title, times);
    if (times <= 3)
      console.log(
        `seed ${outcome.seed}, path ${outcome.counterexamplePath}: ${reason.stack}\n${fc.stringify(outcome.counterexample)}`,
      );
  }
  if (edits - told < 50_000) continue;
  told = edits;
  console.log(`${edits.toLocaleString("en")} edits, ${found.size} kinds of failure, ${memory()} MB`);
}
const { user, system } = process.cpuUsage();
console.log(`${edits.toLocaleString("en")} edits from seed ${seed}, ${texts.length} real documents among them.`);
console.log(
  `${Math.round((user + system) / 1e6)} s of work; the longest step ${Math.round(slowest!.time)} ms: ${fc.stringify(slowest!.step)}`,
);
for (const [title, times] of found) console.log(`${times} × ${title}`);
console.log(found.size === 0 ? "Nothing was found." : `${found.size} kinds of failure.`);
process.exitCode = found.size === 0 ? 0 : 1;

function memory(): number {
  return Math.round(process.memoryUsage().heapUsed / 1_000_000);
}
