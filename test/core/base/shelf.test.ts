import assert from "node:assert/strict";
import { Shelf } from "../../../server/src/base/shelf.ts";

describe("a shelf", () => {
  it("keeps copies that nobody changes, short ones and long ones, each at a multiple of four", () => {
    const shelf = new Shelf();
    const sizes = [0, 1, 3, 4, 5, 1_000, 33_000, 100_000, 1_000_000, 7, ...Array.from({ length: 40 }, () => 30_001)];
    const kept = sizes.map((size, at) => {
      const given = Buffer.alloc(size, at + 1);
      const copy = shelf.put(given);
      given.fill(0);
      return copy;
    });
    for (const [at, copy] of kept.entries()) {
      assert.equal(copy.length, sizes[at]);
      assert.equal(copy.byteOffset % 4, 0);
      assert.ok(copy.every((byte) => byte === at + 1));
    }
  });

  it("lends one room to all who write, and what was put of it stays as it was", () => {
    const shelf = new Shelf();
    const one = shelf.draft(10).fill(1);
    const kept = shelf.put(one.subarray(0, 10));
    assert.equal(shelf.draft(7).buffer, one.buffer);
    shelf.draft(7).fill(2);
    assert.ok(kept.every((byte) => byte === 1));
    assert.equal(shelf.draft(1_000).length, 1_000);
  });
});
