import assert from "node:assert/strict";
import { readFrontmatter } from "../../../server/src/syntax/frontmatter.ts";
import { checkDocument, valuesOf } from "./carets.ts";

describe("the fences of the block at the top", () => {
  it("are found, with what stands between and below them", () => {
    const text = "---\nid: PRD-1\n---\n# Title\n";
    const { open, close, content, bodyStart, map, comments, flaws } = readFrontmatter(text);
    assert.deepEqual(open, { start: 0, end: 3 });
    assert.deepEqual(close, { start: 14, end: 17 });
    assert.equal(text.slice(content.start, content.end), "id: PRD-1\n");
    assert.equal(text.slice(bodyStart), "# Title\n");
    assert.deepEqual(valuesOf(map), { id: "PRD-1" });
    assert.deepEqual([comments, flaws], [[], []]);
  });

  const whole: readonly [name: string, text: string, values: unknown, body: string][] = [
    [
      "Windows line endings",
      '---\r\nid: PRD-1\r\ntitle: "x"\r\n---\r\n# T\r\n',
      { id: "PRD-1", title: "x" },
      "# T\r\n",
    ],
    ["a byte order mark", "\ufeff---\nid: PRD-1\n---\n# T\n", { id: "PRD-1" }, "# T\n"],
    ["dots as the closing fence", "---\nid: PRD-1\n...\n# T\n", { id: "PRD-1" }, "# T\n"],
    ["no line break at the end", "---\nid: PRD-1\n---", { id: "PRD-1" }, ""],
    ["blanks behind the fences", "---  \nid: PRD-1\n---\t\n# T", { id: "PRD-1" }, "# T"],
    ["nothing in between", "---\n---\n# T\n", {}, "# T\n"],
    ["only empty lines and a comment", "---\n\n# owner: ana\n---\n# T\n", {}, "# T\n"],
    [
      "other scripts",
      "---\ntitle: Über 支付 🚀\n所有者: 安娜\n---\n# T\n",
      { title: "Über 支付 🚀", 所有者: "安娜" },
      "# T\n",
    ],
    [
      "a rule in the document",
      "---\nid: PRD-1\n---\n# T\n\n---\n\nfoo: bar\n---\n",
      { id: "PRD-1" },
      "# T\n\n---\n\nfoo: bar\n---\n",
    ],
    [
      "a line break that is missing in one place",
      "---\r\nid: PRD-1\ntitle: x\r\n---\n# T\n",
      { id: "PRD-1", title: "x" },
      "# T\n",
    ],
    ["NUL characters", "---\nid: PRD-1\ntitle: a\0b\n---\n\0", { id: "PRD-1", title: "a\0b" }, "\0"],
    [
      "empty lines and comments in between",
      "---\nid: PRD-1\n\n# who\nowner: ana\n\n---\n# T\n",
      { id: "PRD-1", owner: "ana" },
      "# T\n",
    ],
    ["a list instead of fields", "---\n- a\n- b\n---\n# T\n", undefined, "# T\n"],
    ["a text instead of fields", "---\njust some words\n---\n# T\n", undefined, "# T\n"],
    ["prose, which then is no part of the document", "---\n\nSome words.\n\n---\n\nMore.\n", undefined, "\nMore.\n"],
  ];
  for (const [name, text, values, body] of whole) {
    it(`stand with ${name}`, () => {
      const found = readFrontmatter(text);
      assert.deepEqual(valuesOf(found.map), values);
      assert.equal(text.slice(found.bodyStart), body);
      assert.deepEqual(found.flaws, []);
    });
  }

  const none: readonly [name: string, text: string][] = [
    ["empty", ""],
    ["a heading", "# Title\n\n---\nid: PRD-1\n---\n"],
    ["a rule and prose", "---\nThis is about: nothing\n\nfoo\n"],
    ["a rule and a list", "---\n- a\n- b\n"],
    ["a rule and one remark", "---\nNote: words.\n\nMore.\n"],
    ["a long rule", "-----\nid: PRD-1\n-----\n"],
    ["a fence with a word", "--- yaml\nid: PRD-1\n---\n"],
    ["an indented fence", " ---\nid: PRD-1\n---\n"],
    ["a fence alone", "---"],
    ["a fence and nothing", "---\n\n"],
    ["empty lines above a rule and prose", "\n\n---\nSome words.\n---\n"],
    ["empty lines above a rule and one remark", "\n---\nNote: words.\n---\n"],
    ["a comment above the fence", "<!-- x -->\n---\nid: PRD-1\n---\n"],
  ];
  for (const [name, text] of none) {
    it(`are not seen in: ${name}`, () => {
      assert.deepEqual(readFrontmatter(text), {
        open: undefined,
        close: undefined,
        content: { start: 0, end: 0 },
        map: undefined,
        comments: [],
        flaws: [],
        bodyStart: 0,
      });
    });
  }

  it("are not seen behind a lone byte order mark", () => {
    assert.equal(readFrontmatter("\ufeff# Title\n").bodyStart, 1);
  });

  describe("one that is missing", () => {
    it("ends the block at an empty line", () => {
      checkDocument(
        "---\n^^^ error frontmatter-unclosed\ntype: prd\nid: PRD-1\n\n# Title\n\nText: with a colon.\n",
        { type: "prd", id: "PRD-1" },
        "---\ntype: prd\nid: PRD-1\n---\n\n# Title\n\nText: with a colon.\n",
      );
    });
    it("ends the block at a heading", () => {
      checkDocument(
        "---\n^^^ error frontmatter-unclosed\ntype: prd\n# Not a heading\nid: PRD-1\n# Title\nText\n",
        { type: "prd", id: "PRD-1" },
        "---\ntype: prd\n# Not a heading\nid: PRD-1\n---\n# Title\nText\n",
      );
    });
    it("ends the block at the end", () => {
      const flaw = "---\n^^^ error frontmatter-unclosed\n";
      checkDocument(`${flaw}type: prd\nid: PRD-1\n`, { type: "prd", id: "PRD-1" }, "---\ntype: prd\nid: PRD-1\n---\n");
      checkDocument(`${flaw}type: prd\n`, { type: "prd" });
    });
    it("keeps Windows line endings in its fix", () => {
      const text = "---\r\ntype: prd\r\n\r\n# Title\r\n";
      const { flaws, bodyStart } = readFrontmatter(text);
      assert.deepEqual(flaws[0]?.fix?.edits, [{ span: { start: 16, end: 16 }, newText: "---\r\n" }]);
      assert.equal(text.slice(bodyStart), "\r\n# Title\r\n");
    });
    it("is not a rule further down", () => {
      checkDocument(
        "---\n^^^ error frontmatter-unclosed\ntype: prd\nid: PRD-1\n\n# Title\n\nSome words here.\n\n- a list\n\n---\n\nMore.\n",
        { type: "prd", id: "PRD-1" },
        "---\ntype: prd\nid: PRD-1\n---\n\n# Title\n\nSome words here.\n\n- a list\n\n---\n\nMore.\n",
      );
    });
    it("keeps what is broken in the block", () => {
      checkDocument(
        "---\n^^^ error frontmatter-unclosed\ntype: prd\ntitle: A: b\n        ^ warning\nst\n^^ error\n\n# Title\n",
        { type: "prd", title: "A: b", st: "(half typed)" },
      );
    });
  });

  describe("that do not start on the first line", () => {
    it("are read all the same", () => {
      const flaw = "---\n^^^ warning frontmatter-not-first\n";
      checkDocument(`\n\n${flaw}type: prd\n---\n# T\n`, { type: "prd" }, "---\ntype: prd\n---\n# T\n");
      checkDocument(`\n${flaw}title: x\nowners:\n- ana\n---\n# T\n`, { title: "x", owners: ["ana"] });
    });
    it("keep the byte order mark, unless it is what stands above", () => {
      const first = readFrontmatter("\ufeff\r\n---\ntype: prd\n---\n");
      assert.deepEqual(first.flaws[0]?.fix?.edits, [{ span: { start: 1, end: 3 }, newText: "" }]);
    });
  });

  it("do not slow down with the document", () => {
    const body = "Some words, and a line of them.\n".repeat(16_000);
    const fields = Array.from({ length: 16_000 }, (_, i) => `field-${i}: some words and a number ${i}\n`).join("");
    const before = performance.now();
    assert.equal(readFrontmatter(`# T\n${body}`).open, undefined);
    assert.deepEqual(valuesOf(readFrontmatter(`---\nid: PRD-1\n---\n${body}`).map), { id: "PRD-1" });
    assert.equal(readFrontmatter(`---\n${fields}---\n`).map?.entries.length, 16_000);
    assert.ok(performance.now() - before < 2_000, "half a megabyte, three times");
  });
});
