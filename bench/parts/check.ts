import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { count, median, time, times } from "../figures.ts";
import type { Bench, Part, Row } from "../part.ts";
import { installPeers } from "../peers.ts";
import { type Finished, runToEnd } from "../process.ts";

/** The command line as a build runs it. */
export const check: Part = {
  name: "check",
  title: "Check from the command line",
  says:
    "Whole processes over the same documents, from nothing: `throughline check`, beside remark-cli with validate-links and " +
    "frontmatter-schema (which look for dead links and check the block against a schema) and beside markdownlint-cli2. " +
    "What was read is kept the second time. " +
    "Once over PRDs, and once over notes of 2.2 kB on average.",
  run: async (bench) => {
    const n = count(bench.sizes.small);
    const rows = await rowsOver(bench, bench.workspace(bench.sizes.small), `${n} documents`);
    return [
      ...rows,
      ...(await rowsOver(bench, bench.workspace(bench.sizes.small, noteMiddle), `${n} notes of 2.2 kB`)),
    ];
  },
};

/** Characters that half of the notes stay under; some are long, so that they have 2,200 on average. */
const noteMiddle = 1_450;

async function rowsOver(bench: Bench, folder: string, documents: string): Promise<readonly Row[]> {
  const peers = await installPeers(bench.say);
  const ours: Finished[] = [];
  const again: Finished[] = [];
  const third: Finished[] = [];
  for (let round = 0; round < bench.runs; round++) {
    const cache = bench.emptyFolder();
    for (const runs of [ours, again, third]) runs.push(await checkOver(folder, cache));
  }
  bench.say(`remark-cli, ${documents}`);
  const remark = await remarkOver(folder, peers);
  bench.say(`markdownlint-cli2, ${documents}`);
  const markdownlint = await markdownlintOver(folder, peers);
  return compare(documents, { ours, again, third }, remark, markdownlint);
}

const program = fileURLToPath(new URL("../../dist/cli.cjs", import.meta.url));

async function checkOver(folder: string, cache: string): Promise<Finished> {
  const args = ["check", "--root", folder, "--today", "2026-11-22", "--format", "json"];
  const finished = await runToEnd([process.execPath, program, ...args], { env: { XDG_CACHE_HOME: cache } });
  if (!finished.output.includes('"problems"')) throw new Error(`throughline check ended with ${finished.code}.`);
  return finished;
}

/** Its configuration lies in the folder, as people have it there; the schema asks for three fields. */
async function remarkOver(folder: string, peers: string): Promise<Finished> {
  const plugin = (name: string) =>
    join(peers, "node_modules", name, name === "remark-lint-frontmatter-schema" ? "dist" : "", "index.js");
  const schema = { type: "object", required: ["type", "id", "title"], properties: { type: { type: "string" } } };
  const settings = {
    plugins: [
      plugin("remark-frontmatter"),
      [plugin("remark-validate-links"), { repository: false }],
      [plugin("remark-lint-frontmatter-schema"), { schemas: { "./schema.json": ["./**/*.md"] } }],
    ],
  };
  const files: readonly (readonly [string, object])[] = [
    [join(folder, ".remarkrc.json"), settings],
    [join(folder, "schema.json"), schema],
  ];
  for (const [path, value] of files) writeFileSync(path, JSON.stringify(value));
  try {
    const cli = join(peers, "node_modules/remark-cli/cli.js");
    const finished = await runToEnd([process.execPath, cli, ".", "--quiet", "--no-stdout", "--no-color"], {
      cwd: folder,
    });
    if (finished.code !== 0) throw new Error(`remark-cli ended with ${finished.code}: ${finished.errors.slice(-2000)}`);
    return finished;
  } finally {
    for (const [path] of files) rmSync(path);
  }
}

async function markdownlintOver(folder: string, peers: string): Promise<Finished> {
  const cli = join(peers, "node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs");
  const finished = await runToEnd([process.execPath, cli, "**/*.md"], { cwd: folder });
  if (!finished.errors.includes("Summary:") && !finished.output.includes("Summary:"))
    throw new Error(`markdownlint-cli2 ended with ${finished.code}: ${finished.errors.slice(-2000)}`);
  return finished;
}

function compare(
  documents: string,
  { ours, again, third }: Readonly<Record<"ours" | "again" | "third", readonly Finished[]>>,
  remark: Finished,
  markdownlint: Finished,
): readonly Row[] {
  const middle = (runs: readonly Finished[]) => ({
    cpu: median(runs.map((one) => one.cpu)),
    wall: median(runs.map((one) => one.wall)),
    peak: median(runs.map((one) => one.peak)),
  });
  const { cpu, wall, peak } = middle(ours);
  const shown = (one: Pick<Finished, "cpu" | "wall" | "peak">) =>
    `${time(one.cpu)} of CPU (on the clock ${time(one.wall)}), ${one.peak} MB`;
  const slower = (one: Finished) => `${times(one.cpu / cpu)} of CPU (on the clock ${times(one.wall / wall)})`;
  return [
    { what: `\`throughline check\`, ${documents}`, figure: shown({ cpu, wall, peak }) },
    { what: "… the second time, nothing changed", figure: shown(middle(again)) },
    { what: "… the third time, nothing changed", figure: shown(middle(third)) },
    { what: `remark-cli, ${documents}`, figure: shown(remark) },
    { what: "… slower than we are", figure: slower(remark), bar: "≥ 20 ×", met: remark.cpu / cpu >= 20 },
    { what: `markdownlint-cli2, ${documents}`, figure: shown(markdownlint) },
    { what: "… slower than we are", figure: slower(markdownlint) },
  ];
}
