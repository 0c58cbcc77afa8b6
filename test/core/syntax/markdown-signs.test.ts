import assert from "node:assert/strict";
import fc from "fast-check";
import { newSigns, nextSign } from "../../../server/src/syntax/markdown-signs.ts";

/** All sorts at once, as they are meant. */
const signs = /[\\`<[\]@]|!(?=\[)|-(?=\d)|:(?=\/\/)|\{(?=\{)|[wW](?=[wW]{2}\.)|T(?=BD)/g;

const text = fc
  .array(fc.constantFrom(..."\\`<[]@!-1:/{wWT.BD é\u3042\n", "TBD", "www.", "Www.", "://", "{{", "![", "plain words"), {
    maxLength: 60,
  })
  .map((parts) => parts.join(""));

describe("what may start something inline", () => {
  it("is found in order, whichever sort comes next", () => {
    fc.assert(
      fc.property(text, (given) => {
        const found = newSigns(given);
        const places: number[] = [];
        for (let at = nextSign(found, 0); at < given.length; at = nextSign(found, at + 1)) places.push(at);
        assert.deepEqual(
          places,
          [...given.matchAll(signs)].map(({ index }) => index),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it("is found behind a stretch that was passed over", () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(9), { maxLength: 20 }), (given, steps) => {
        const found = newSigns(given);
        let from = 0;
        for (const step of steps) {
          from += step;
          signs.lastIndex = from;
          assert.equal(nextSign(found, from), signs.exec(given)?.index ?? given.length);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
