import assert from "node:assert/strict";
import type { Hover } from "vscode-languageserver";
import type { Feature } from "../../../server/src/features/feature.ts";
import { hover } from "../../../server/src/features/hover.ts";
import { root } from "../../check.ts";
import { complete } from "../../check-completion.ts";
import { featureState } from "../../feature-state.ts";

describe("words in throughline.yaml", () => {
  it("are completed with the kinds and rules of the project, in the place of what is typed", () => {
    const list = complete(`
      //- throughline.yaml
      kinds:
        rfc: { extends: feature, says: A request for comments. }
      rules:
        mine: { kind: r$0f, require: { owner: ana }, message: Ask Ana. }
    `);
    assert.deepEqual(
      list.items.find(({ label }) => label === "rfc"),
      {
        label: "rfc",
        kind: 12,
        sortText: "00010",
        textEdit: {
          range: { start: { line: 3, character: 16 }, end: { line: 3, character: 18 } },
          newText: "rfc",
        },
        data: { uri: `${root}/throughline.yaml`, about: { what: "config", path: ["rules", "mine", "kind"] } },
      },
    );
    assert.equal(list.words("rfc"), "A request for comments.");
    const rules = complete("//- throughline.yaml\nrules:\n  $0\n");
    assert.match(rules.words("missing-kpi"), /without a KPI.*docs\/rules\/missing-kpi\.md/s);
    assert.equal(rules.accept("missing-kpi"), "rules:\n  missing-kpi: \n");
  });

  it("are folders of the project where a pattern stands", () => {
    const files = "//- specs/a.md\n//- specs/pay/b.md\n//- notes.md\n//- throughline.yaml\nfiles: [$0]\n";
    assert.deepEqual(complete(files).labels, ["specs/**/*.md", "specs/pay/**/*.md"]);
  });

  it("begin a line below with the indentation that the file has", () => {
    const { accept, items } = complete("//- throughline.yaml\r\ncal$0\r\n");
    assert.equal(accept("calendar"), "calendar:\r\n  \r\n");
    assert.equal(items.find(({ label }) => label === "calendar")?.insertTextMode, 1);
  });

  it("are explained, and a rule leads to its page", () => {
    const found = ask<Hover>(hover, "textDocument/hover", "//- throughline.yaml\nrules:\n  missing-k$0pi: off\n");
    assert.deepEqual(found?.range, { start: { line: 1, character: 2 }, end: { line: 1, character: 13 } });
    assert.match(JSON.stringify(found?.contents), /without a KPI.*docs\/rules\/missing-kpi\.md/);
  });

  it("mean nothing in any other file", () => {
    const other = "//- notes.md\nrules:\n  missing-k$0pi: off\n";
    assert.equal(ask(hover, "textDocument/hover", other), null);
    assert.equal(complete(other).answer, null);
  });
});

function ask<Answer>(feature: Feature, method: string, source: string): Answer | null {
  const { state, uri, position } = featureState(source);
  return feature.requests[method]!({ textDocument: { uri }, position } as never, state, {} as never) as Answer | null;
}
