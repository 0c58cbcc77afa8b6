import { deepEqual, equal, match, rejects } from "node:assert/strict";
import type { RenameFile, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver/node";
import type { IdPrefix, PrefixAnswer } from "../../server/src/plan-protocol.ts";
import type { EditAnswer } from "../../server/src/protocol.ts";
import { type Client, pulling } from "./client.ts";
import { overEach, plan } from "./over-each.ts";

const able = {
  ...pulling,
  textDocument: { ...pulling.textDocument, rename: { prepareSupport: true } },
  workspace: {
    ...pulling.workspace,
    fileOperations: { willRename: true },
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ["rename" as const],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
};

/** Files and what is written in them, the moves at the end. */
function shown(edit: WorkspaceEdit): readonly string[] {
  const name = (uri: string) => decodeURIComponent(uri.split("/").at(-1)!);
  const changes = (edit.documentChanges ?? []) as readonly (TextDocumentEdit | RenameFile)[];
  const edits = Object.entries(edit.changes ?? {}).map(([uri, edits]) => ({ textDocument: { uri }, edits }));
  return [...changes, ...edits].map((change) =>
    "oldUri" in change
      ? `${name(change.oldUri)} → ${name(change.newUri)}`
      : `${name(change.textDocument.uri)} ${change.edits.map((one) => ("newText" in one ? one.newText : "")).join(" ")}`,
  );
}

const at = (client: Client, line: number, character: number) => ({
  textDocument: { uri: client.uri("new.md") },
  position: { line, character },
});

overEach("renaming", (start) => {
  const unsaved = "---\ntype: prd\nid: PRD-1\ntags: [ü]\nkpis: [ü, KPI-1, GOAL-1\n";

  it("goes from unsaved text into closed files, with versions, moves and groups where the client knows them", async () => {
    const client = await start(plan, { capabilities: able });
    client.open("new.md", unsaved);
    const place = at(client, 4, 12);
    deepEqual(await client.request("textDocument/prepareRename", place), {
      range: { start: { line: 4, character: 10 }, end: { line: 4, character: 15 } },
      placeholder: "KPI-1",
    });
    const edit = await client.request<WorkspaceEdit>("textDocument/rename", { ...place, newName: "KPI-7" });
    deepEqual(shown(edit).toSorted(), [
      "FEAT-1.md KPI-7",
      "GOAL-1.md KPI-7",
      "KPI-1.md KPI-7",
      "KPI-1.md → KPI-7.md",
      "new.md KPI-7",
    ]);
    const documents = edit.documentChanges!.filter((change): change is TextDocumentEdit => "edits" in change);
    const versions = documents.map(({ textDocument: { uri, version } }) => [uri.split("/").at(-1), version]);
    deepEqual(new Map(versions as [string, number][]).get("new.md"), 1);
    deepEqual(new Map(versions as [string, number | null][]).get("KPI-1.md"), null);
    deepEqual(Object.keys(edit.changeAnnotations ?? {}), ["texts", "files"]);
  });

  it("gives texts alone to a client that can do no more, and says why where that is not enough", async () => {
    const client = await start(`${plan}//- wallet.md\n---\ntype: prd\ndepends-on: new\n---\n`, {
      capabilities: pulling,
    });
    client.open("new.md", unsaved.replace("id: PRD-1\n", "parent: wallet\n"));
    equal(client.result.capabilities.renameProvider, true);
    equal(client.result.capabilities.workspace?.fileOperations?.willRename, undefined);
    const edit = await client.request<WorkspaceEdit>("textDocument/rename", { ...at(client, 4, 12), newName: "KPI-7" });
    equal(edit.documentChanges, undefined);
    deepEqual(shown(edit).toSorted(), ["FEAT-1.md KPI-7", "GOAL-1.md KPI-7", "KPI-1.md KPI-7", "new.md KPI-7"]);
    const refused = (newName: string, line: number) =>
      client.request("textDocument/rename", { ...at(client, line, 12), newName });
    await rejects(refused("KPI 7", 4), /“KPI 7” is no id of a KPI\. Write KPI and a number, such as KPI-2\./);
    await rejects(refused("purse", 2), /wallet has no id, and goes by the name of its file\. Rename the file/);
    await rejects(
      client.request("textDocument/prepareRename", at(client, 1, 2)),
      /This says what the document is\. Choose another kind/,
    );
    equal(client.heard.filter(({ method }) => method === "window/logMessage").length, 0);
  });

  it("counts columns as the client does", async () => {
    const capabilities = { ...able, general: { positionEncodings: ["utf-8" as const] } };
    const client = await start(`${plan}//- ü.md\n---\ntype: feature\nid: FEAT-2\nkpis: [ü, KPI-1]\n---\n`, {
      capabilities,
    });
    client.open("new.md", unsaved);
    const edit = await client.request<WorkspaceEdit>("textDocument/rename", { ...at(client, 4, 12), newName: "KPI-7" });
    const starts = edit.documentChanges!.flatMap((change) =>
      "edits" in change && /(?:new|%C3%BC|ü)\.md$/.test(change.textDocument.uri)
        ? change.edits.map((one) => ("range" in one ? one.range.start.character : -1))
        : [],
    );
    deepEqual(starts, [11, 11]);
  });

  it("follows files that move", async () => {
    const client = await start(`${plan}//- x/a.md\n---\ntype: prd\nkpis: ../KPI-1.md\n---\n`, { capabilities: able });
    const files = [{ oldUri: client.uri("KPI-1.md"), newUri: client.uri("x/y/sales #1.md") }];
    const edit = await client.request<WorkspaceEdit>("workspace/willRenameFiles", { files });
    deepEqual(shown(edit), ["a.md y/sales%20%231.md"]);
    equal(
      await client.request("workspace/willRenameFiles", {
        files: [{ oldUri: client.uri("none.md"), newUri: client.uri("no.md") }],
      }),
      null,
    );
  });

  it("keeps former ids and changes prefixes when our own client asks for it", async () => {
    const client = await start(plan, { capabilities: able });
    client.open("new.md", unsaved);
    const kept = await client.request<EditAnswer>("throughline/rename", { ...at(client, 4, 12), newName: "KPI-7" });
    match(JSON.stringify(kept.edit), /aliases: KPI-1/);
    const nothing = await client.request<EditAnswer>("throughline/rename", { ...at(client, 0, 0), newName: "KPI-7" });
    equal(nothing.refusal, "There is no id at this place.");
    const [first] = await client.request<readonly IdPrefix[]>("throughline/prefixes");
    const asked = { folder: first!.folder, from: "KPI", to: "METRIC", keeps: false };
    const answer = await client.request<PrefixAnswer>("throughline/changePrefix", asked);
    match(answer.refusal ?? "", /^METRIC is not the prefix of any kind yet\. Add it to throughline\.yaml first/);
  });
});
