import { setTimeout as wait } from "node:timers/promises";
import { uriOfPath } from "../../server/src/main/node-host.ts";
import { count, spread, time } from "../figures.ts";
import { documentOfSize } from "../generate.ts";
import type { Bench, Part, Row } from "../part.ts";
import { allDiagnostics, type Measured, startServer } from "../server.ts";

/** The first minute with a large folder. */
export const duringScan: Part = {
  name: "during-scan",
  title: "While the first scan runs",
  says:
    "A document is opened at once, typed in, and completion is asked for ten times a second until the workspace has been " +
    "read: nothing may stand in the way of the person who writes. What the scan does between question and answer counts.",
  run: async (bench) => {
    const n = bench.sizes.large;
    const folder = bench.workspace(n);
    bench.say(`${count(n)} documents`);
    return await rowsOver(bench, folder, n);
  },
};

async function rowsOver(bench: Bench, folder: string, n: number): Promise<readonly Row[]> {
  const server = await startServer(folder, { cache: bench.emptyFolder() });
  try {
    const uri = uriOfPath(`${folder}/early.md`);
    const text = documentOfSize(bench.seed, n, 12_000);
    const line = text.split("\n").findIndex((one) => one.startsWith("status:"));
    server.open(uri, text);
    let isOver = false;
    const scan = allDiagnostics(server).then(() => (isOver = true));
    const answers: Measured[] = [];
    while (!isOver) {
      const end = { line, character: "status: ".length };
      const ask = () => {
        server.edit(uri, "i", { start: end, end });
        return server.request("textDocument/completion", { textDocument: { uri }, position: end });
      };
      answers.push(await server.measure(ask));
      await wait(100);
    }
    await scan;
    const whole = performance.now() - server.started;
    const { memory, peak } = server.usage();
    const first = spread(answers.slice(0, 1));
    const all = spread(answers);
    return [
      {
        what: `first completion in a folder of ${count(n)} documents`,
        figure: first.figure,
        bar: "≤ 50 ms",
        met: first.slow <= 50,
      },
      {
        what: `${count(answers.length)} completions during the scan`,
        figure: all.figure,
        bar: "p95 ≤ 50 ms",
        met: all.slow <= 50,
      },
      { what: `until all diagnostics of ${count(n)} documents were there`, figure: time(whole) },
      { what: `resident memory then, and at most`, figure: `${memory} MB, ${peak} MB` },
    ];
  } finally {
    await server.end();
  }
}
