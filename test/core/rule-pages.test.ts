import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { parseFixture } from "../fixture.ts";

const folder = "docs/rules";
const pages = readdirSync(folder).filter((name) => name.endsWith(".md"));

describe("the pages of the rules", () => {
  it("are there", () => assert.ok(pages.length > 50));

  for (const name of pages) {
    const rule = name.replace(/\.md$/, "");
    const text = readFileSync(`${folder}/${name}`, "utf8");

    it(`${rule}: has the form of all pages`, () => {
      assert.ok(text.startsWith(`# ${rule}\n\n`));
      const headings = [...text.replace(/^~~~[\s\S]*?^~~~$/gm, "").matchAll(/^## (.+)$/gm)].map((match) => match[1]);
      assert.deepEqual(headings, ["Why", "Bad", "Good", "How to silence it"]);
      const says = text.split("\n")[2] ?? "";
      assert.match(says, /^[A-Z`].*\.$/, "one sentence says what it is about");
    });

    it(`${rule}: the bad example shows it, the good one does not`, () => {
      const bad = parseFixture(exampleIn(text, "Bad"));
      assert.ok(bad.expectations.length > 0);
      assert.deepEqual([...new Set(bad.expectations.map((expectation) => expectation.rule))], [rule]);
      assert.deepEqual(parseFixture(exampleIn(text, "Good")).expectations, []);
      assert.equal(bad.files.has("main.md"), false, "every file of an example has a name");
    });
  }
});

/** The text of the one example, which stands right under its heading. */
function exampleIn(text: string, heading: string): string {
  const [, example] =
    new RegExp(`^## ${heading}\\n\\n~~~markdown example\\n([\\s\\S]*?)^~~~\\n\\n## `, "m").exec(text) ?? [];
  assert.ok(example !== undefined, `one example under ${heading}`);
  return example;
}
