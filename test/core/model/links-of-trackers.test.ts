import assert from "node:assert/strict";
import { checkProblems, engineOver } from "../../check.ts";

const source = `
//- a.md
---
type: prd
jira: ABC-1
figma: https://figma.example/a
github: "#12, #13"
---
`;

describe("links of several trackers", () => {
  it("add up: none takes the place of another", () => {
    checkProblems(source, { only: "duplicate-key" });
    const [project] = engineOver(source).workspace.projects();
    const values = project!.query
      .items()[0]!
      .item.fields.get("links")
      ?.values.map(({ text }) => text);
    assert.deepEqual(values, ["ABC-1", "https://figma.example/a", "#12", "#13"]);
  });
});
