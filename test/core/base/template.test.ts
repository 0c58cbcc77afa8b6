import assert from "node:assert/strict";
import fc from "fast-check";
import { fillTemplate, matchTemplate, type TemplateValues } from "../../../server/src/base/template.ts";

const table: readonly (readonly [string, string, TemplateValues | undefined])[] = [
  ["rfc-{n}.md", "rfc-12.md", { n: "12" }],
  ["rfc-{n}.md", "rfc-0012.md", { n: "0012" }],
  ["rfc-{n}.md", "rfc-.md", undefined],
  ["rfc-{n}.md", "rfc-1a.md", undefined],
  ["rfc-{n}.md", "xrfc-1.md", undefined],
  ["{n}-{slug}.md", "0012-one-tap.md", { n: "0012", slug: "one-tap" }],
  ["{n}{slug}", "12ab", { n: "12", slug: "ab" }],
  ["{n}{slug}", "12", { n: "1", slug: "2" }],
  ["{slug}-{n}", "a-b-12", { slug: "a-b", n: "12" }],
  ["{slug}-{n}", "1-2-3", { slug: "1-2", n: "3" }],
  ["{slug}.md", "a/b.md", undefined],
  ["{slug}/{name}.md", "a/b.md", { slug: "a", name: "b" }],
  ["plain", "plain", {}],
  ["plain", "other", undefined],
  ["", "", {}],
  ["{n", "{n", {}],
  ["{N}", "{N}", {}],
];

describe("templates", () => {
  for (const [template, text, values] of table) {
    it(`${template} and ${text}`, () => {
      assert.deepEqual(matchTemplate(template, text), values);
      if (values !== undefined) assert.equal(fillTemplate(template, values), text);
    });
  }

  it("cannot be filled with something missing", () => {
    assert.equal(fillTemplate("rfc-{n}.md", {}), undefined);
    assert.equal(fillTemplate("{constructor}", {}), undefined);
  });

  it("takes no longer for a template that was made to take long", () => {
    assert.equal(matchTemplate("{slug}{name}".repeat(80), `${"a".repeat(900)}/`), undefined);
    assert.deepEqual(matchTemplate("{slug}", "a".repeat(1000)), { slug: "a".repeat(1000) });
    assert.equal(matchTemplate("{slug}", "a".repeat(1001)), undefined);
  });

  it("finds values that fill it again", () => {
    const piece = fc.constantFrom("{n}", "{slug}", "{name}", "-", "1", "a", "/");
    const template = fc.uniqueArray(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
    const digits = fc.nat(999).map(String);
    const word = fc.constantFrom("a", "1-a", "-", "a1", "{n}");
    fc.assert(
      fc.property(template, digits, word, word, (one, n, slug, name) => {
        const text = fillTemplate(one, { n, slug, name })!;
        const values = matchTemplate(one, text);
        assert.ok(values !== undefined, text);
        assert.equal(fillTemplate(one, values), text);
      }),
      { numRuns: 2000 },
    );
  });
});
