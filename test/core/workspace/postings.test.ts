import assert from "node:assert/strict";
import fc from "fast-check";
import { Postings } from "../../../server/src/workspace/postings.ts";

describe("the files that something stands in", () => {
  it("are those that were added under its key and not taken away, however many there are", () => {
    const act = fc.record({ key: fc.nat(30).map(String), path: fc.nat(8).map((at) => `${at}.md`) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 300 }), (acts) => {
        const postings = new Postings();
        const truth = new Map<string, Set<string>>();
        for (const { key, path } of acts) {
          const paths = truth.get(key) ?? new Set();
          truth.set(key, paths);
          // As who keeps them does: nothing is added twice, and nothing taken away that is not there.
          if (paths.delete(path)) postings.delete(key, path);
          else {
            paths.add(path);
            postings.add(key, path);
          }
        }
        for (const [key, paths] of truth) assert.deepEqual([...postings.get(key)].sort(), [...paths].sort());
        assert.deepEqual(postings.get("none"), []);
      }),
    );
  });

  it("are told apart by keys that are nearly the same", () => {
    const postings = new Postings();
    const keys = Array.from({ length: 50_000 }, (_, at) => `name:feat-${at}`);
    for (const key of keys) postings.add(key, key);
    for (const key of keys) assert.deepEqual(postings.get(key), [key]);
  });
});
