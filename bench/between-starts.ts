import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathOf } from "./specs/plan.ts";
import { type Start, startOver } from "./start.ts";

/** What may have happened since the server ended. */
export interface Happening {
  readonly what: string;
  /** Paths of the documents that have another title. */
  readonly edited: readonly string[];
  /** The day of the second start. */
  readonly today?: string;
}

/** So many of the documents differ on another branch. */
const oneIn = 20;

export function happenings(folder: string, referrers: string, files: (count: number) => string): readonly Happening[] {
  const all = documentsIn(folder);
  const branch = all.filter((_, index) => index % oneIn === 3);
  return [
    { what: "a feature has another title", edited: [join(folder, pathOf({ kind: "feature", number: 1 }))] },
    {
      what: `a KPI that ${referrers} features link to has another title`,
      edited: [join(folder, pathOf({ kind: "kpi", number: 1 }))],
    },
    { what: `${files(branch.length)} documents have another title, as on another branch`, edited: branch },
    { what: "it is the next day", edited: [], today: "2026-11-23" },
  ];
}

/** A start with what an earlier start has kept, which stays as it is; so do the documents. */
export async function startAfter(
  folder: string,
  kept: string,
  cache: string,
  { edited, today }: Happening,
): Promise<Start> {
  cpSync(kept, cache, { recursive: true });
  const before = edited.map((path) => [path, readFileSync(path, "utf8")] as const);
  try {
    for (const [path, text] of before) writeFileSync(path, text.replace(/^title: .*$/m, "$& again"));
    return await startOver(folder, cache, today);
  } finally {
    for (const [path, text] of before) writeFileSync(path, text);
  }
}

function documentsIn(folder: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return paths
    .filter((path) => path.endsWith(".md"))
    .sort()
    .map((path) => join(folder, path));
}
