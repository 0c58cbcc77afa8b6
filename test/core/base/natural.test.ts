import assert from "node:assert/strict";
import fc from "fast-check";
import { compareNatural } from "../../../server/src/base/natural.ts";

describe("natural order", () => {
  it("puts numbers and letters as people do", () => {
    const ordered = ["", "-", "007", "7", "10", "a", "A1", "a2", "a10", "B", "FEAT-9", "FEAT-10", "FEAT-10a", "é"];
    assert.deepEqual([...ordered].reverse().sort(compareNatural), ordered);
  });

  it("compares numbers of any length", () => {
    assert.ok(compareNatural(`x${"9".repeat(40)}`, `x1${"0".repeat(40)}`) < 0);
  });

  it("is a total order", () => {
    const word = fc.array(fc.constantFrom("a", "A", "b", "0", "1", "9", "10", "-", " "), { maxLength: 5 });
    const text = word.map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        assert.equal(Math.sign(compareNatural(a, b)), -Math.sign(compareNatural(b, a)) + 0);
        assert.equal(compareNatural(a, b) === 0, a === b);
        if (compareNatural(a, b) < 0 && compareNatural(b, c) < 0) assert.ok(compareNatural(a, c) < 0);
      }),
      { numRuns: 2000 },
    );
  });
});
