import assert from "node:assert/strict";
import fc from "fast-check";
import { hash, hashNumbers } from "../../../server/src/base/hash.ts";

describe("the short name of a text", () => {
  it("is the one that stands beside it as an example", () => {
    assert.equal(hash("a"), "262p94epp1d");
  });

  it("is another one for another text, also where they are nearly the same", () => {
    const names = new Set(Array.from({ length: 50_000 }, (_, at) => hash(`kpi-${at}`)));
    assert.equal(names.size, 50_000);
  });

  it("is as two numbers whole ones of 32 bits, of which both tell texts apart", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme", minLength: 1 }), (text, more) => {
        const [here, there] = [hashNumbers(text), hashNumbers(text + more)];
        for (const at of [0, 1] as const) {
          assert.equal(here[at], here[at] | 0);
          assert.notEqual(here[at], there[at]);
        }
      }),
    );
  });
});
