import assert from "node:assert/strict";
import { rules } from "../../../server/src/rules/all.ts";
import { checkProblems, engineOver, root } from "../../check.ts";
import { parseFixture } from "../../fixture.ts";
import { rulePage } from "../../rule-page.ts";

/** Rules about a project as a whole are silenced in its configuration. */
const fileRules = rules.filter(({ checkProject, id }) => checkProject === undefined && id !== "unused-suppression");

describe("a comment that silences", () => {
  for (const { id, level } of fileRules) {
    it(`${id} on its line, and is then no finding itself`, () => {
      const source = firstExample(id);
      const fixture = parseFixture(level === "off" ? switchedOn(id, source) : source);
      const marked = fixture.expectations.filter(({ rule }) => rule === id);
      assert.ok(marked.length > 0);
      const texts = new Map(fixture.files);
      // From below, so that the lines above keep their numbers.
      for (const { path, line } of marked.toSorted((a, b) => b.line - a.line)) {
        texts.set(path, silence(texts.get(path)!, line, id));
      }
      const engine = engineOver({ ...fixture, files: texts });
      const left = [...texts.keys()].flatMap((path) =>
        engine.problems(`${root}/${path}`).filter(({ rule }) => rule === id || rule === "unused-suppression"),
      );
      assert.deepEqual(
        left.map(({ rule, message }) => `${rule}: ${message}`),
        [],
        [...texts.values()].join("\n"),
      );
    });
  }

  it("names several rules, wherever it stands", () => {
    checkProblems(
      `
      ---
      type: feature
      # throughline-disable-next-line missing-owner, missing-kpi, missing-timeframe, missing-goal: a sketch
      id: FEAT-1
      title: Pay
      status: active
      ---
      ## FEAT-2: Wallet <!-- throughline-disable-line missing-title, missing-owner: no -->
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning unused-suppression

      | Metric | Target |
      |---|---|
      | Conversion | fast <!-- throughline-disable-line invalid-value: nobody measures it --> |
      `,
      {
        only: [
          "missing-owner",
          "missing-kpi",
          "missing-timeframe",
          "missing-goal",
          "unused-suppression",
          "invalid-value",
        ],
      },
    );
  });

  it("names its rules: one that names none silences nothing, and is told so", () => {
    checkProblems(
      `
      ---
      type: prd
      depends-on: PRD-9 # throughline-disable-line: old
                  ^^^^^ error unknown-reference
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning unused-suppression "names no rule"
      ---
      `,
      { only: ["unknown-reference", "unused-suppression"] },
    );
  });
});

function firstExample(id: string): string {
  const bad = rulePage(id).split(/^## (?=(?:Bad|Good)\n)/m)[1]!;
  return /^(~~~~?|````?)markdown example\n(.*?)^\1$/ms.exec(bad)![2]!;
}

function switchedOn(id: string, source: string): string {
  if (source.includes("//- throughline.yaml")) return source;
  return `//- throughline.yaml\nrules:\n  ${id}: warning\n${source.startsWith("//-") ? "" : "//- main.md\n"}${source}`;
}

/** Puts a comment behind the line, of YAML in the block at the top and of Markdown below it; above it where a quote is open. */
function silence(text: string, line: number, id: string): string {
  const lines = text.split("\n");
  const end = lines.findIndex((written, at) => at > 0 && /^(---|\.\.\.)\s*$/.test(written));
  const inBlock = lines[0] === "---" && line < (end < 0 ? lines.length : end);
  const written = lines[line]!;
  if (inBlock && written.split('"').length % 2 === 0) {
    lines.splice(line, 0, `# throughline-disable-next-line ${id}: known`);
    return lines.join("\n");
  }
  const comment = inBlock
    ? `  # throughline-disable-line ${id}: known`
    : ` <!-- throughline-disable-line ${id}: known -->`;
  lines[line] = /\|\s*$/.test(written) && !inBlock ? written.replace(/\|\s*$/, `${comment} |`) : written + comment;
  return lines.join("\n");
}
