import { deepEqual, equal } from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uriOfPath } from "../../server/src/main/node-host.ts";
import type { Client } from "./client.ts";
import { overEach, plan } from "./over-each.ts";
import { transports } from "./transports.ts";

const onDisk = transports.filter(({ filesThroughClient }) => !filesThroughClient);

overEach(
  "a second start",
  (start) => {
    let cache = "";
    beforeEach(() => {
      cache = mkdtempSync(join(tmpdir(), "cache-"));
    });
    afterEach(() => rmSync(cache, { recursive: true, force: true }));

    const begin = (folder?: string) =>
      start(folder === undefined ? `${plan}//- FEAT-2.md\n${lost}` : "", {
        folder,
        options: { cache: uriOfPath(join(cache, "deep")) },
      });

    /** Ends the server in good order and starts another one over the same folder. */
    async function again(client: Client, change: () => void = () => {}): Promise<Client> {
      equal(await client.goodbye(), 0);
      change();
      return await begin(client.folder);
    }

    const everything = async (client: Client) => [
      await client.problems("FEAT-1.md"),
      await client.problems("FEAT-2.md"),
      await client.problems("KPI-1.md"),
      await client.problems("GOAL-1.md"),
    ];

    it("finds what was kept and says the same", async () => {
      const first = await begin();
      const said = await everything(first);
      deepEqual(said[1], ["3:8-3:14 error unknown-reference"]);
      const second = await again(first, () => {
        const endings = readdirSync(join(cache, "deep")).map((name) => name.replace(/^.*\./, ""));
        deepEqual(endings.sort(), ["findings", "readings"]);
      });
      deepEqual(await everything(second), said);
    });

    it("looks at other documents again when one is typed in", async () => {
      const second = await again(await begin());
      deepEqual(await second.problems("FEAT-2.md"), ["3:8-3:14 error unknown-reference"]);
      second.open("GOAL-1.md");
      second.edit("GOAL-1.md", "GOAL-7", { start: { line: 2, character: 4 }, end: { line: 2, character: 10 } });
      deepEqual(await second.eventually("FEAT-2.md", []), []);
    });

    it("is right about what changed while nobody listened", async () => {
      const first = await begin();
      const path = join(first.folder, "FEAT-2.md");
      const second = await again(first, () => writeFileSync(path, lost.replace("GOAL-7", "GOAL-1")));
      deepEqual(await second.problems("FEAT-2.md"), []);
      const third = await again(second, () => rmSync(join(first.folder, "GOAL-1.md")));
      deepEqual(await third.problems("FEAT-2.md"), ["3:8-3:14 error unknown-reference"]);
    });

    it("does without what was deleted", async () => {
      const first = await begin();
      const said = await everything(first);
      const second = await again(first, () => rmSync(join(cache, "deep"), { recursive: true }));
      deepEqual(await everything(second), said);
      await second.goodbye();
      equal(existsSync(join(cache, "deep")), true);
    });
  },
  onDisk,
);

const lost = `---
type: feature
id: FEAT-2
goals: [GOAL-7]
owner: ana
status: active
timeframe: 2027-Q1
kpis: [KPI-1]
---
# Refunds
`;
