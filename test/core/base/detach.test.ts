import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { detach } from "../../../server/src/base/detach.ts";
import { defaultConfig } from "../../../server/src/model/config.ts";
import { readSpec } from "../../../server/src/model/read-spec.ts";

describe("detaching", () => {
  it("changes nothing that can be seen", () => {
    const value = () => ({
      a: "a text that is long enough",
      b: ["another text, long enough", 1],
      c: new Map([["k", { d: "a third one of the sort" }]]),
    });
    assert.deepEqual(detach(value()), value());
    assert.deepEqual(detach({ a: "with \0 a gap in its middle", b: "a text that is long enough" }), {
      a: "with \0 a gap in its middle",
      b: "a text that is long enough",
    });
  });

  it("lets go of the texts that documents were read from", () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const read = (n: number) => {
      const text = `---\ntype: prd\nid: PRD-${n}\ntitle: A title that is long enough ${n}\n---\n${`prose ${n} `.repeat(100_000)}`;
      return readSpec({ uri: `${n}.md`, text }, `${n}.md`, defaultConfig);
    };
    read(0);
    collect();
    const before = process.memoryUsage().heapUsed;
    const kept = Array.from({ length: 20 }, (_, n) => read(n + 1));
    collect();
    const megabytes = (process.memoryUsage().heapUsed - before) / 1e6;
    assert.equal(kept.length, 20);
    assert.ok(megabytes < 5, `${megabytes} MB are kept of 20 documents of 0.8 MB`);
  });
});
