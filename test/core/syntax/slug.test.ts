import assert from "node:assert/strict";
import fc from "fast-check";
import GithubSlugger, { slug } from "github-slugger";
import { newSlugger, slugOf } from "../../../server/src/syntax/slug.ts";

describe("slug", () => {
  it("makes GitHub's anchors", () => {
    assert.equal(slugOf("Goals & non-goals (v1.2)"), "goals--non-goals-v12");
    assert.equal(slugOf("Ziele für 2027"), "ziele-für-2027");
    assert.equal(slugOf("FEAT-12: One_tap pay!"), "feat-12-one_tap-pay");
  });

  it("numbers headings that are the same", () => {
    const anchor = newSlugger();
    assert.deepEqual(["Why", "Why", "Why-1", "Why", "why"].map(anchor), ["why", "why-1", "why-1-1", "why-2", "why-3"]);
  });

  it("agrees with github-slugger on every ASCII character and on any text", () => {
    for (let code = 0; code < 128; code++) {
      const text = `a${String.fromCharCode(code)}b`;
      assert.equal(slugOf(text), slug(text), `character ${code}`);
    }
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => assert.equal(slugOf(text), slug(text))));
  });

  it("agrees with github-slugger on whole documents", () => {
    const heading = fc.stringMatching(/^[ab](-[12]){0,2}$/);
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 30 }), (headings) => {
        const theirs = new GithubSlugger();
        assert.deepEqual(
          headings.map(newSlugger()),
          headings.map((text) => theirs.slug(text)),
        );
      }),
    );
  });
});
