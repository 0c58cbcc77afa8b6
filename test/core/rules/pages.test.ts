import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { rules } from "../../../server/src/rules/all.ts";
import { checkProblems } from "../../check.ts";
import { parseFixture } from "../../fixture.ts";
import { rulePage } from "../../rule-page.ts";

const folder = new URL("../../../docs/rules/", import.meta.url);

describe("the pages of the rules", () => {
  it("exist for every rule, and for nothing else", () => {
    const pages = readdirSync(folder).map((name) => name.replace(/\.md$/, ""));
    assert.deepEqual(pages.sort(), rules.map(({ id }) => id).sort());
  });

  for (const { id } of rules) {
    describe(id, () => {
      const page = rulePage(id);

      it("has the form of all pages", () => {
        const [title, , says = ""] = page.split("\n");
        assert.equal(title, `# ${id}`);
        assert.match(says, /^[A-Z`].*\.$/, "one sentence says what it is about");
        const headings = [...page.replace(/^~~~[\s\S]*?^~~~$/gm, "").matchAll(/^## (.+)$/gm)].map(([, text]) => text);
        assert.deepEqual(headings, ["Why", "Bad", "Good", "How to silence it"]);
      });

      it("shows what is reported, and where", () => {
        const bad = exampleIn(page, "Bad");
        const { files, expectations } = parseFixture(bad);
        assert.deepEqual([...new Set(expectations.map(({ rule }) => rule))], [id]);
        assert.ok(!files.has("main.md"), "every file of an example has a name");
        checkProblems(switchedOn(id, bad), { only: id });
      });

      it("shows what is fine", () => {
        const good = exampleIn(page, "Good");
        assert.deepEqual(parseFixture(good).expectations, []);
        checkProblems(switchedOn(id, good), { only: id });
      });
    });
  }
});

/** The text of the one example, which stands right under its heading. */
function exampleIn(page: string, heading: string): string {
  const [, example] =
    new RegExp(`^## ${heading}\\n\\n~~~markdown example\\n([\\s\\S]*?)^~~~\\n\\n## `, "m").exec(page) ?? [];
  assert.ok(example !== undefined, `one example under ${heading}`);
  return example;
}

/** Rules that are off until a project asks for them are shown as a project sees them that does. */
function switchedOn(id: string, source: string): string {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule?.level !== "off" || source.includes("//- throughline.yaml")) return source;
  return `//- throughline.yaml\nrules:\n  ${id}: warning\n${source}`;
}
