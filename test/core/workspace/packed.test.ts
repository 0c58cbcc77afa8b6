import assert from "node:assert/strict";
import { defaultConfig } from "../../../server/src/model/config.ts";
import { readSpec } from "../../../server/src/model/read-spec.ts";
import { UnpackedSummary } from "../../../server/src/model/unpacked-summary.ts";
import { Workspace } from "../../../server/src/workspace/workspace.ts";
import { asked } from "../../asked.ts";

const uri = "file:///w/prd.md";
const text = "---\ntype: prd\nid: PRD-1\nowner: ana\n---\n# Faster checkout\n\n## Goals\n\nSee [[GOAL-1]].\n";

function open(): {
  readonly apply: Workspace["apply"];
  readonly isPacked: () => boolean;
  readonly says: () => unknown;
} {
  const workspace = new Workspace({ today: "2026-11-22" });
  workspace.apply([{ type: "roots", uris: ["file:///w"] }]);
  const summary = () => workspace.projects()[0]!.summary("prd.md")!;
  const places = () => workspace.projects()[0]!.places("prd.md")!;
  return {
    apply: (changes) => workspace.apply(changes),
    isPacked: () => summary() instanceof UnpackedSummary,
    says: () => asked({ summary: summary(), places: places() }),
  };
}

describe("what is kept of a document", () => {
  it("is packed while the document is closed, whatever was read of it before, and says the same", () => {
    const { apply, isPacked, says } = open();
    for (const now of [text, `${text}\n## Later\n\nAlso [[GOAL-2]].\n`, text.replace("ana", "bo"), text]) {
      apply([{ type: "disk", uri, text: now }]);
      assert.ok(isPacked(), now);
      assert.deepEqual(says(), readSpec({ uri, text: now }, "prd.md", defaultConfig));
    }
  });

  it("is packed again when the document is closed", () => {
    const { apply, isPacked } = open();
    apply([{ type: "disk", uri, text }]);
    apply([{ type: "open", uri, text: `${text}\nMore.\n` }]);
    assert.ok(!isPacked());
    const { wanted } = apply([{ type: "close", uri }]);
    assert.deepEqual(wanted, [uri]);
    apply([{ type: "disk", uri, text }]);
    assert.ok(isPacked());
  });
});
