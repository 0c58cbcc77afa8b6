import assert from "node:assert/strict";
import { rewriteLiteral } from "../update.ts";

/** In two pieces, so that it is no hole in this file. */
const hole = ["$", "{x}"].join("");

describe("expectations that are written anew", () => {
  const code = [
    "it('a', () => check(`",
    "  owner: ana",
    "    nested",
    "`));",
    "it('b', () => check(String.raw`",
    "      costs \\$0",
    "    `));",
    "checkText(x, `one line`);",
  ].join("\n");

  it("keep indentation and quoting", () => {
    assert.equal(
      rewriteLiteral(code, "owner: ana\n  nested\n", `owner: \`bo\`\n\n^^^ ${hole}\n`),
      code.replace("  owner: ana\n    nested", `  owner: \\\`bo\\\`\n\n  ^^^ \\${hole}`),
    );
    assert.equal(
      rewriteLiteral(code, "costs \\$0\n", "costs \\$0\n^^ hint a\n"),
      code.replace("costs \\$0", "costs \\$0\n      ^^ hint a"),
    );
    assert.equal(rewriteLiteral(code, "one line", "two"), code.replace("one line", "two"));
  });

  it("leave the name away that a helper put in front", () => {
    assert.equal(
      rewriteLiteral(code, "//- a.yaml\nowner: ana\n  nested\n", "//- a.yaml\nowner: bo\n"),
      code.replace("ana\n    nested", "bo"),
    );
  });

  it("change nothing else", () => {
    assert.equal(rewriteLiteral(code, "owner: cy\n", "owner: bo\n"), undefined);
    assert.equal(rewriteLiteral(`\`a ${hole}\``, `a ${hole}`, "c"), undefined);
  });
});
