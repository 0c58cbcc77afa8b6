import assert from "node:assert/strict";
import { healths, readHealth, showHealth, worseHealth } from "../../../server/src/model/health.ts";

describe("health said by hand", () => {
  it("is read with its reason", () => {
    const table: readonly (readonly [string, string])[] = [
      ["on track", "on-track|"],
      ["On-Track", "on-track|"],
      ["at-risk: vendor contract", "at-risk|vendor contract"],
      ["At risk – vendor contract", "at-risk|vendor contract"],
      ["at_risk (vendor)", "at-risk|vendor"],
      ["off track, no budget", "off-track|no budget"],
      ["offtrack", "off-track|"],
      ["green", "on-track|"],
      ["Amber", "at-risk|"],
      ["red: late", "off-track|late"],
      ["🟡", "at-risk|"],
      ["🔴 off track: late", "off-track|late"],
      ["⚠️ at risk", "at-risk|"],
      ["🟢 all fine", "on-track|all fine"],
    ];
    for (const [text, expected] of table) {
      const read = readHealth(text);
      assert.equal(read && `${read.health}|${read.note}`, expected, text);
    }
  });

  it("does not guess", () => {
    for (const text of ["", "fine", "greenish", "on tracks", "track", "unknown", "🚀", "at"]) {
      assert.equal(readHealth(text), undefined, text);
    }
  });

  it("knows which is worse", () => {
    for (const [i, a] of healths.entries()) {
      for (const [j, b] of healths.entries()) assert.equal(worseHealth(a, b), healths[Math.max(i, j)]);
    }
    assert.deepEqual(
      healths.map((health) => String(showHealth(health))),
      ["On track", "At risk", "Off track"],
    );
  });
});
