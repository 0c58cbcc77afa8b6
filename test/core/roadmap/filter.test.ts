import assert from "node:assert/strict";
import { roadmapChildren } from "../../../server/src/roadmap/rows.ts";
import { engineOver } from "../../check.ts";

describe("a filter on the roadmap", () => {
  const { query } = engineOver(`
    //- prd.md
    ---
    type: prd
    title: Faster checkout
    ---
  `).workspace.projects()[0]!;
  const sources = { locate: () => undefined, problemsOf: () => [] };
  const idsBelow = (row: string | undefined, filter: string) =>
    roadmapChildren(query, { by: "goal", row, filter }, sources).rows.map(({ id }) => id);

  it("has rows of its own, so that those which a person has closed are open in it", () => {
    const [plain] = idsBelow(undefined, "");
    const [hit] = idsBelow(undefined, "fast");
    assert.notEqual(hit, plain);
    assert.equal(idsBelow(hit, "fast").length, 1);
  });

  it("keeps its rows while it is typed", () => {
    const rows = idsBelow(undefined, "fast");
    assert.equal(rows.length, 1);
    assert.deepEqual(rows, idsBelow(undefined, "faste"));
  });
});
