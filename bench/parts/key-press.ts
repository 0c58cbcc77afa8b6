import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { uriOfPath } from "../../server/src/main/node-host.ts";
import { count, spread } from "../figures.ts";
import { documentOfSize } from "../generate.ts";
import type { Bench, Part, Row } from "../part.ts";
import { allDiagnostics, startServer } from "../server.ts";
import { placesIn, pressAll } from "../typing.ts";

/** What a person feels while typing. */
export const keyPress: Part = {
  name: "key-press",
  title: "Key press to diagnostics",
  says:
    "A character is typed, and the diagnostics of that document are asked for and answered, 30 ms between two presses. " +
    "In prose nothing of the plan changes; a character in a title changes what others say about the document.",
  run: async (bench) => {
    const folder = bench.workspace(bench.sizes.main);
    const rows: Row[] = [];
    for (const { size, bar } of sizes) {
      const path = join(folder, "typed.md");
      const text = documentOfSize(bench.seed, bench.sizes.main, size);
      writeFileSync(path, text);
      try {
        rows.push(...(await typeInto(bench, folder, path, text, bar)));
      } finally {
        rmSync(path);
      }
    }
    return rows;
  },
};

const sizes = [
  { size: 12_000, bar: 16 },
  { size: 400_000, bar: 50 },
];

async function typeInto(
  bench: Bench,
  folder: string,
  path: string,
  text: string,
  bar: number,
): Promise<readonly Row[]> {
  const server = await startServer(folder, { cache: bench.emptyFolder() });
  try {
    const uri = uriOfPath(path);
    server.open(uri, text);
    await allDiagnostics(server);
    await server.quiet();
    const rows: Row[] = [];
    for (const { where, line } of placesIn(text)) {
      bench.say(`${count(text.length)} characters, ${where}`);
      const measured = await pressAll(server, uri, line, 100);
      const { figure, slow } = spread(measured);
      const what = `${Math.round(text.length / 1000)} kB, ${where}`;
      rows.push({ what, figure, bar: `p95 ≤ ${bar} ms`, met: slow <= bar });
    }
    return rows;
  } finally {
    await server.end();
  }
}
