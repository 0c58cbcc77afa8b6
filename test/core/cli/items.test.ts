import assert from "node:assert/strict";
import { listItems } from "../../../server/src/cli/items.ts";
import { engineOver, root } from "../../check.ts";
import { parseFixture } from "../../fixture.ts";

describe("the items that are listed", () => {
  it("are told how much is wrong with each of them, and each document is looked at once", () => {
    const requirements = "- **FR-1:** It pays.\n".repeat(3);
    const text = `//- a.md\n---\ntype: prd\nid: PRD-1\nowner: ana\n---\n# Pay\n\n${requirements}`;
    const engine = engineOver(parseFixture(text));
    const problems = engine.problems.bind(engine);
    let looks = 0;
    engine.problems = (uri) => {
      looks++;
      return problems(uri);
    };
    const listed = listItems({ engine, root, show: (uri) => uri, keep: async () => undefined });
    assert.deepEqual(
      listed.map((one) => [one.found.item.key, one.problems]),
      [
        ["PRD-1", 3],
        ["PRD-1/FR-1", 2],
        ["PRD-1/FR-1", 2],
        ["PRD-1/FR-1", 2],
      ],
    );
    assert.equal(looks, 1);
  });
});
