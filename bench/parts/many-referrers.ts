import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { uriOfPath } from "../../server/src/main/node-host.ts";
import { count, median, spread, time } from "../figures.ts";
import { referrersOf } from "../generate.ts";
import type { Bench, Part, Row } from "../part.ts";
import { allDiagnostics, type Measured, type Server, startServer } from "../server.ts";
import { pathOf } from "../specs/plan.ts";

/** The edit that concerns the most others. */
export const manyReferrers: Part = {
  name: "many-referrers",
  title: "An id that many link to",
  says:
    "A character is typed into the id of the KPI that most features link to, and taken out again: its links lead nowhere " +
    "now, and somewhere again. What the document itself is told, and until every other document has been looked at.",
  run: async (bench) => {
    const folder = bench.workspace(bench.sizes.main);
    const path = join(folder, pathOf({ kind: "kpi", number: 1 }));
    const server = await startServer(folder, { cache: bench.emptyFolder() });
    try {
      return await changeId(bench, server, uriOfPath(path), readFileSync(path, "utf8"));
    } finally {
      await server.end();
    }
  },
};

interface Progress {
  readonly value: { readonly items: readonly { readonly uri: string }[] };
}

async function changeId(bench: Bench, server: Server, uri: string, text: string): Promise<readonly Row[]> {
  const referrers = referrersOf(bench.sizes.main);
  const told = new Set<string>();
  server.connection.onUnhandledProgress((progress) => {
    for (const item of (progress as unknown as Progress).value.items) told.add(item.uri);
  });
  server.open(uri, text);
  const known = (await allDiagnostics(server)).items.map(({ uri, resultId }) => ({ uri, value: resultId ?? "" }));
  // Held open: what is news from now on comes in portions.
  void server.request("workspace/diagnostic", { previousResultIds: known, partialResultToken: "news" }).catch(() => {});
  const line = text.split("\n").indexOf("id: KPI-1");
  const end = { line, character: "id: KPI-1".length };
  const own: Measured[] = [];
  const others: Measured[] = [];
  for (let turn = 0; turn < 2 * bench.runs; turn++) {
    await server.quiet();
    told.clear();
    const isIn = turn % 2 === 0;
    const range = isIn ? { start: end, end } : { start: end, end: { line, character: end.character + 1 } };
    const all = await server.measure(async () => {
      const ask = () => {
        server.edit(uri, isIn ? "x" : "", range);
        return server.request("textDocument/diagnostic", { textDocument: { uri } });
      };
      own.push(await server.measure(ask));
      const limit = performance.now() + 60_000;
      while (told.size < referrers && performance.now() < limit) await wait(5);
      if (told.size < referrers) throw new Error(`Only ${told.size} of ${referrers} documents were told of.`);
    });
    others.push(all);
  }
  const { figure, slow } = spread(own);
  const used = median(others.map(({ wall, all = wall }) => all));
  return [
    {
      what: `diagnostics of the document with ${count(referrers)} referrers`,
      figure,
      bar: "p95 ≤ 16 ms",
      met: slow <= 16,
    },
    {
      what: `… until all ${count(referrers)} have been told`,
      figure: `${time(used)} of CPU (on the clock ${time(median(others.map(({ wall }) => wall)))}, with the pause after which it begins)`,
    },
  ];
}
