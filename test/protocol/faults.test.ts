import { deepEqual, equal, notDeepEqual } from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { Client } from "./client.ts";
import { plan } from "./over-each.ts";
import { bundle, overProcess, transports } from "./transports.ts";

const [stdio] = transports;
const feature = (goal: string) =>
  `---\ntype: feature\nid: FEAT-2\nowner: ana\nstatus: active\ntimeframe: 2027-Q1\ngoals: [${goal}]\nkpis: [KPI-1]\n---\n# Two-tap pay\n`;
const unknown = "6:8-6:14 error unknown-reference";

describe("when something goes wrong", () => {
  it("a server that is killed amid its work is followed by one that says the same, of what is not saved too", async () => {
    const first = await Client.over(stdio!, `${plan}//- FEAT-2.md\n${feature("GOAL-1")}`);
    first.open("FEAT-2.md", feature("GOAL-9"));
    deepEqual(await first.eventually("FEAT-2.md", [unknown]), [unknown]);
    const roadmap = await first.request("throughline/roadmap/children", { by: "goal" });
    // Asked, and dead before it can answer.
    first.edit("FEAT-2.md", feature("GOAL-8"));
    void first.pull("FEAT-2.md").catch(() => {});
    await first.running.kill();
    const second = await Client.over(stdio!, "", { folder: first.folder });
    try {
      // The editor still has the text, and hands it over as it does when a server starts.
      second.open("FEAT-2.md", feature("GOAL-9"));
      deepEqual(await second.eventually("FEAT-2.md", [unknown]), [unknown]);
      deepEqual(await second.request("throughline/roadmap/children", { by: "goal" }), roadmap);
      second.close("FEAT-2.md");
      deepEqual(await second.eventually("FEAT-2.md", []), []);
    } finally {
      await second.dispose();
      await first.dispose();
    }
  });

  it("files that changed without a word are right once they are opened, saved or let go of", async () => {
    const client = await Client.over(stdio!, `${plan}//- FEAT-2.md\n${feature("GOAL-1")}`);
    try {
      deepEqual(await client.eventually("FEAT-2.md", []), []);
      client.write("FEAT-2.md", feature("GOAL-9"));
      client.open("FEAT-2.md");
      deepEqual(await client.eventually("FEAT-2.md", [unknown]), [unknown]);
      // A formatter writes while the document is open, and then it is closed.
      client.write("FEAT-2.md", feature("GOAL-1"));
      client.close("FEAT-2.md");
      deepEqual(await client.eventually("FEAT-2.md", []), []);
      client.save("FEAT-2.md", feature("GOAL-7"));
      deepEqual(await client.eventually("FEAT-2.md", [unknown]), [unknown]);
    } finally {
      await client.dispose();
    }
  });

  it("two windows on one folder see what the other has saved, and nothing else of it", async () => {
    const one = await Client.over(stdio!, `${plan}//- FEAT-2.md\n${feature("GOAL-1")}`);
    const other = await Client.over(stdio!, "", { folder: one.folder });
    try {
      one.open("FEAT-2.md");
      other.open("FEAT-2.md");
      one.edit("FEAT-2.md", feature("GOAL-9"));
      deepEqual(await one.eventually("FEAT-2.md", [unknown]), [unknown]);
      deepEqual(await other.eventually("FEAT-2.md", []), []);
      one.save("FEAT-2.md", feature("GOAL-9"));
      other.watched("FEAT-2.md", 2);
      // What it holds open wins until the editor takes the new text, as it does at once when there is nothing unsaved.
      other.edit("FEAT-2.md", feature("GOAL-9"));
      deepEqual(await other.eventually("FEAT-2.md", [unknown]), [unknown]);
      notDeepEqual(one.folder, "");
    } finally {
      await other.dispose();
      await one.dispose();
    }
  });

  it("a client that listens no longer is left without a word", async () => {
    const child = spawn(process.execPath, [bundle("server.cjs"), "--stdio"], { stdio: "pipe" });
    const running = overProcess(child, new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    const connection = createMessageConnection(running.reader, running.writer);
    connection.listen();
    await connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
    child.stdout.destroy();
    void connection.sendRequest("shutdown").catch(() => {});
    await once(child, "close");
    equal(running.noise(), "");
  });

  it("a folder that cannot be one and a wrong place for what is kept leave all else as it is", async () => {
    const spell = (uri: string) => (uri.endsWith("/none") ? "file://elsewhere/%00" : uri);
    const client = await Client.over(stdio!, `${plan}//- FEAT-2.md\n${feature("GOAL-9")}`, {
      folders: ["none", ""],
      spell,
      options: { cache: "no address" },
    });
    try {
      deepEqual(await client.eventually("FEAT-2.md", [unknown]), [unknown]);
    } finally {
      await client.dispose();
    }
  });

  it("a file that is renamed by its case alone is there once, in whatever order that is told", async () => {
    const client = await Client.over(stdio!, `${plan}//- FEAT-2.md\n${feature("GOAL-9")}`);
    try {
      deepEqual(await client.eventually("FEAT-2.md", [unknown]), [unknown]);
      client.write("feat-2.md", feature("GOAL-9"));
      client.watched("feat-2.md", 1);
      client.remove("FEAT-2.md");
      client.watched("FEAT-2.md", 3);
      deepEqual(await client.eventually("FEAT-2.md", []), []);
      deepEqual(await client.eventually("feat-2.md", [unknown]), [unknown]);
    } finally {
      await client.dispose();
    }
  });
});
