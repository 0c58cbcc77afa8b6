import assert from "node:assert/strict";
import { engineOver } from "../../check.ts";

describe("the query of a view", () => {
  it("is pointed out in throughline.yaml where it means nothing, on the word if it can be told", () => {
    const text = `views:
  Next: { where: "kind:feature ownr:ana" }
  Plain:
    where: kind:faeture owner:ana
    group: owner
  Ours:
    where: owner:ana
`;
    const engine = engineOver(`//- throughline.yaml\n${text}//- a.md\n---\ntype: prd\ntitle: Pay\nowner: ana\n---\n`);
    const problems = engine.problems("file:///w/throughline.yaml");
    const lines = text.split("\n");
    assert.deepEqual(
      problems.map(({ range: { start, end }, message, level, fixable }) => [
        lines[start.line]!.slice(start.character, end.character),
        String(message),
        level,
        fixable,
      ]),
      [
        ['"kind:feature ownr:ana"', "There is no field `ownr`. Did you mean `owner`?", "warning", false],
        ["faeture", "`faeture` is nothing that kind can be. Did you mean `feature`?", "warning", true],
      ],
    );
  });
});
