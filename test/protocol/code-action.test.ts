import { deepEqual, equal, ok } from "node:assert/strict";
import type { CodeAction, CodeActionContext } from "vscode-languageserver/node";
import { applied } from "../check-action.ts";
import { pulling } from "./client.ts";
import { overEach, plan } from "./over-each.ts";

const lost = `${plan}//- FEAT-2.md
---
type: feature
id: FEAT-2
owner: ana
timeframe: now
kpis: [ü, KPI-1]
goals: GOAL-9
---
# Übertrag
`;

const lazy = {
  ...pulling,
  workspace: {
    ...pulling.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ["create" as const, "delete" as const] },
  },
  textDocument: {
    ...pulling.textDocument,
    codeAction: { dataSupport: true, disabledSupport: true, resolveSupport: { properties: ["edit"] } },
  },
};

overEach("what can be done at a place", (start) => {
  const ask = async (client: Awaited<ReturnType<typeof start>>, context: Partial<CodeActionContext> = {}) => {
    const place = { line: 6, character: 9 };
    return await client.request<readonly CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: client.uri("FEAT-2.md") },
      range: { start: place, end: place },
      context: { diagnostics: [], ...context },
    });
  };

  it("comes whole to a client that cannot ask again, and creates nothing there", async () => {
    const client = await start(lost);
    equal(client.result.capabilities.codeActionProvider === undefined, false);
    client.open("FEAT-2.md");
    const actions = await ask(client, { only: ["quickfix"] });
    ok(actions.length > 0);
    for (const { title, edit, data } of actions) deepEqual([title, edit !== undefined, data], [title, true, undefined]);
    equal(JSON.stringify(actions).includes("documentChanges"), false);
  });

  it("is worked out when it is chosen, and makes a document where the client can", async () => {
    const client = await start(lost, { capabilities: lazy });
    deepEqual((client.result.capabilities.codeActionProvider as { resolveProvider?: boolean }).resolveProvider, true);
    client.open("FEAT-2.md");
    const actions = await ask(client);
    const create = actions.find(({ title }) => title === "Create “GOAL-9”");
    equal(create?.edit, undefined);
    const { edit } = await client.request<CodeAction>("codeAction/resolve", create);
    const after = applied(edit!, new Map());
    equal(after.size, 1);
    const [[uri, text]] = [...after] as [[string, string]];
    ok(uri.endsWith("/GOAL-9.md") || uri.endsWith("/goal-9.md"), uri);
    ok(text.includes("\nid: GOAL-9\n"), text);
  });

  it("counts columns as the client does", async () => {
    const client = await start(lost, {
      capabilities: { ...lazy, general: { positionEncodings: ["utf-8"] } },
    });
    client.open("FEAT-2.md");
    const place = { line: 5, character: 7 };
    const actions = await client.request<readonly CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: client.uri("FEAT-2.md") },
      range: { start: place, end: place },
      context: { diagnostics: [], only: ["quickfix"] },
    });
    const out = actions.find(({ title }) => title === "Take this link out");
    const { edit } = await client.request<CodeAction>("codeAction/resolve", out);
    const [edits] = Object.values(edit?.changes ?? {});
    deepEqual(edits?.[0]?.range, { start: { line: 5, character: 7 }, end: { line: 5, character: 11 } });
  });
});
