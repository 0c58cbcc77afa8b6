import assert from "node:assert/strict";
import fc from "fast-check";
import { nearest, slips } from "../../../server/src/base/nearest.ts";

const fields = [
  "owner",
  "team",
  "status",
  "timeframe",
  "priority",
  "depends-on",
  "kpis",
  "goals",
  "parent",
  "id",
  "pm",
];

describe("did you mean", () => {
  const meant: readonly (readonly [string, string | undefined])[] = [
    ["ownr", "owner"],
    ["onwer", "owner"],
    ["Owner", "owner"],
    ["statsu", "status"],
    ["staus", "status"],
    ["timefrmae", "timeframe"],
    ["dependson", "depends-on"],
    ["depend_on", "depends-on"],
    ["kpi", "kpis"],
    ["ID", "id"],
    ["is", undefined],
    ["pn", undefined],
    ["ower-of-it", undefined],
    ["stats-page", undefined],
    ["", undefined],
    ["parentheses", undefined],
    ["layout", undefined],
    ["x".repeat(1000), undefined],
  ];
  for (const [word, expected] of meant) {
    it(`${word.slice(0, 20)} → ${expected}`, () => assert.equal(nearest(word, fields), expected));
  }

  it("takes the nearest, then the first", () => {
    assert.equal(nearest("GOAL-1", ["GOAL-12", "GOAL-2", "goal-1"]), "goal-1");
    assert.equal(nearest("GOAL-9", ["GOAL-1", "GOAL-2"]), "GOAL-1");
    assert.equal(nearest("GOAL-9", ["GOAL-1", "GOAL-2"], { unique: true }), undefined);
    assert.equal(nearest("GOAL-9", ["GOAL-1"], { unique: true }), "GOAL-1");
    assert.equal(nearest("GAOL-1", ["GOAL-2", "GOAL-3", "GOAL-1"], { unique: true }), "GOAL-1");
    assert.equal(nearest("GAOL-1", ["GOAL-1", "GOAL-2", "GOAL-3"], { unique: true }), "GOAL-1");
    assert.equal(nearest("ownr", []), undefined);
  });

  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });

  it("counts slips as a slow definition does, either way round", () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 8 }), (a, b, limit) => {
        const expected = slowSlips(a, b);
        assert.equal(slips(a, b, limit), expected <= limit ? expected : undefined);
        assert.equal(slips(b, a, limit), slips(a, b, limit));
      }),
      { numRuns: 3000 },
    );
  });

  it("finds none that is nearer than what it answers", () => {
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 6 }), (one, candidates) => {
        const found = nearest(one, candidates);
        if (found === undefined) return;
        const distances = candidates.map((candidate) => slowSlips(one, candidate));
        const distance = slowSlips(one, found);
        // A shorter candidate needs to be nearer, so only those that could be answered count.
        const best = Math.min(
          ...distances.filter((d, i) => d <= Math.min(3, Math.floor(Math.min(one.length, candidates[i]!.length) / 3))),
        );
        assert.equal(distance, best);
      }),
      { numRuns: 3000 },
    );
  });

  it("passes over no word that is near enough", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "A", "-", "1"), maxLength: 8 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 6 }), (written, candidates) => {
        const far = (other: string) =>
          slips(
            written.toLowerCase(),
            other.toLowerCase(),
            Math.min(3, Math.floor(Math.min(written.length, other.length) / 3)),
          ) ?? Number.POSITIVE_INFINITY;
        const least = Math.min(...candidates.map(far));
        const expected =
          least === Number.POSITIVE_INFINITY ? undefined : candidates.find((other) => far(other) === least);
        assert.equal(nearest(written, candidates), expected);
        const ties = new Set(candidates.filter((other) => far(other) === least));
        assert.equal(nearest(written, candidates, { unique: true }), ties.size > 1 ? undefined : expected);
      }),
    );
  });
});

/** The definition, written down as it is: insert, delete, replace, swap neighbours. */
function slowSlips(a: string, b: string): number {
  const known = new Map<string, number>();
  const between = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${i} ${j}`;
    let value = known.get(key);
    if (value === undefined) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      value = Math.min(between(i - 1, j) + 1, between(i, j - 1) + 1, between(i - 1, j - 1) + same);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) value = Math.min(value, between(i - 2, j - 2) + 1);
      known.set(key, value);
    }
    return value;
  };
  return between(a.length, b.length);
}
