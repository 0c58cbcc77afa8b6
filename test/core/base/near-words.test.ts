import assert from "node:assert/strict";
import fc from "fast-check";
import { nearWords } from "../../../server/src/base/near-words.ts";
import { slips } from "../../../server/src/base/nearest.ts";

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "1"), maxLength: 7 });

describe("words near to one", () => {
  it("are those that few slips lead to, behind a first letter that is right where there are several", () => {
    fc.assert(
      fc.property(
        word,
        fc.uniqueArray(word, { maxLength: 40 }),
        fc.integer({ min: 0, max: 3 }),
        (wanted, words, limit) => {
          const expected = words.flatMap((other) => {
            const count = slips(wanted, other, limit);
            const fits = limit < 2 || other.startsWith(wanted.slice(0, 1));
            return count === undefined || !fits ? [] : [{ word: other, slips: count }];
          });
          const found = [...nearWords(wanted, words.toSorted(), limit)];
          assert.deepEqual(
            found,
            expected.toSorted((a, b) => (a.word < b.word ? -1 : 1)),
          );
          for (let length = 0; length <= 7; length++) {
            const alike = words.filter((other) => other.length === length).toSorted();
            assert.deepEqual(
              [...nearWords(wanted, alike, limit, length)],
              found.filter((near) => near.word.length === length),
            );
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("are found among a hundred thousand without looking at each", () => {
    let looked = 0;
    const words = Array.from({ length: 100_000 }, (_, at) => `prd-${at}`).toSorted();
    const watched = new Proxy(words, {
      get: (target, name) => {
        if (typeof name === "string" && /^\d+$/.test(name)) looked++;
        return Reflect.get(target, name);
      },
    });
    assert.deepEqual(
      Array.from(nearWords("prd-1234x", watched, 1), (hit) => hit.word),
      ["prd-1234", ...Array.from({ length: 10 }, (_, digit) => `prd-1234${digit}`)],
    );
    assert.ok(looked < 15_000, `${looked} words were looked at`);
  });
});
