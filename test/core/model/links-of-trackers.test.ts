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

  it("may have a comma in an address", () => {
    const texts = (written: string) => {
      const [project] = engineOver(`//- a.md\n---\ntype: prd\nlinks: ${written}\n---\n`).workspace.projects();
      return project!.query
        .items()[0]!
        .item.fields.get("links")
        ?.values.map(({ text }) => text);
    };
    assert.deepEqual(texts("https://map.example/@48.1,11.5"), ["https://map.example/@48.1,11.5"]);
    assert.deepEqual(texts("https://a.example/x,y, https://b.example"), ["https://a.example/x,y", "https://b.example"]);
    assert.deepEqual(texts("https://a.example,https://b.example"), ["https://a.example", "https://b.example"]);
    assert.deepEqual(texts("ABC-1,https://b.example/x,y"), ["ABC-1", "https://b.example/x,y"]);
  });
});
