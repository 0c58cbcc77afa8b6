import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { rules } from "../../../server/src/rules/all.ts";
import { checkProblems } from "../../check.ts";
import { parseFixture } from "../../fixture.ts";
import { exampleIn, rulePage, switchedOn } from "../../rule-page.ts";

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
        assert.deepEqual(headings, ["Why", "Bad", "Good", "The fix", "How to silence it"]);
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
