import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { configuration, textOf } from "./specs/document.ts";
import { type Plan, pathOf, planOf } from "./specs/plan.ts";
import { logNormal, randomOf } from "./specs/random.ts";

export interface Generated {
  /** From the top of the workspace, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Characters: a PRD as people write them. */
const usualMiddle = 12_000;

/**
 * A workspace of `n` documents and a configuration, one after the other; the same for the same seed and number. Half of the
 * documents stay under `middle` characters. The first KPI is the one that up to 1,000 features link to (`referrersOf`).
 */
export function* generate(seed: number, n: number, middle = usualMiddle): IterableIterator<Generated> {
  const plan = planOf(n);
  yield { path: "throughline.yaml", text: configuration };
  for (let index = 0; index < n; index++) yield documentAt(plan, seed, index, middle);
}

/** Writes the workspace below a folder. */
export function writeWorkspace(folder: string, seed: number, n: number, middle = usualMiddle): void {
  const made = new Set<string>();
  for (const { path, text } of generate(seed, n, middle)) {
    const file = join(folder, path);
    if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    made.add(dirname(file));
    writeFileSync(file, text);
  }
}

/** A single PRD of about `size` characters, with as many requirements and links as a document of that size has. */
export function documentOfSize(seed: number, n: number, size: number): string {
  const plan = planOf(n);
  return textOf(plan, { kind: "prd", number: plan.counts.prd + 1 }, randomOf(seed, size), size);
}

/** How many documents link to the first KPI. */
export function referrersOf(n: number): number {
  return planOf(n).referrers;
}

function documentAt(plan: Plan, seed: number, index: number, middle: number): Generated {
  const item = plan.itemAt(index);
  const random = randomOf(seed, index);
  const size = Math.min(80_000, Math.max(middle / 10, logNormal(random, middle, 0.5)));
  return { path: pathOf(item), text: textOf(plan, item, random, size) };
}
