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

  it("does not mind what both begin with, nor letters of other alphabets", () => {
    const start = fc.constantFrom("", "Plan ", "plan 1", "Plan 10", "ΣΟΦΟΣ", "İ", "été ");
    const word = fc.array(fc.constantFrom("a", "A", "Z", "[", "é", "É", "Σ", "ς", "0", "1", "01", " "), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(start, start, word, word, (begin, other, one, two) => {
        const [a, b] = [begin + one.join(""), other + two.join("")];
        const expected = compareParts(partsOf(a.toLowerCase()), partsOf(b.toLowerCase())) || (a < b ? -1 : 1);
        assert.equal(Math.sign(compareNatural(a, b)), a === b ? 0 : Math.sign(expected), `${a} and ${b}`);
      }),
      { numRuns: 5000 },
    );
  });
});

/** Numbers, and single characters. */
function partsOf(text: string): readonly (string | bigint)[] {
  return (text.match(/\d+|[^\d]/g) ?? []).map((part) => (/^\d/.test(part) ? BigInt(part) : part));
}

type Parts = readonly (string | bigint)[];

function compareParts([one, ...rest]: Parts, [other, ...others]: Parts): number {
  if (one === undefined || other === undefined) return Number(one !== undefined) - Number(other !== undefined);
  if (one === other) return compareParts(rest, others);
  const signs = [one, other].map((part) => (typeof part === "bigint" ? "5" : part));
  if (typeof one === "bigint" && typeof other === "bigint") return one < other ? -1 : 1;
  return signs[0]! < signs[1]! ? -1 : 1;
}
