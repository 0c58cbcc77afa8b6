import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { type RoadmapDiff, roadmapDiff } from "../../server/src/protocol.ts";
import { Client } from "./client.ts";
import { plan } from "./over-each.ts";
import { bundle, overProcess, type Transport } from "./transports.ts";

const trap = join(import.meta.dirname, "trap.cjs");

/** The server, watched for whether it speaks to anybody but the client or runs anything. */
const watched: Transport = {
  name: "stdio, watched",
  filesThroughClient: false,
  start: () => {
    const child = spawn(process.execPath, ["--require", trap, bundle("server.cjs"), "--stdio"], { stdio: "pipe" });
    return overProcess(child, new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  },
};

/** Documents that name everything that somebody might want to fetch or run. */
const tempting = `${plan}//- tempting.md
---
type: prd
id: PRD-9
title: <img src="https://evil.example/x.png" onerror="alert(1)">
owner: "@ana"
links: https://evil.example/jira
goals: [https://evil.example/goal, "[x](command:workbench.action.quit)"]
---
![x](https://evil.example/y.png) [y](command:workbench.action.quit) <script src="https://evil.example/z.js"></script>
`;

describe("our programs", () => {
  it("are watched by a trap that works", () => {
    const tries =
      'require("net").connect(9, "127.0.0.1").on("error", () => {}); require("child_process").spawnSync("true")';
    const { stderr } = spawnSync(process.execPath, ["--require", trap, "-e", tries], { encoding: "utf8" });
    match(stderr, /trapped: net\.Socket\.connect\n[\s\S]*trapped: child_process\.spawnSync/);
  });

  const serve = async (trusted: boolean): Promise<string> => {
    const client = await Client.over(watched, tempting, { options: { trusted } });
    execFileSync("git", ["init", "-q"], { cwd: client.folder });
    try {
      client.open("tempting.md");
      const textDocument = { uri: client.uri("tempting.md") };
      const position = { line: 7, character: 12 };
      const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
      await client.pull("tempting.md");
      await client.request("textDocument/completion", { textDocument, position });
      await client.request("textDocument/hover", { textDocument, position });
      await client.request("textDocument/codeAction", { textDocument, range, context: { diagnostics: [] } });
      await client.request("throughline/roadmap/children", { by: "goal" });
      await client.request("throughline/new", { template: "prd", title: "One more" });
      const revision = { type: "name", names: ["HEAD"] };
      const { problem } = await client.request<RoadmapDiff>(roadmapDiff, { revision, name: "HEAD" });
      match(problem ?? "", trusted ? /^git knows no HEAD/ : /^git is asked only in a folder that you trust/);
      equal(await client.goodbye(), 0);
      return client.running.noise();
    } finally {
      await client.dispose();
    }
  };

  it("speak to nobody and run nothing but git, as a server", async () => {
    const noise = await serve(true);
    // Git is asked which ids other branches have, and what was before; nothing else is run for anything.
    match(noise, /trapped: child_process\.execFile \/\S+\/git$/m);
    doesNotMatch(noise, /trapped: (?!child_process\.execFile \/\S+\/git$)/m);
  });

  it("run nothing at all where nobody has said that the folder can be trusted", async () => {
    doesNotMatch(await serve(false), /trapped/);
  });

  it("speak to nobody, run nothing and write only what they are told to, as commands", async () => {
    const client = await Client.over(watched, tempting);
    const home = mkdtempSync(join(tmpdir(), "home-"));
    try {
      const before = looksOf(client.folder);
      const run = (...args: readonly string[]) => {
        const command = ["--require", trap, bundle("cli.cjs"), ...args, "--root", client.folder];
        const env = { PATH: "/nowhere", HOME: home, XDG_CACHE_HOME: join(home, "cache") };
        const { stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8", cwd: home, env });
        doesNotMatch(stderr, /trapped/);
        return stdout;
      };
      match(run("check"), /PRD-9/);
      match(run("check", "--format", "github"), /^::/m);
      match(run("list"), /PRD-9/);
      match(run("show", "PRD-9"), /PRD-9/);
      match(run("roadmap"), /\S/);
      deepEqual(looksOf(client.folder), before);
      deepEqual(
        readdirSync(home).filter((name) => name !== "cache"),
        [],
      );
      run("check", "--output", join(home, "report.txt"));
      match(readFileSync(join(home, "report.txt"), "utf8"), /PRD-9/);
      deepEqual(
        readdirSync(home).filter((name) => name !== "cache"),
        ["report.txt"],
      );
      deepEqual(looksOf(client.folder), before);
    } finally {
      await client.dispose();
      rmSync(home, { recursive: true, force: true });
    }
  });
});

function looksOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs} ${statSync(join(folder, name)).size}`);
}
