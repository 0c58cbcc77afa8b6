import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { disagreements } from "../../judge/compare.ts";
import { judgeFrontmatter } from "../../judge/frontmatter.ts";
import { known } from "../../judge/known.ts";
import { random, soup, spoil } from "../../judge/spoil.ts";

const root = join(import.meta.dirname, "../../..");

describe("our Markdown reader and remark", () => {
  for (const path of ["examples", "docs"].flatMap((folder) => markdownFiles(join(root, folder)))) {
    it(`agree on ${path.slice(root.length + 1)}`, () => {
      const text = readFileSync(path, "utf8");
      assert.deepEqual(disagreements(text), []);
      assert.notEqual(judgeFrontmatter(text), "wrong", "the block at the top is what the yaml library says");
    });
  }

  it("agree on lines that end with a carriage return alone, all of them or some", () => {
    const pick = random(20_261_124);
    for (const path of markdownFiles(join(root, "examples"))) {
      const text = readFileSync(path, "utf8");
      for (const mac of [text.replaceAll("\n", "\r"), text.replace(/\n/g, () => ["\n", "\r", "\r\n"][pick(3)]!)]) {
        assert.deepEqual(disagreements(mac), [], JSON.stringify(mac));
        assert.notEqual(judgeFrontmatter(mac), "wrong", JSON.stringify(mac));
      }
    }
  });

  it("agree on small texts that were once read differently", () => {
    for (const text of onceDifferent) assert.deepEqual(disagreements(text), [], JSON.stringify(text));
    const long = "x".repeat(1_030);
    for (const key of [long, `"${long}"`, `'${long}'`, `"x"${" ".repeat(1_030)}`])
      assert.notEqual(judgeFrontmatter(`---\n${key}: 1\n---\n`), "wrong", key);
  });

  it("agree on spoilt pieces of our own documents", () => {
    const pick = random(20_261_122);
    const texts = markdownFiles(join(root, "examples")).map((path) => readFileSync(path, "utf8"));
    for (let count = 0; count < 300; count++) {
      const lines = texts[pick(texts.length)]!.split("\n");
      const start = pick(lines.length);
      const text = spoil(lines.slice(start, start + 12).join("\n"), pick);
      assert.deepEqual(disagreements(text), [], JSON.stringify(text));
    }
  });

  it("agree on heaps of Markdown's signs", () => {
    const pick = random(20_261_123);
    for (let count = 0; count < 300; count++) {
      const text = soup(pick);
      assert.deepEqual(disagreements(text), [], JSON.stringify(text));
    }
  });

  for (const { text, reason } of known) {
    it(`still disagree: ${reason}`, () => {
      assert.notDeepEqual(disagreements(text), [], "They agree by now: this entry can go.");
    });
  }
});

const onceDifferent: readonly string[] = [
  "2. ```\n-",
  ">~~~\n+",
  "><pre\r1.",
  "- ```\n ",
  "* [x] \n\t+",
  "- <pre>\n-",
  ">\n    ~\n-",
  ">\n    =\n    ",
  ">t\n<k>\n",
  "- <\n<a>",
  "* [\n<e>\n",
  "[^1]:b\n<b>\n#",
  "+\n\t|\n  [^1]:",
  "[a]:^\n!\n-",
  "- \n-\n\t[ ] e",
  " - [\t] 3",
  "- >---",
  "- + ---",
  ") \\\n)\n-",
  '"\n <t>\n)\n-',
  "[\u00a0]:h",
  "* [x] [ ]\n\n  :",
  "b@.d://.L-1",
  "p://\u00a0L-1",
  "see _RFC-7636_, _A-1 a_, A_B-1_ and _C-1",
  "[http://a.b](x [www.c.d) e.f@g.hi http\\://j.k mailto:l@m.no",
  "> * a\n>   * b\n>\n>\n> * c",
  "    code\n\n2. no list",
  "text\n- 2. no list either",
  "\ufeff---\r\na: b\r\n---\r\n# c *d*\r\n\r\n- [x] e [f]\r\n\r\n| g | h |\r\n|---|---|\r\n\r\n[f]: <i j>\r\n",
  "-\ta\n\n\tb\n\n\t\tcode\n\n>\tc\n1.\t- d\n",
];

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
