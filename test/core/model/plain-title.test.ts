import assert from "node:assert/strict";
import { bare } from "../../../server/src/model/bare.ts";
import { plainTitle } from "../../../server/src/model/plain-title.ts";

describe("a title", () => {
  for (const [markdown, expected] of [
    ["One tap", "One tap"],
    ["*One tap* pays **all** of it", "One tap pays all of it"],
    ["**_Both_**", "Both"],
    ["2 * 3 * 4 is snake_case_name", "2 * 3 * 4 is snake_case_name"],
    ["`--limit <N>` with `a_b_c` and `*`", "--limit <N> with a_b_c and *"],
    ["``a ` b`` c", "a ` b c"],
    ["an open ` tick", "an open ` tick"],
    ["[Wallet](../wallet.md) and [[pay|Pay]] and [[goal]]", "Wallet and Pay and goal"],
    ["fast <!-- why --> <b>now</b><br>then < 200 ms", "fast now then < 200 ms"],
    ["a \\*star\\*", "a *star*"],
    ["~~old~~ new", "old new"],
  ] as const) {
    it(`${markdown} reads ${expected}`, () => assert.equal(plainTitle(markdown), expected));
  }

  it("takes no longer for one that was made to take long", () => {
    const start = performance.now();
    for (const piece of ["**a", "*", "_ ", "`", "[a](", "<!--", "[[", "~~", "<a"]) plainTitle(piece.repeat(100_000));
    assert.ok(performance.now() - start < 500);
  });
});

describe("a bare value", () => {
  for (const [text, expected] of [
    [" **Owner", "Owner"],
    ["** Ana ", "Ana"],
    ["** ✅ **Done**", "✅ **Done**"],
    ["**Owner:**", "Owner"],
    ["`cargo fmt --check`", "cargo fmt --check"],
    ["100% parseable by `jq`", "100% parseable by `jq`"],
    ["*Order again* fills the *cart*", "*Order again* fills the *cart*"],
    ["**A** and **B**", "**A** and **B**"],
    ["***x***", "x"],
    ["**_x_**:", "x"],
    ["*", ""],
    ["", ""],
    ["a: b:", "a: b"],
  ] as const) {
    it(`${text} is ${expected}`, () => {
      const { start, end } = bare({ start: 0, end: text.length }, text);
      assert.equal(text.slice(start, end), expected);
    });
  }
});
