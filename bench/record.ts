import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import type { Bench, Row } from "./part.ts";

/** What was measured, by the name of the part; `bench/results.json`. The page is made from it (`npm run sync`). */
export interface Results {
  readonly parts: Readonly<Record<string, Kept>>;
}

interface Kept {
  readonly date: string;
  readonly seed: number;
  /** How often what is compared was repeated. */
  readonly runs: number;
  readonly machine: string;
  readonly node: string;
  readonly rows: readonly Row[];
}

const file = fileURLToPath(new URL("results.json", import.meta.url));

export function readResults(): Results {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** Keeps what was measured of a part, beside what was measured of the others. */
export function record(part: string, rows: readonly Row[], { seed, runs }: Pick<Bench, "seed" | "runs">): void {
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`;
  const kept: Kept = { date, seed, runs, machine, node: process.version, rows };
  writeFileSync(file, `${JSON.stringify({ parts: { ...readResults().parts, [part]: kept } }, undefined, 2)}\n`);
}
