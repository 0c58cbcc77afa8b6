import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import type { Diagnostic } from "vscode-languageserver/node";
import { pulling, shown } from "./client.ts";
import { overEach, plan } from "./over-each.ts";

const unknown = "6:8-6:14 error unknown-reference";

/** A feature whose line 6 names `goal`. */
const feature = (goal: string) => `---
type: feature
id: FEAT-2
owner: ana
status: active
timeframe: 2027-Q1
goals: [${goal}]
kpis: [KPI-1]
---
# Two-tap pay
`;

overEach("documents", (start) => {
  it("are checked as they are opened, edited and closed", async () => {
    const client = await start(`${plan}//- FEAT-2.md\n${feature("GOAL-1")}`);
    client.open("FEAT-2.md");
    deepEqual(await client.eventually("FEAT-2.md", []), []);
    client.edit("FEAT-2.md", "9", { start: { line: 6, character: 13 }, end: { line: 6, character: 14 } });
    deepEqual(await client.problems("FEAT-2.md"), [unknown]);
    client.edit("FEAT-2.md", "1", { start: { line: 6, character: 13 }, end: { line: 6, character: 14 } });
    deepEqual(await client.problems("FEAT-2.md"), []);
    client.edit("FEAT-2.md", feature("GOAL-8"));
    deepEqual(await client.problems("FEAT-2.md"), [unknown]);
    client.close("FEAT-2.md");
    deepEqual(await client.eventually("FEAT-2.md", []), []);
  });

  it("win over the disk for as long as they are open", async () => {
    const client = await start(`${plan}//- FEAT-2.md\n${feature("GOAL-1")}`);
    client.open("FEAT-2.md");
    client.edit("FEAT-2.md", feature("GOAL-9"));
    client.write("FEAT-2.md", feature("GOAL-7"));
    client.watched("FEAT-2.md", 2);
    client.watched("FEAT-2.md", 3);
    await wait(200);
    deepEqual(await client.problems("FEAT-2.md"), [unknown]);
    const report = await client.pull("FEAT-2.md");
    match(JSON.stringify(report), /GOAL-9/);
    client.close("FEAT-2.md");
    await wait(200);
    match(JSON.stringify(await client.pull("FEAT-2.md")), /GOAL-7/);
  });

  it("say once what has not changed", async () => {
    const client = await start(`${plan}//- FEAT-2.md\n${feature("GOAL-9")}`);
    client.open("FEAT-2.md");
    await client.eventually("FEAT-2.md", [unknown]);
    const { resultId } = await client.pull("FEAT-2.md");
    deepEqual(await client.pull("FEAT-2.md", resultId), { kind: "unchanged", resultId });
    client.edit("FEAT-2.md", `\n`, { start: { line: 9, character: 0 }, end: { line: 9, character: 0 } });
    deepEqual(await client.pull("FEAT-2.md", resultId), { kind: "unchanged", resultId });
    client.edit("FEAT-2.md", feature("GOAL-1"));
    const next = await client.pull("FEAT-2.md", resultId);
    equal(next.kind, "full");
    notEqual(next.resultId, resultId);
  });

  it("carry a link to the rule, what else is concerned, and what a fix needs", async () => {
    const client = await start(`${plan}//- WALLET.md
---
type: feature
id: FEAT-3
owner: bo
timeframe: 2027-Q3
goals: [GOAL-1]
---
# Wallet
//- FEAT-2.md
${feature("GOAL-1").replace("kpis:", "depends-on: [FEAT-3]\nkpis:")}`);
    client.open("FEAT-2.md");
    const expected = ["7:13-7:19 warning depends-on-later"];
    deepEqual(await client.eventually("FEAT-2.md", expected), expected);
    const report = await client.pull("FEAT-2.md");
    const [diagnostic] = report.kind === "full" ? report.items : [];
    equal(diagnostic?.source, "throughline");
    equal(
      diagnostic?.codeDescription?.href,
      "https://github.com/throughline/throughline/blob/main/docs/rules/depends-on-later.md",
    );
    const [related] = diagnostic?.relatedInformation ?? [];
    equal(related?.location.uri, client.uri("WALLET.md"));
    deepEqual(related?.location.range.start, { line: 4, character: 11 });
    equal(diagnostic?.data.item, "FEAT-2");
  });

  it("carry only what the client understands", async () => {
    const client = await start(`${plan}//- FEAT-2.md\n${feature("GOAL-9")}`, {
      capabilities: { textDocument: { diagnostic: {} } },
    });
    const report = await client.pull("FEAT-2.md");
    const [diagnostic] = report.kind === "full" ? report.items : [];
    deepEqual(Object.keys(diagnostic ?? {}).sort(), ["code", "message", "range", "severity", "source"]);
  });

  it("are the same however a client spells their address", async () => {
    const client = await start(`${plan}//- sub folder/FEAT (2).md\n${feature("GOAL-9")}`, {
      spell: (uri) => uri.replaceAll("%28", "(").replaceAll("%29", ")"),
    });
    const path = "sub folder/FEAT (2).md";
    deepEqual(await client.eventually(path, [unknown]), [unknown]);
    client.open(path, feature("GOAL-1"));
    deepEqual(await client.problems(path), []);
    match(client.uri(path), /\(2\)/);
    // Had they been two, the id would be taken twice.
    client.open("FEAT-1.md");
    deepEqual(await client.eventually("FEAT-1.md", []), []);
  });

  it("keep quiet about what is not there yet while somebody types, and say it after a pause or a save", async () => {
    const client = await start(`${plan}//- FEAT-2.md\n${feature("GOAL-1")}`);
    client.open("FEAT-2.md");
    deepEqual(await client.eventually("FEAT-2.md", []), []);
    const owner = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
    client.edit("FEAT-2.md", "", owner);
    deepEqual(await client.problems("FEAT-2.md"), []);
    const missing = ["2:4-2:10 warning missing-owner"];
    await client.hears("workspace/diagnostic/refresh");
    deepEqual(await client.problems("FEAT-2.md"), missing);
    // It was shown, and stays while somebody types on; what is new waits again.
    client.edit("FEAT-2.md", "", { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } });
    deepEqual(await client.problems("FEAT-2.md"), missing);
    const text = feature("GOAL-1").replace("owner: ana\n", "").replace("timeframe: 2027-Q1\n", "");
    client.save("FEAT-2.md", text);
    deepEqual(await client.problems("FEAT-2.md"), [...missing, "2:4-2:10 warning missing-timeframe"]);
  });

  it("ask to be asked again when another file changes them", async () => {
    const client = await start(`${plan}//- FEAT-2.md\n${feature("GOAL-9")}`);
    client.open("FEAT-2.md");
    deepEqual(await client.eventually("FEAT-2.md", [unknown]), [unknown]);
    await wait(300);
    const asked = client.told("workspace/diagnostic/refresh").length;
    client.write("GOAL-9.md", "---\ntype: goal\nid: GOAL-9\nowner: ana\nkpis: [KPI-1]\n---\n# Sell abroad\n");
    client.watched("GOAL-9.md", 1);
    await client.hears("workspace/diagnostic/refresh", () => true, asked);
    deepEqual(await client.problems("FEAT-2.md"), []);
  });
});

overEach("columns", (start) => {
  const german = `//- FEAT-1.md
---
type: feature
id: FEAT-1
owner: Zoë 🚀
status: active
timeframe: 2027-Q1
kpis: [KPI-1]
goals: [{ id: GOAL-9, note: ü }, "🚀", GÖAL-8]
---
# Überweisen
//- KPI-1.md
---
type: kpi
id: KPI-1
owner: ana
baseline: 1 %
target: 2 %
---
# Verkäufe
`;
  const expected = {
    "utf-16": [
      "7:14-7:20 error unknown-reference",
      "7:34-7:36 error unknown-reference",
      "7:39-7:45 error unknown-reference",
    ],
    "utf-8": [
      "7:14-7:20 error unknown-reference",
      "7:35-7:39 error unknown-reference",
      "7:42-7:49 error unknown-reference",
    ],
    "utf-32": [
      "7:14-7:20 error unknown-reference",
      "7:34-7:35 error unknown-reference",
      "7:38-7:44 error unknown-reference",
    ],
  };
  const last = { "utf-16": [39, 45], "utf-8": [42, 49], "utf-32": [38, 44] } as const;

  for (const encoding of ["utf-16", "utf-8", "utf-32"] as const) {
    it(`are counted in ${encoding} where the client wants that`, async () => {
      const general = { positionEncodings: encoding === "utf-16" ? ["utf-7", "utf-16"] : [encoding, "utf-16"] };
      const client = await start(german, { capabilities: { ...pulling, general } });
      equal(client.result.capabilities.positionEncoding, encoding);
      // A closed file's text is read again to count in it.
      deepEqual(await client.eventually("FEAT-1.md", expected[encoding]), expected[encoding]);
      const { items } = await client.request<{ items: { items: Diagnostic[] }[] }>("workspace/diagnostic", {
        previousResultIds: [],
      });
      deepEqual(
        items.flatMap((report) => report.items.map(shown)).filter((line) => line.includes("unknown-reference")),
        expected[encoding],
      );
      client.open("FEAT-1.md");
      deepEqual(await client.eventually("FEAT-1.md", expected[encoding]), expected[encoding]);
      const [from, to] = last[encoding];
      client.edit("FEAT-1.md", "ü", { start: { line: 7, character: from }, end: { line: 7, character: to } });
      const [first, second] = expected[encoding];
      const third = `7:${from}-7:${from + (encoding === "utf-8" ? 2 : 1)}`;
      deepEqual(await client.problems("FEAT-1.md"), [first, second, `${third} error unknown-reference`]);
    });
  }
});
