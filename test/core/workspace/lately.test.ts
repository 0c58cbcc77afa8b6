import assert from "node:assert/strict";
import { Lately } from "../../../server/src/workspace/lately.ts";

describe("what changed lately", () => {
  it("is all since a moment, each file once", () => {
    const lately = new Lately();
    lately.note("a.md");
    const { moment } = lately;
    assert.deepEqual([...lately.since(moment)!], []);
    for (const path of ["b.md", "c.md", "b.md"]) lately.note(path);
    assert.deepEqual([...lately.since(moment)!], ["b.md", "c.md"]);
    assert.notEqual(lately.moment, moment);
  });

  it("is not known to the end of time, and never said to be less than it is", () => {
    const lately = new Lately();
    const moments = Array.from({ length: 5000 }, (_, at) => {
      const { moment } = lately;
      lately.note(`${at}.md`);
      return moment;
    });
    const known = moments.map((moment) => lately.since(moment)?.size);
    assert.deepEqual(
      known,
      known.map((size, at) => (size === undefined ? undefined : 5000 - at)),
    );
    assert.equal(known[0], undefined);
    assert.equal(known.at(-1), 1);
  });
});
