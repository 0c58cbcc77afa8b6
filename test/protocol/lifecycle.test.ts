import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { features } from "../../server/src/features/all.ts";
import { mergeCapabilities } from "../../server/src/lsp/capabilities.ts";
import { listening, pulling } from "./client.ts";
import { overEach, plan, type Start } from "./over-each.ts";
import { commandLine, type Transport, transports } from "./transports.ts";

const notFound = { code: -32601 };
const invalid = { code: -32600 };

overEach("the life of a server", lives, [...transports, commandLine]);

function lives(start: Start, { filesThroughClient }: Transport): void {
  it("offers what answers, and nothing else", async () => {
    const client = await start(plan);
    const offered = features.map(({ capabilities }) => capabilities(pulling, {}));
    deepEqual(
      client.result.capabilities,
      mergeCapabilities([
        {
          positionEncoding: "utf-16",
          textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
          workspace: {
            workspaceFolders: { supported: true, changeNotifications: true },
            fileOperations: {
              didDelete: { filters: [{ pattern: { glob: "**" } }] },
              didRename: { filters: [{ pattern: { glob: "**" } }] },
            },
          },
          diagnosticProvider: { identifier: "throughline", interFileDependencies: true, workspaceDiagnostics: true },
        },
        ...offered.filter((capabilities) => capabilities !== undefined),
      ]),
    );
    for (const { capabilities, requests } of features) {
      const isOffered = capabilities(pulling, {}) !== undefined;
      for (const method of Object.keys(requests)) {
        const code = await client.request(method, {}).then(
          () => 0,
          ({ code }: { code: number }) => code,
        );
        equal(code !== notFound.code, isOffered, `${method} is offered and answered, or neither`);
      }
    }
  });

  it("does not offer diagnostics to a client that cannot ask for them", async () => {
    const client = await start(plan, { capabilities: listening });
    equal(client.result.capabilities.diagnosticProvider, undefined);
    await rejects(client.pull("FEAT-1.md"), notFound);
  });

  it("answers what it does not know with an error, and goes on", async () => {
    const client = await start(plan);
    await rejects(client.request("textDocument/prepareTea", {}), notFound);
    client.notify("textDocument/boil", {});
    client.notify("$/setTrace", { value: "verbose" });
    client.notify("$/cancelRequest", { id: 4711 });
    client.notify("textDocument/didChange", {
      textDocument: { uri: client.uri("no.md"), version: 3 },
      contentChanges: [],
    });
    await rejects(client.request("throughline/syntaxTree", { uri: client.uri("no.md") }), { code: -32603 });
    await client.hears<{ message: string }>("window/logMessage", ({ message }) => /syntaxTree.*no\.md/.test(message));
    client.open("FEAT-1.md");
    deepEqual(await client.eventually("FEAT-1.md", []), []);
  });

  it("ends with 0 after shutdown, and answers nothing in between", async () => {
    const client = await start(plan);
    await client.request("shutdown");
    await rejects(client.pull("FEAT-1.md"), invalid);
    await rejects(client.request("textDocument/prepareTea"), invalid);
    client.notify("exit");
    equal(await client.running.ended, 0);
  });

  if (!filesThroughClient) {
    it("ends with 1 without shutdown, and when the client goes away", async () => {
      const rude = await start(plan);
      rude.notify("exit");
      equal(await rude.running.ended, 1);
      const gone = await start(plan);
      gone.running.hangUp();
      equal(await gone.running.ended, 1);
    });
  }

  it("shows its status and a document's tree to developers", async () => {
    const client = await start(plan);
    const status = await client.request<string>("throughline/serverStatus");
    match(status, /\| 3 \| 3 \| 3 \| 3 \| \d+ \|/);
    match(status, /pull/);
    const tree = await client.request<string>("throughline/syntaxTree", { uri: client.uri("KPI-1.md") });
    match(tree, /^root 1:1-\d+:1\n {2}yaml .*\n {2}heading 8:1-8:8 depth=1\n {4}text 8:3-8:8 value="Sales"\n/);
  });

  it("tells how far the first scan is, and what it found", async () => {
    const client = await start(plan, { capabilities: { ...pulling, window: { workDoneProgress: true } } });
    deepEqual(await client.ready(), { state: "ready", files: 3, specs: 3, items: 3, errors: 0, warnings: 0 });
    await client.hears<{ value: { kind: string } }>("$/progress", ({ value }) => value.kind === "end");
    const kinds = client.told<{ value: { kind: string } }>("$/progress").map(({ value }) => value.kind);
    deepEqual([kinds[0], kinds.at(-1)], ["begin", "end"]);
    await client.hears("throughline/roadmap/changed");
  });

  it("tells editors that do not know of it nothing of its own", async () => {
    const capabilities = { ...pulling, workspace: { ...pulling.workspace, codeLens: { refreshSupport: true } } };
    const client = await start(plan, { capabilities, early: true, options: { notices: false } });
    client.open("KPI-1.md");
    // The request to look again is due after a notice about the roadmap would be.
    await client.hears("workspace/codeLens/refresh");
    deepEqual(
      client.heard.filter(
        ({ method }) => method.startsWith("throughline/") && !method.startsWith("throughline/files/"),
      ),
      [],
    );
  });
}
