import assert from "node:assert/strict";
import { rememberOpenRows } from "../../../client/src/pure/open-rows.ts";
import type { RoadmapRow } from "../../../server/src/protocol.ts";

const row = (children: RoadmapRow["children"]): RoadmapRow => {
  return { id: "goal/pay", label: "", description: "", spoken: "", type: "item", icon: "circle", children };
};

describe("rows that are opened and closed", () => {
  it("stay as they were told to be when they are drawn again", () => {
    const rows = rememberOpenRows();
    assert.equal(rows.give(row("collapsed")), undefined);
    rows.tell(row("collapsed"), true);
    assert.equal(rows.give(row("collapsed")), true);
    rows.tell(row("collapsed"), false);
    assert.equal(rows.give(row("collapsed")), false);
  });

  it("stay open when VS Code does not tell of it, as it is just drawing them, but asks what is below", () => {
    const rows = rememberOpenRows();
    rows.give(row("collapsed"));
    rows.ask(row("collapsed"));
    assert.equal(rows.give(row("collapsed")), true);
  });

  it("stay open when they were closed before, and what is below is asked for since they were drawn", () => {
    const rows = rememberOpenRows();
    rows.tell(row("expanded"), false);
    rows.give(row("expanded"));
    rows.ask(row("expanded"));
    assert.equal(rows.give(row("expanded")), true);
  });

  it("stay closed when what is below was about to be asked for", () => {
    const rows = rememberOpenRows();
    rows.give(row("expanded"));
    rows.tell(row("expanded"), false);
    rows.ask(row("expanded"));
    assert.equal(rows.give(row("expanded")), false);
  });

  it("are as the plan has them where nobody has done anything, also when that becomes another", () => {
    const rows = rememberOpenRows();
    rows.give(row("expanded"));
    rows.ask(row("expanded"));
    assert.equal(rows.give(row("collapsed")), undefined);
  });
});
