import assert from "node:assert/strict";
import { opensInBlock, withBlock } from "../../../client/src/pure/quick-suggestions.ts";

describe("suggestions while somebody types", () => {
  const off = { other: "off", comments: "off", strings: "off" };

  it("are off in Markdown unless somebody says otherwise, in one of VS Code's ways", () => {
    assert.equal(opensInBlock(off), false);
    assert.equal(opensInBlock(undefined), false);
    for (const on of [true, { ...off, strings: "on" }, { ...off, strings: true }]) assert.equal(opensInBlock(on), true);
    for (const other of [false, { ...off, strings: "inline" }, { other: "on" }])
      assert.equal(opensInBlock(other), false);
  });

  it("are turned on in the block alone: what was chosen for prose stays", () => {
    assert.deepEqual(withBlock(off), { other: "off", comments: "off", strings: "on" });
    assert.deepEqual(withBlock({ other: "on", comments: false, strings: false }), {
      other: "on",
      comments: "off",
      strings: "on",
    });
    assert.deepEqual(withBlock(undefined), { other: "off", comments: "off", strings: "on" });
    assert.deepEqual(withBlock(false), { other: "off", comments: "off", strings: "on" });
  });
});
