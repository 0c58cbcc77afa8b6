import { deepEqual, equal, match } from "node:assert/strict";
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CodeLens,
  DocumentLink,
  Hover,
  InlayHint,
  Location,
  SemanticTokens,
} from "vscode-languageserver/node";
import { type Client, pulling } from "./client.ts";
import { overEach, plan } from "./over-each.ts";

/** A document that nobody has saved: its line with the cursor is not finished. */
const unsaved = "---\ntype: prd\nid: PRD-1\ntags: [ü]\nkpis: [KPI-1, ü, GOAL-1\n";

/** The place behind `KPI-1`, as the client counts. */
const cursor = { line: 4, character: 12 };

function asked(client: Client) {
  return { textDocument: { uri: client.uri("new.md") }, position: cursor };
}

interface Unregistered {
  readonly unregisterations: readonly [{ readonly id: string }];
}

overEach("reading", (start) => {
  const linksOf = async (client: Client, path: string) =>
    (
      await client.request<readonly DocumentLink[]>("textDocument/documentLink", {
        textDocument: { uri: client.uri(path) },
      })
    ).length;

  it("underlines all links of a document that is open when the first scan begins, where nobody asks for them again", async () => {
    const client = await start(plan, { early: true });
    client.open("FEAT-1.md");
    equal(await linksOf(client, "FEAT-1.md"), 2);
  });

  it("underlines what is known at once, and all as soon as it is, for a client that can be told of links again", async () => {
    const many = Array.from({ length: 400 }, (_, at) => `//- notes/${at}.md\n# A note\n`).join("");
    const textDocument = { ...pulling.textDocument, documentLink: { dynamicRegistration: true } };
    const client = await start(`${plan}${many}`, { capabilities: { ...pulling, textDocument }, early: true });
    const heard = (verb: string) => client.heard.filter(({ params }) => JSON.stringify(params)?.includes(verb)).length;
    equal(client.result.capabilities.documentLinkProvider, undefined);
    client.open("own.md", "---\ntype: feature\nid: FEAT-9\ndepends-on: [FEAT-9, GOAL-1]\ngoals: GOAL-1\n---\n# Ours\n");
    const early = await linksOf(client, "own.md");
    deepEqual([early >= 1, heard("documentLink again")], [true, 0]);
    await client.hears(
      "client/unregisterCapability",
      ({ unregisterations: [{ id }] }: Unregistered) => id === "textDocument/documentLink first",
    );
    deepEqual([heard("documentLink again"), await linksOf(client, "own.md")], [1, 3]);
  });

  it("goes on over unsaved text, into closed files, and answers all at once", async () => {
    const client = await start(plan);
    client.open("new.md", unsaved);
    const [hover, references, symbols] = await Promise.all([
      client.request<Hover>("textDocument/hover", asked(client)),
      client.request<readonly Location[]>("textDocument/references", { ...asked(client), context: {} }),
      client.request<readonly unknown[]>("workspace/symbol", { query: "prd" }),
    ]);
    match(
      JSON.stringify(hover.contents),
      /Sales.*Used by: One-tap pay \(FEAT-1\), Sell more \(GOAL-1\), new \(PRD-1\)/s,
    );
    deepEqual(
      references.map(({ uri, range }) => `${uri.split("/").at(-1)}:${range.start.line}:${range.start.character}`),
      ["FEAT-1.md:7:7", "GOAL-1.md:5:7", "KPI-1.md:2:4", "new.md:4:7"],
    );
    equal(symbols.length, 1);
  });

  it("counts columns as the client does, also where numbers are packed and in the callers' documents", async () => {
    const client = await start(`${plan}//- ü.md\n---\ntype: feature\nid: FEAT-2\ntags: ü\nkpis: [ü, KPI-1]\n---\n`, {
      capabilities: { ...pulling, general: { positionEncodings: ["utf-8"] } },
    });
    client.open("new.md", unsaved);
    const { data } = await client.request<SemanticTokens>("textDocument/semanticTokens/full", asked(client));
    // KPI-1, ü and GOAL-1: in UTF-16 the second is one column long, and the third stands three columns behind it.
    deepEqual(data.slice(-15), [0, 7, 5, 3, 0, 0, 7, 2, 3, 0, 0, 4, 6, 3, 0]);
    const [item] = await client.request<readonly CallHierarchyItem[]>(
      "textDocument/prepareCallHierarchy",
      asked(client),
    );
    const calls = await client.request<readonly CallHierarchyIncomingCall[]>("callHierarchy/incomingCalls", { item });
    const places = calls.map(({ from, fromRanges: [range] }) => `${from.name} ${range!.start.character}`);
    deepEqual(places, ["One-tap pay 7", "Sell more 7", "new 7", "ü 11"]);
  });

  it("keeps what stands between the lines up to date, as the settings want it", async () => {
    const workspace = {
      ...pulling.workspace,
      configuration: true,
      codeLens: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
    };
    const client = await start(plan, { capabilities: { ...pulling, workspace } });
    const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
    const shown = async () => {
      const textDocument = { uri: client.uri("GOAL-1.md") };
      const lenses = await client.request<readonly CodeLens[]>("textDocument/codeLens", { textDocument });
      const hints = await client.request<readonly InlayHint[]>("textDocument/inlayHint", { textDocument, range });
      return [
        ...lenses.map(({ command }) => command?.title),
        ...hints.map(({ label }) => (typeof label === "string" ? label : label[0]?.value)),
      ];
    };
    client.open("GOAL-1.md");
    deepEqual(await shown(), ["1 feature · 1 KPI · 0 %", "Sales"]);
    const heard = ["workspace/codeLens/refresh", "workspace/inlayHint/refresh"].map(
      (method) => [method, client.told(method).length] as const,
    );
    client.open("KPI-1.md");
    client.edit("KPI-1.md", "Turnover", { start: { line: 7, character: 2 }, end: { line: 7, character: 7 } });
    for (const [method, before] of heard) await client.hears(method, () => true, before);
    deepEqual(await shown(), ["1 feature · 1 KPI · 0 %", "Turnover"]);
    client.settings = { codeLens: "off", inlayHints: "off" };
    client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.hears("workspace/codeLens/refresh", () => true, client.told("workspace/codeLens/refresh").length);
    deepEqual(await shown(), []);
  });

  it("counts nothing before all documents have been read", async () => {
    const workspace = { ...pulling.workspace, configuration: true, codeLens: { refreshSupport: true } };
    const client = await start(plan, { capabilities: { ...pulling, workspace }, early: true });
    const textDocument = { uri: client.uri("GOAL-1.md") };
    client.open("GOAL-1.md");
    equal(await client.request("textDocument/codeLens", { textDocument }), null);
    await client.hears("workspace/codeLens/refresh");
    const lenses = await client.request<readonly CodeLens[]>("textDocument/codeLens", { textDocument });
    deepEqual(
      lenses.map(({ command }) => command?.title),
      ["1 feature · 1 KPI · 0 %"],
    );
  });

  it("is not offered to a client that shows nothing of it", async () => {
    const client = await start(plan, { capabilities: {} });
    const {
      codeLensProvider,
      inlayHintProvider,
      semanticTokensProvider,
      callHierarchyProvider,
      selectionRangeProvider,
    } = client.result.capabilities;
    deepEqual(
      [codeLensProvider, inlayHintProvider, semanticTokensProvider, callHierarchyProvider, selectionRangeProvider],
      Array(5).fill(undefined),
    );
  });
});
