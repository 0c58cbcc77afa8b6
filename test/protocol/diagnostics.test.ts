import { deepEqual, equal } from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import {
  CancellationTokenSource,
  type PublishDiagnosticsParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceFullDocumentDiagnosticReport,
} from "vscode-languageserver/node";
import { type Client, listening, pulling, shown } from "./client.ts";
import { overEach, plan as shared } from "./over-each.ts";

const plan = `${shared}//- FEAT-2.md
---
type: feature
id: FEAT-2
owner: bo
status: active
timeframe: 2027-Q1
goals: [GOAL-2]
kpis: [KPI-1]
---
# Prices in every currency
`;

/** A goal that is fine but for `kpis`. */
const goal = (kpis: string) => `---
type: goal
id: GOAL-2
owner: ana
status: active
kpis: [${kpis}]
---
# Sell abroad
`;
const unknown = "5:7-5:12 error unknown-reference";
const missing = "5:0-5:4 warning missing-kpi";

/** Reports by file name, and their result ids. */
function read(client: Client, items: WorkspaceDiagnosticReport["items"]) {
  const reports = (items as WorkspaceFullDocumentDiagnosticReport[]).map((item) => ({
    ...item,
    name: name(client, item.uri),
  }));
  return {
    problems: Object.fromEntries(reports.map((item) => [item.name, item.items.map(shown)])),
    previousResultIds: reports.map(({ uri, resultId }) => ({ uri, value: resultId ?? "" })),
  };
}

function name(client: Client, uri: string): string {
  return uri.slice(client.uri("").length + 1);
}

overEach("diagnostics of the whole workspace", (start) => {
  it("are answered at once, then when there is something new, and never twice", async () => {
    const client = await start(`${plan}//- GOAL-2.md\n${goal("KPI-9")}//- README.md\n# Nothing of ours\n`);
    const ask = (previousResultIds: readonly unknown[]) =>
      client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds });
    const first = read(client, (await ask([])).items);
    deepEqual(first.problems, { "GOAL-2.md": [unknown] });

    let isAnswered = false;
    const held = ask(first.previousResultIds).finally(() => (isAnswered = true));
    client.open("KPI-1.md");
    client.edit("KPI-1.md", "\nMore words.\n", { start: { line: 8, character: 0 }, end: { line: 8, character: 0 } });
    await wait(400);
    equal(isAnswered, false);
    client.write("KPI-9.md", "---\ntype: kpi\nid: KPI-9\nowner: bo\nbaseline: 1\ntarget: 2\n---\n# Orders\n");
    client.watched("KPI-9.md", 1);
    const second = read(client, (await held).items);
    deepEqual(second.problems, { "GOAL-2.md": [] });

    const third = ask(second.previousResultIds);
    client.remove("KPI-9.md");
    client.watched("KPI-9.md", 3);
    deepEqual(read(client, (await third).items).problems, { "GOAL-2.md": [unknown] });
  });

  it("come in parts, as things change, to a client that takes parts", async () => {
    const client = await start(`${plan}//- GOAL-2.md\n${goal("KPI-9")}`);
    const stop = new CancellationTokenSource();
    const answer = client.request<WorkspaceDiagnosticReport>(
      "workspace/diagnostic",
      { previousResultIds: [], partialResultToken: "parts" },
      stop.token,
    );
    const parts = (from: number, problems: readonly string[]) =>
      client.hears<{ token: string; value: WorkspaceDiagnosticReport }>(
        "$/progress",
        ({ token, value }) =>
          token === "parts" &&
          JSON.stringify(read(client, value.items).problems) === JSON.stringify({ "GOAL-2.md": problems }),
        from,
      );
    await parts(0, [unknown]);
    client.write("GOAL-2.md", goal(""));
    client.watched("GOAL-2.md", 2);
    await parts(1, [missing]);
    client.write("GOAL-2.md", goal("KPI-1"));
    client.watched("GOAL-2.md", 2);
    await parts(2, []);
    stop.cancel();
    deepEqual(await answer, { items: [] });
    equal(client.told("$/progress").length, 3);
  });

  it("end the question before when a new one comes, and at shutdown", async () => {
    const client = await start(shared);
    const ask = () => client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds: [] });
    const first = ask();
    const second = ask();
    deepEqual(await first, { items: [] });
    await client.request("shutdown");
    deepEqual(await second, { items: [] });
  });

  it("tell again what is true of a file that was closed without saving", async () => {
    const client = await start(`${plan}//- GOAL-2.md\n${goal("KPI-1")}`);
    const ask = (previousResultIds: readonly unknown[]) =>
      client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds });
    const held = ask([]);
    client.open("GOAL-2.md");
    client.edit("GOAL-2.md", goal("KPI-9"));
    deepEqual(await client.problems("GOAL-2.md"), [unknown]);
    client.close("GOAL-2.md");
    let told = read(client, (await held).items);
    // Where that took longer than the pause after an edit, what stood in it has been told, and is taken back.
    if (told.problems["GOAL-2.md"]!.length > 0) told = read(client, (await ask(told.previousResultIds)).items);
    deepEqual(told.problems, { "GOAL-2.md": [] });
  });

  it("are those of open documents where the person wants no more", async () => {
    const settings = { diagnostics: { scope: "open" } };
    const capabilities = { ...pulling, workspace: { ...pulling.workspace, configuration: true } };
    const client = await start(`${plan}//- GOAL-2.md\n${goal("KPI-9")}`, { capabilities, settings });
    const held = client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds: [] });
    deepEqual(await client.problems("GOAL-2.md"), []);
    client.open("GOAL-2.md");
    deepEqual(await client.problems("GOAL-2.md"), [unknown]);
    deepEqual(read(client, (await held).items).problems, { "GOAL-2.md": [unknown] });
  });

  it("wait for the first scan where the client cannot be asked to ask again", async () => {
    const client = await start(`${plan}//- GOAL-2.md\n${goal("KPI-1")}`, {
      early: true,
      capabilities: { textDocument: { diagnostic: {} } },
    });
    client.open("GOAL-2.md", goal("KPI-1, KPI-9"));
    deepEqual(await client.problems("GOAL-2.md"), ["5:14-5:19 error unknown-reference"]);
  });

  it("are not wrong about links before the first scan is over", async () => {
    const client = await start(`${plan}//- GOAL-2.md\n${goal("KPI-1")}`, { early: true });
    client.open("GOAL-2.md", goal("KPI-1").replace("status: active", "status: activ"));
    for (let times = 0; times < 20; times++) {
      for (const problem of await client.problems("GOAL-2.md")) equal(problem, "4:8-4:13 warning unknown-status");
      await wait(5);
    }
    deepEqual(await client.eventually("GOAL-2.md", ["4:8-4:13 warning unknown-status"]), [
      "4:8-4:13 warning unknown-status",
    ]);
  });
});

overEach("diagnostics for clients that only listen", (start) => {
  const publish = "textDocument/publishDiagnostics";
  const told = (client: Client, path: string) =>
    client.told<PublishDiagnosticsParams>(publish).filter(({ uri }) => uri === client.uri(path));

  it("are told once after forty quick edits, and are those of the last one", async () => {
    const client = await start(`${plan}//- GOAL-2.md\n${goal("KPI-9")}`, { capabilities: listening });
    client.open("GOAL-2.md");
    await client.hears<PublishDiagnosticsParams>(
      publish,
      ({ uri, version }) => name(client, uri) === "GOAL-2.md" && version === 1,
    );
    const before = told(client, "GOAL-2.md").length;
    const at = { start: { line: 5, character: 11 }, end: { line: 5, character: 12 } };
    for (let times = 1; times <= 40; times++) {
      client.edit("GOAL-2.md", String(times % 10 === 1 ? 9 : times % 10), at);
    }
    client.edit("GOAL-2.md", "8", at);
    await client.hears<PublishDiagnosticsParams>(publish, ({ version }) => version === 42);
    await wait(300);
    const after = told(client, "GOAL-2.md").slice(before);
    equal(after.length, 1);
    deepEqual(after[0]?.diagnostics.map(shown), [unknown]);
    equal(JSON.stringify(after[0]).includes("KPI-8"), true);
  });

  it("are told of files that nobody has open, and taken back when they are gone", async () => {
    const client = await start(`${plan}//- GOAL-2.md\n${goal("KPI-9")}`, { capabilities: listening });
    await client.hears<PublishDiagnosticsParams>(publish, ({ diagnostics }) => diagnostics.length === 1);
    deepEqual(
      told(client, "GOAL-2.md").map(({ version, diagnostics }) => [version, diagnostics.map(shown)]),
      [[undefined, [unknown]]],
    );
    equal(client.told(publish).length, 1);
    client.remove("GOAL-2.md");
    client.watched("GOAL-2.md", 3);
    await client.hears<PublishDiagnosticsParams>(publish, ({ diagnostics }) => diagnostics.length === 0, 1);
    equal(told(client, "GOAL-2.md").at(-1)?.diagnostics.length, 0);
  });

  it("wait for a pause with what is not there yet", async () => {
    const client = await start(`${plan}//- GOAL-2.md\n${goal("KPI-1")}`, { capabilities: listening });
    client.open("GOAL-2.md");
    await client.hears(publish);
    client.edit("GOAL-2.md", goal(""));
    const [, typed] = await Promise.all([
      client.hears<PublishDiagnosticsParams>(publish, ({ diagnostics }) => diagnostics.map(shown).includes(missing)),
      client.hears<PublishDiagnosticsParams>(publish, ({ version }) => version === 2),
    ]);
    deepEqual(typed.diagnostics, []);
  });
});
