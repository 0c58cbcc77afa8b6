import assert from "node:assert/strict";
import { engineOver } from "../../check.ts";

describe("a comment behind what is written below a heading", () => {
  it("is no part of it, in a line and in a cell", () => {
    const engine = engineOver(
      "//- a.md\n---\ntype: prd\nid: PRD-1\n---\n# A\n\n- Owner: ana <!-- throughline-disable-line unknown-person: new -->\n\n| Metric | Target |\n|---|---|\n| Sales | 3 % <!-- for now --> |\n",
    );
    const [document, sales] = engine.workspace.projects()[0]!.query.items();
    assert.equal(document?.item.fields.get("owner")?.values[0]?.text, "ana");
    assert.equal(sales?.item.fields.get("target")?.values[0]?.text, "3 %");
  });
});
