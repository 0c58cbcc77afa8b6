import { deepEqual, equal, match } from "node:assert/strict";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { ServerStatus } from "../../server/src/protocol.ts";
import { type Client, listening, pulling } from "./client.ts";
import { overEach, plan } from "./over-each.ts";

const feature = (goal: string, id = "FEAT-2") => `---
type: feature
id: ${id}
owner: ana
status: active
timeframe: 2027-Q1
goals: [${goal}]
kpis: [KPI-1]
---
# Two-tap pay
`;
const unknown = "6:8-6:14 error unknown-reference";

/** The fixture's files below a folder. */
const below = (folder: string, fixture: string) => fixture.replace(/^\/\/- /gm, `//- ${folder}/`);

async function figures(client: Client, expected: Partial<ServerStatus>): Promise<void> {
  const fits = (status: ServerStatus) =>
    Object.entries(expected).every(([key, value]) => status[key as "items"] === value);
  await client.hears<ServerStatus>("throughline/status", fits);
}

overEach("a workspace", (start, { filesThroughClient }) => {
  it("of several folders is several plans, and folders come and go", async () => {
    const client = await start(`${below("one", plan)}${below("two", plan)}//- two/FEAT-2.md\n${feature("GOAL-1")}`, {
      folders: ["one"],
    });
    await figures(client, { items: 3, errors: 0 });
    const event = (added: readonly string[], removed: readonly string[]) => ({
      event: {
        added: added.map((path) => ({ uri: client.uri(path), name: path })),
        removed: removed.map((path) => ({ uri: client.uri(path), name: path })),
      },
    });
    client.notify("workspace/didChangeWorkspaceFolders", event(["two"], []));
    await figures(client, { items: 7, errors: 0, warnings: 0 });
    client.notify("workspace/didChangeWorkspaceFolders", event([], ["one"]));
    await figures(client, { items: 4, errors: 0 });
    deepEqual(await client.problems("two/FEAT-2.md"), []);
    deepEqual(await client.problems("one/FEAT-1.md"), []);
  });

  it("forgets a folder that is gone from the disk, and knows it again when it is back", async () => {
    const client = await start(`${below("one", plan)}${below("two", plan)}`, { folders: ["one", "two"] });
    await figures(client, { items: 6 });
    const [there, away] = [join(client.folder, "one"), join(client.folder, "away")];
    renameSync(there, away);
    client.watched("one", 3);
    await figures(client, { items: 3 });
    renameSync(away, there);
    const told = client.told("throughline/status").length;
    client.watched("one", 1);
    await client.hears<ServerStatus>("throughline/status", ({ items }) => items === 6, told);
    deepEqual(await client.problems("one/FEAT-1.md"), []);
  });

  it("reads each folder with a configuration of its own", async () => {
    const configuration = { ...pulling, workspace: { ...pulling.workspace, configuration: true } };
    const source = (folder: string) =>
      below(folder, `${plan}//- FEAT-2.md\n${feature("GOAL-9")}//- tl.yaml\nrules: { unknown-reference: warning }\n`);
    const client = await start(`${source("one")}${source("two")}`, {
      folders: ["one", "two"],
      capabilities: configuration,
      settings: {},
      folderSettings: { two: { configFile: "tl.yaml" } },
    });
    deepEqual(await client.eventually("one/FEAT-2.md", [unknown]), [unknown]);
    const milder = [unknown.replace("error", "warning")];
    deepEqual(await client.eventually("two/FEAT-2.md", milder), milder);
    client.folderSettings = { one: { configFile: "tl.yaml" } };
    client.notify("workspace/didChangeConfiguration", { settings: null });
    deepEqual(await client.eventually("one/FEAT-2.md", milder), milder);
    deepEqual(await client.eventually("two/FEAT-2.md", [unknown]), [unknown]);
  });

  it("has plans inside plans, which do not see each other", async () => {
    const client = await start(
      `${plan}//- inner/throughline.yaml\nrules: {}\n//- inner/FEAT-2.md\n${feature("GOAL-1")}//- FEAT-3.md\n${feature("GOAL-1", "FEAT-3")}`,
    );
    deepEqual(await client.problems("inner/FEAT-2.md"), [unknown, "7:7-7:12 error unknown-reference"]);
    deepEqual(await client.problems("FEAT-3.md"), []);
    client.remove("inner/throughline.yaml");
    client.watched("inner/throughline.yaml", 3);
    deepEqual(await client.eventually("inner/FEAT-2.md", []), []);
  });

  it("may open a folder and one inside it", async () => {
    const client = await start(`${plan}//- inner/FEAT-2.md\n${feature("GOAL-1")}`, { folders: ["", "inner"] });
    deepEqual(await client.problems("inner/FEAT-2.md"), [unknown, "7:7-7:12 error unknown-reference"]);
    const inner = [{ uri: client.uri("inner"), name: "inner" }];
    client.notify("workspace/didChangeWorkspaceFolders", { event: { added: [], removed: inner } });
    deepEqual(await client.eventually("inner/FEAT-2.md", []), []);
  });

  it("hears of files that appear, change, move and go", async () => {
    const client = await start(`${plan}//- FEAT-2.md\n${feature("GOAL-2")}`);
    deepEqual(await client.problems("FEAT-2.md"), [unknown]);
    const goal = "---\ntype: goal\nid: GOAL-2\nowner: ana\nkpis: [KPI-1]\n---\n# Sell abroad\n";
    client.write("goals/b.md", goal);
    client.watched("goals/b.md", 1);
    deepEqual(await client.eventually("FEAT-2.md", []), []);
    client.write("goals/b.md", goal.replace("GOAL-2", "GOAL-3"));
    client.watched("goals/b.md", 2);
    deepEqual(await client.eventually("FEAT-2.md", [unknown]), [unknown]);
    client.write("goals/b.md", goal);
    client.watched("goals/b.md", 2);
    deepEqual(await client.eventually("FEAT-2.md", []), []);
    // A folder goes as a whole, and comes back under another name.
    renameSync(join(client.folder, "goals"), join(client.folder, "aims"));
    client.watched("goals", 3);
    deepEqual(await client.eventually("FEAT-2.md", [unknown]), [unknown]);
    client.watched("aims", 1);
    deepEqual(await client.eventually("FEAT-2.md", []), []);
  });

  it("reads what is saved, even if nobody watches", async () => {
    const client = await start(`${plan}//- FEAT-2.md\n${feature("GOAL-2")}`);
    client.open("GOAL-2.md", "");
    client.save("GOAL-2.md", "---\ntype: goal\nid: GOAL-2\nowner: ana\nkpis: [KPI-1]\n---\n# Sell abroad\n");
    client.close("GOAL-2.md");
    deepEqual(await client.eventually("FEAT-2.md", []), []);
  });

  it("leaves alone what git ignores, until it does not any more", async () => {
    const client = await start(`${plan}//- .gitignore\nold/\n//- old/FEAT-1.md\n${feature("GOAL-9", "FEAT-1")}`);
    await figures(client, { items: 3, errors: 0 });
    client.open("old/FEAT-1.md");
    client.open("node_modules/x/FEAT-1.md", feature("GOAL-9", "FEAT-1"));
    deepEqual(await client.problems("old/FEAT-1.md"), []);
    deepEqual(await client.problems("node_modules/x/FEAT-1.md"), []);
    client.write("old/FEAT-5.md", feature("GOAL-9", "FEAT-1"));
    client.watched("old/FEAT-5.md", 1);
    await wait(200);
    deepEqual(await client.problems("old/FEAT-5.md"), []);
    client.close("old/FEAT-1.md");
    client.write(".gitignore", "\n");
    client.watched(".gitignore", 2);
    await figures(client, { items: 5 });
    match((await client.problems("old/FEAT-5.md")).join(), /duplicate-id/);
  });

  it("follows its settings", async () => {
    const configuration = { ...pulling, workspace: { ...pulling.workspace, configuration: true } };
    const client = await start(
      `${plan}//- FEAT-2.md\n${feature("GOAL-9")}//- plans/tl.yaml\nrules: { unknown-reference: warning }\n`,
      { capabilities: configuration, settings: { enable: false } },
    );
    equal((await client.ready()).state, "no-specs");
    deepEqual(await client.problems("FEAT-2.md"), []);
    client.settings = { enable: true };
    client.notify("workspace/didChangeConfiguration", { settings: null });
    deepEqual(await client.eventually("FEAT-2.md", [unknown]), [unknown]);
    client.settings = { configFile: "plans/tl.yaml" };
    client.notify("workspace/didChangeConfiguration", { settings: null });
    const milder = [unknown.replace("error", "warning")];
    deepEqual(await client.eventually("FEAT-2.md", milder), milder);
    client.settings = { enable: false };
    client.notify("workspace/didChangeConfiguration", { settings: null });
    deepEqual(await client.eventually("FEAT-2.md", []), []);
  });

  it("takes settings from a client that is not asked", async () => {
    const client = await start(`${plan}//- FEAT-2.md\n${feature("GOAL-9")}`, { capabilities: listening });
    const count = () => client.told<{ diagnostics: readonly unknown[] }>("textDocument/publishDiagnostics");
    await client.hears<{ diagnostics: unknown[] }>(
      "textDocument/publishDiagnostics",
      ({ diagnostics }) => diagnostics.length > 0,
    );
    client.notify("workspace/didChangeConfiguration", { settings: { throughline: { enable: false } } });
    await client.hears<{ diagnostics: unknown[] }>(
      "textDocument/publishDiagnostics",
      ({ diagnostics }) => diagnostics.length === 0,
    );
    equal(count().length, 2);
  });

  it("says where its configuration is broken", async () => {
    const client = await start(`${plan}//- throughline.yaml\nrules: 7\n`);
    const status = await client.ready();
    equal(status.state, "broken-config");
    deepEqual(status.config, {
      uri: client.uri("throughline.yaml"),
      range: { start: { line: 0, character: 7 }, end: { line: 0, character: 8 } },
    });
    client.open("throughline.yaml");
    client.edit("throughline.yaml", "files: ['*.md']\n");
    await figures(client, { state: "ready", items: 3 });
  });

  it("registers for files and settings where the client lets it", async () => {
    const dynamic = { dynamicRegistration: true };
    const workspace = { didChangeWatchedFiles: dynamic, didChangeConfiguration: dynamic };
    const client = await start(plan, { capabilities: { ...pulling, workspace } });
    const [{ registrations }] = client.told<{ registrations: { method: string }[] }>("client/registerCapability") as [
      { registrations: { method: string }[] },
    ];
    deepEqual(
      registrations.map(({ method }) => method),
      ["workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration"],
    );
  });

  if (!filesThroughClient) {
    it("knows pictures and folders that come and go", async () => {
      const text = "---\ntype: prd\nstatus: idea\n---\n# Faster checkout\n\n![The flow](img/flow.png)\n";
      const client = await start(`//- prd.md\n${text}`);
      const links = async () => (await client.problems("prd.md")).filter((problem) => problem.includes("broken-link"));
      const dead = (await links())[0];
      equal(dead, "6:12-6:24 warning broken-link");
      client.write("img/flow.png", "");
      client.watched("img", 1);
      while ((await links()).length > 0) await wait(20);
      client.remove("img");
      client.watched("img", 3);
      while ((await links()).length === 0) await wait(20);
      deepEqual(await links(), [dead]);
    });
  } else {
    it("is read through the client at most 64 files at a time, and says when that is not all", async () => {
      const many = Array.from({ length: 200 }, (_, index) => `//- f/${index}.md\n# ${index}\n`).join("");
      const client = await start(plan + many, { more: true });
      const sizes = client.told<{ uris: readonly string[] }>("throughline/files/read").map(({ uris }) => uris.length);
      deepEqual(sizes, [64, 64, 64, 11]);
      match((await client.ready()).note ?? "", /^Only the first 203 files of protocol-\w+ are read\.$/);
    });

    it("has none where the client lists none", async () => {
      const client = await start("//- a.txt\n\n");
      equal((await client.ready()).state, "no-specs");
    });
  }
});
