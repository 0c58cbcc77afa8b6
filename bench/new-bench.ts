import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { count } from "./figures.ts";
import { writeWorkspace } from "./generate.ts";
import type { Bench, Sizes } from "./part.ts";

export const usualSeed = 20_261_122;

/** A run with a temporary folder of its own, which is gone when the process ends. */
export function newBench(given: {
  readonly sizes: Sizes;
  readonly seed: number;
  readonly runs: number;
  readonly say: (line: string) => void;
}): Bench {
  const place = mkdtempSync(join(tmpdir(), "throughline-bench-"));
  process.once("exit", () => rmSync(place, { recursive: true, force: true }));
  const workspaces = new Map<string, string>();
  return {
    ...given,
    workspace: (n, middle) => {
      const key = `${n} ${middle}`;
      const known = workspaces.get(key);
      if (known !== undefined) return known;
      given.say(`writing ${count(n)} documents`);
      const folder = mkdtempSync(join(place, `workspace-${n}-`));
      writeWorkspace(folder, given.seed, n, middle);
      workspaces.set(key, folder);
      return folder;
    },
    emptyFolder: () => mkdtempSync(join(place, "empty-")),
  };
}
