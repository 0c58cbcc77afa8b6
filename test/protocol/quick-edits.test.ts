import { deepEqual, equal } from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import {
  type CompletionList,
  LSPErrorCodes,
  type Position,
  type PublishDiagnosticsParams,
} from "vscode-languageserver/node";
import { features } from "../../server/src/features/all.ts";
import { type Client, listening, pulling, shown } from "./client.ts";
import { overEach, plan } from "./over-each.ts";

/** What an editor asks after a key, each by the capability that offers it. */
const questions: Readonly<Record<string, readonly string[]>> = {
  hoverProvider: ["textDocument/hover"],
  definitionProvider: ["textDocument/definition"],
  referencesProvider: ["textDocument/references"],
  documentHighlightProvider: ["textDocument/documentHighlight"],
  documentLinkProvider: ["textDocument/documentLink"],
  documentSymbolProvider: ["textDocument/documentSymbol"],
  workspaceSymbolProvider: ["workspace/symbol"],
  foldingRangeProvider: ["textDocument/foldingRange"],
  selectionRangeProvider: ["textDocument/selectionRange"],
  codeLensProvider: ["textDocument/codeLens"],
  inlayHintProvider: ["textDocument/inlayHint"],
  semanticTokensProvider: ["textDocument/semanticTokens/full", "textDocument/semanticTokens/range"],
  callHierarchyProvider: ["textDocument/prepareCallHierarchy"],
  codeActionProvider: ["textDocument/codeAction"],
  completionProvider: ["textDocument/completion"],
  renameProvider: ["textDocument/prepareRename"],
};

/** Offered for something else than a key that is pressed. */
const others = ["positionEncoding", "textDocumentSync", "workspace", "diagnosticProvider", "executeCommandProvider"];

/** Closed files are read for these, so others may overtake them. */
const reading = new Set(features.flatMap(({ reads, requests }) => (reads === undefined ? [] : Object.keys(requests))));

const able = { ...pulling.textDocument, diagnostic: undefined };
const pushed = { ...listening, textDocument: able };

/** Lines 0 to 6 are the block; in the sixth a goal is being typed. */
const text = "---\ntype: feature\nid: FEAT-2\nowner: ana\nstatus: active\ngoals: \n---\n# Prices\n\nSee GOAL-1.\n";

overEach("forty quick edits", (start) => {
  it("leave every question answered, in order, about the text of its moment, and findings told of no text before", async () => {
    const client = await start(`${plan}//- FEAT-2.md\n${text}`, { capabilities: pushed });
    const offered = Object.keys(client.result.capabilities);
    deepEqual(
      offered.filter((name) => !others.includes(name) && questions[name] === undefined),
      [],
      "each capability is asked",
    );
    client.open("FEAT-2.md");
    await client.hears<PublishDiagnosticsParams>(publish, ({ uri }) => uri === client.uri("FEAT-2.md"));
    const before = published(client).length;
    const answered: string[] = [];
    const asked: string[] = [];
    const ranges: number[] = [];
    const all: Promise<unknown>[] = [];
    for (let key = 1; key <= 40; key++) {
      const character = 6 + key;
      const at = { line: 5, character };
      client.edit("FEAT-2.md", "GOAL-1"[key - 1] ?? "1", { start: at, end: at });
      for (const name of offered) {
        for (const method of questions[name] ?? []) {
          const question = `${key} ${method}`;
          asked.push(question);
          const position = { line: 5, character: character + 1 };
          all.push(
            answerTo(client, method, position).then((answer) => {
              answered.push(question);
              if (method === "textDocument/completion" && key < 7) ranges.push(endOf(answer as CompletionList));
            }),
          );
        }
      }
    }
    await Promise.all(all);
    const isAtOnce = (question: string) => !reading.has(question.split(" ")[1]!);
    deepEqual(answered.filter(isAtOnce), asked.filter(isAtOnce));
    deepEqual([...answered].sort(), [...asked].sort());
    deepEqual(ranges, [8, 9, 10, 11, 12, 13], "each answer is about what was typed by then");
    await client.hears<PublishDiagnosticsParams>(publish, ({ version }) => version === 41);
    await wait(1200);
    const after = published(client).slice(before);
    // While questions are answered in between, findings may be told in between: never of a text before one that was told of.
    const versions = after.map(({ version }) => version ?? 0);
    deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
    );
    equal(versions.at(-1), 41);
    for (const { version, diagnostics } of after) {
      const ends = diagnostics
        .filter(({ code }) => code === "unknown-reference")
        .map(({ range }) => range.end.character);
      for (const end of ends) equal(end, 6 + (version ?? 0), "what is told fits the text that it is told of");
    }
    equal(after.at(-1)?.diagnostics.map(shown).includes("5:7-5:47 error unknown-reference"), true);
  });
});

const publish = "textDocument/publishDiagnostics";

function published(client: Client): readonly PublishDiagnosticsParams[] {
  return client.told<PublishDiagnosticsParams>(publish).filter(({ uri }) => uri === client.uri("FEAT-2.md"));
}

/** An answer; that there is nothing to rename is one, too. */
async function answerTo(client: Client, method: string, position: Position): Promise<unknown> {
  try {
    return await client.request(method, paramsFor(client, position));
  } catch (reason) {
    equal((reason as { code: number }).code, LSPErrorCodes.RequestFailed, `${method}: ${reason}`);
    return undefined;
  }
}

function paramsFor(client: Client, position: Position): object {
  return {
    ...{ textDocument: { uri: client.uri("FEAT-2.md") }, position, positions: [position], query: "sales" },
    ...{ range: { start: position, end: position }, context: { diagnostics: [], includeDeclaration: true } },
  };
}

/** Where the word ends that an answer would replace. */
function endOf({ items }: CompletionList): number {
  const edit = items[0]?.textEdit;
  return edit !== undefined && "range" in edit ? edit.range.end.character : -1;
}
