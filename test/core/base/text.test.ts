import assert from "node:assert/strict";
import fc from "fast-check";
import { slugOf } from "../../../server/src/base/text.ts";

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
