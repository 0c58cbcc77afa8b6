import assert from "node:assert/strict";
import { rowMark, sameRow } from "../../../client/src/pure/row-look.ts";
import type { RoadmapRow } from "../../../server/src/protocol.ts";

const row: RoadmapRow = {
  id: "GOAL-1/FEAT-1",
  label: "One-tap pay",
  description: "Q1 2027 · ana",
  spoken: "One-tap pay, feature",
  type: "item",
  icon: "play-circle",
  children: "none",
};

describe("how a row looks", () => {
  it("colours errors, and counts at most nine of them", () => {
    const colour = "list.errorForeground";
    assert.deepEqual(rowMark({ ...row, worst: "error", problems: 9 }), { colour, badge: "9" });
    assert.deepEqual(rowMark({ ...row, worst: "error", problems: 10 }), { colour, badge: "9+" });
  });

  it("colours the rows above an error without counting it again", () => {
    assert.deepEqual(rowMark({ ...row, worst: "error" }), { colour: "list.errorForeground", badge: undefined });
  });

  it("only counts warnings", () => {
    assert.deepEqual(rowMark({ ...row, worst: "warning", problems: 2 }), { colour: undefined, badge: "2" });
    assert.equal(rowMark({ ...row, worst: "warning" }), undefined);
  });

  it("says nothing about information, and nothing without problems", () => {
    assert.equal(rowMark({ ...row, worst: "information", problems: 3 }), undefined);
    assert.equal(rowMark(row), undefined);
  });

  it("is drawn again only when something that shows has changed", () => {
    assert.equal(sameRow(row, { ...row }), true);
    assert.equal(sameRow(row, { ...row, description: "Q2 2027 · ana" }), false);
  });
});
