import assert from "node:assert/strict";
import { namesIn } from "../../../server/src/workspace/names-in.ts";
import { engineOver, root } from "../../check.ts";
import { parseFixture } from "../../fixture.ts";

const config = `
  //- throughline.yaml
  ignore: [archive/**]
  kinds:
    decision: { match: adr/*.md, id: { file: "{n}-{slug}.md", format: "ADR-{n}" } }
  //- prd.md
  ---
  type: prd
  id: PRD-1
  ---
  `;

/** The names in documents that lie on another branch of this project. */
function names(documents: Readonly<Record<string, string>>): readonly string[] {
  const [project] = engineOver(parseFixture(config)).workspace.projects();
  return namesIn(
    Object.entries(documents).map(([path, text]) => ({ uri: `${root}/${path}`, text })),
    project!,
  );
}

describe("names on other branches", () => {
  it("are ids, former ids and names of files, as this project reads documents", () => {
    const documents = {
      "new.md": "---\ntype: prd\nid: PRD-7\naliases: PRD-5\n---\n### FEAT-3: Wallet\n\n- [ ] **FR-1:** x\n",
      "adr/0012-use-sqlite.md": "# Use SQLite\n",
    };
    assert.deepEqual(names(documents), [
      "PRD-7",
      "PRD-5",
      "new",
      "FEAT-3",
      "PRD-7/FR-1",
      "ADR-0012",
      "0012-use-sqlite",
    ]);
  });

  it("are none of what this project leaves alone", () => {
    const text = "---\ntype: prd\nid: PRD-7\n---\n";
    const documents = { "archive/old.md": text, "notes.md": "# PRD-8\n" };
    assert.deepEqual(names(documents), []);
    const outside = namesIn(
      [{ uri: "file:///elsewhere/a.md", text }],
      engineOver(parseFixture(config)).workspace.projects()[0]!,
    );
    assert.deepEqual(outside, []);
  });
});
