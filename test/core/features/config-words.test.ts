import assert from "node:assert/strict";
import type { CompletionList, Hover } from "vscode-languageserver";
import { completion } from "../../../server/src/features/completion.ts";
import type { Feature } from "../../../server/src/features/feature.ts";
import { hover } from "../../../server/src/features/hover.ts";
import { featureState } from "../../feature-state.ts";

describe("words in throughline.yaml", () => {
  it("are completed with the kinds and rules of the project, in the place of what is typed", () => {
    const list = ask<CompletionList>(
      completion,
      "textDocument/completion",
      `
      //- throughline.yaml
      kinds:
        rfc: { extends: feature, says: A request for comments. }
      rules:
        mine: { kind: r$0f, require: { owner: ana }, message: Ask Ana. }
      `,
    );
    assert.deepEqual(
      list?.items.find(({ label }) => label === "rfc"),
      {
        label: "rfc",
        kind: 12,
        sortText: "00010",
        textEdit: {
          range: { start: { line: 3, character: 16 }, end: { line: 3, character: 18 } },
          newText: "rfc",
        },
        insertTextMode: 1,
        documentation: { kind: "markdown", value: "A request for comments." },
      },
    );
    const rules = ask<CompletionList>(completion, "textDocument/completion", "//- throughline.yaml\nrules:\n  $0\n");
    assert.ok(rules?.items.some(({ label }) => label === "missing-kpi"));
  });

  it("are explained, and a rule leads to its page", () => {
    const found = ask<Hover>(hover, "textDocument/hover", "//- throughline.yaml\nrules:\n  missing-k$0pi: off\n");
    assert.deepEqual(found?.range, { start: { line: 1, character: 2 }, end: { line: 1, character: 13 } });
    assert.match(JSON.stringify(found?.contents), /without a KPI.*docs\/rules\/missing-kpi\.md/);
  });

  it("mean nothing in any other file", () => {
    const other = "//- notes.md\nrules:\n  missing-k$0pi: off\n";
    assert.equal(ask(hover, "textDocument/hover", other), null);
    assert.equal(ask(completion, "textDocument/completion", other), null);
  });
});

function ask<Answer>(feature: Feature, method: string, source: string): Answer | null {
  const { state, uri, position } = featureState(source);
  return feature.requests[method]!({ textDocument: { uri }, position } as never, state, {} as never) as Answer | null;
}
