import assert from "node:assert/strict";
import { generate } from "../../../bench/generate.ts";
import { Engine } from "../../../server/src/rules/engine.ts";

const root = "file:///w";

describe("the workspace that the benchmark makes", () => {
  it("is the same for the same seed and number, and another for another", () => {
    const first = [...generate(7, 60)];
    assert.deepEqual([...generate(7, 60)], first);
    assert.notDeepEqual([...generate(8, 60)], first);
  });

  it("has documents of every kind, about 12 kB each, and as many as asked for", () => {
    const documents = [...generate(1, 400)].slice(1);
    assert.equal(documents.length, 400);
    const sizes = documents.map(({ text }) => text.length).sort((a, b) => a - b);
    assert.ok(sizes[200]! > 10_000 && sizes[200]! < 15_000, `${sizes[200]}`);
    const kinds = new Set(documents.map(({ text }) => /^type: (.+)$/m.exec(text)?.[1]));
    assert.equal(kinds.size, 9);
    assert.ok(documents.some(({ text }) => text.includes("**FR-1:**")));
  });

  it("is one of notes where they are to be short: 2.2 kB on average", () => {
    const notes = [...generate(1, 1_000, 1_450)].slice(1);
    const average = notes.reduce((sum, { text }) => sum + text.length, 0) / notes.length;
    assert.ok(average > 2_000 && average < 2_400, `${average}`);
  });

  it("is a plan whose links mostly lead somewhere, with the usual slips", () => {
    const engine = new Engine({ today: "2026-11-22" });
    engine.apply([{ type: "roots", uris: [root] }]);
    for (const { path, text } of generate(1, 300)) engine.apply([{ type: "disk", uri: `${root}/${path}`, text }]);
    const found = engine.reportable().map((uri) => engine.problems(uri));
    const withFlaws = found.filter((problems) => problems.length > 0).length;
    assert.ok(withFlaws > 20 && withFlaws < 100, `${withFlaws} of 300 have a flaw`);
    const rules = new Set(found.flat().map(({ rule }) => rule));
    for (const rule of ["unknown-reference", "missing-owner", "frontmatter-unparsable"])
      assert.ok(rules.has(rule), rule);
  });
});
