import assert from "node:assert/strict";
import fc from "fast-check";
import { fileSlugOf, slugOf } from "../../../server/src/base/text.ts";

describe("slugs", () => {
  it("keep letters and digits of every script", () => {
    const table: readonly (readonly [string, string])[] = [
      ["One-tap pay!", "one-tap-pay"],
      ["  Ana's   *bold* idea (v2)  ", "anas-bold-idea-v2"],
      ["Größe & Übersicht", "größe-übersicht"],
      ["支付 2.0", "支付-2-0"],
      ["हिन्दी", "हिन्दी"],
      ["🚀", ""],
      ["", ""],
    ];
    for (const [title, slug] of table) assert.equal(slugOf(title), slug.normalize("NFC"));
  });

  it("are their own slug", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (title) => {
        const slug = slugOf(title);
        assert.equal(slugOf(slug), slug);
        assert.doesNotMatch(slug, /^-|-$|--|[\s/#.]/);
      }),
    );
  });
});

describe("the name of a file for a title", () => {
  it("is as long as a system takes: whole words, or what there is room for of one", () => {
    assert.equal(fileSlugOf("One-tap pay!"), "one-tap-pay");
    const long = "Checkout without an account ".repeat(20);
    assert.equal(fileSlugOf(long), `${"checkout-without-an-account-".repeat(4)}checkout`);
    assert.equal(fileSlugOf(`One ${long}`), `one-${"checkout-without-an-account-".repeat(4).slice(0, -1)}`);
    assert.equal(fileSlugOf("x".repeat(300)), "x".repeat(120));
    assert.equal(fileSlugOf("\u652f".repeat(300)), "\u652f".repeat(40));
    assert.equal(fileSlugOf("\u{1d400}".repeat(300)), "\u{1d400}".repeat(30));
    assert.equal(fileSlugOf(`${"x".repeat(120)} y`), "x".repeat(120));
  });
});
