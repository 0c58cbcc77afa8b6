import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { rules } from "../../../server/src/rules/all.ts";
import { checkProblems } from "../../check.ts";

const folder = new URL("../../../docs/rules/", import.meta.url);

/** Rules that are off until a project asks for them are shown as a project sees them that does. */
function switchedOn(id: string, source: string): string {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule?.level !== "off" || source.includes("//- throughline.yaml")) return source;
  return `//- throughline.yaml\nrules:\n  ${id}: warning\n${source.startsWith("//-") ? "" : "//- main.md\n"}${source}`;
}

describe("the pages of the rules", () => {
  it("exist for every rule, and for nothing else", () => {
    const pages = readdirSync(folder).map((name) => name.replace(/\.md$/, ""));
    assert.deepEqual(pages.sort(), rules.map(({ id }) => id).sort());
  });

  for (const { id } of rules) {
    describe(id, () => {
      const page = readFileSync(new URL(`${id}.md`, folder), "utf8");
      const section = (title: string): string[] => {
        const text =
          page.split(/^## (?=(?:Why|Bad|Good|How to silence it)\n)/m).find((part) => part.startsWith(`${title}\n`)) ??
          "";
        return [...text.matchAll(/^(~~~~?|````?)markdown example\n(.*?)^\1$/gms)].map((match) => match[2]!);
      };
      it("is titled with its id", () => assert.match(page, new RegExp(`^# ${id}\n`)));
      it("shows what is reported, and where", () => {
        const examples = section("Bad");
        assert.ok(examples.length > 0, "there is an example");
        for (const example of examples) {
          assert.match(example, new RegExp(`\\^.* ${id}`), "the example marks a finding");
          checkProblems(switchedOn(id, example), { only: id });
        }
      });
      it("shows what is fine", () => {
        const examples = section("Good");
        assert.ok(examples.length > 0, "there is an example");
        for (const example of examples) checkProblems(switchedOn(id, example), { only: id });
      });
    });
  }
});
