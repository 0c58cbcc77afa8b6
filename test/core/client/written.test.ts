import assert from "node:assert/strict";
import { listValues } from "../../../client/src/pure/list-values.ts";
import { markdownLink } from "../../../client/src/pure/markdown-link.ts";

describe("what people write in a list", () => {
  const cases: readonly [string, readonly string[]][] = [
    ["", []],
    ["GOAL-1", ["GOAL-1"]],
    ["GOAL-1, GOAL-2", ["GOAL-1", "GOAL-2"]],
    ["[GOAL-1, 'Grow, fast']", ["GOAL-1", "Grow, fast"]],
    ["- GOAL-1\n- Ana's goal", ["GOAL-1", "Ana's goal"]],
    ["a,, b ,", ["a", "b"]],
  ];
  for (const [written, values] of cases)
    it(JSON.stringify(written), () => assert.deepEqual(listValues(written), values));
});

describe("a copied Markdown link", () => {
  it("starts at the root", () => assert.equal(markdownLink("Pay", "specs/pay.md"), "[Pay](/specs/pay.md)"));

  it("escapes what would end it early", () =>
    assert.equal(
      markdownLink("Pay [fast] \\o/", "specs (old)/one tap.md"),
      "[Pay \\[fast\\] \\\\o/](/specs%20%28old%29/one%20tap.md)",
    ));
});
