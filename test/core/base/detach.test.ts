import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { detach } from "../../../server/src/base/detach.ts";
import { Workspace } from "../../../server/src/workspace/workspace.ts";

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
    const workspace = new Workspace({ today: "2026-11-22" });
    workspace.apply([{ type: "roots", uris: ["file:///w"] }]);
    const read = (n: number) => {
      const text = `---\ntype: prd\nid: PRD-${n}\ntitle: A title that is long enough ${n}\n---\n${`prose ${n} `.repeat(100_000)}`;
      workspace.apply([{ type: "disk", uri: `file:///w/${n}.md`, text }]);
    };
    read(0);
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let n = 1; n <= 20; n++) read(n);
    collect();
    const megabytes = (process.memoryUsage().heapUsed - before) / 1e6;
    assert.equal([...workspace.files()].length, 21);
    assert.ok(megabytes < 5, `${megabytes} MB are kept of 20 documents of 0.8 MB`);
  });
});
