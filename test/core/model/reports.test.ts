import assert from "node:assert/strict";
import { findReports, withoutReports } from "../../../server/src/model/find-reports.ts";
import { packSpec } from "../../../server/src/model/pack-spec.ts";
import { unpackSpec } from "../../../server/src/model/unpack-spec.ts";
import { readMarkdown } from "../../../server/src/syntax/markdown.ts";
import { engineOver } from "../../check.ts";
import { dedent } from "../../fixture.ts";

describe("reports in a document", () => {
  it("stand between two comments on lines of their own", () => {
    check(
      `
      # Plan

      <!-- throughline: roadmap by:timeline where:"owner:ana kind:feature" -->

      | a |
      |---|

      <!-- /throughline -->
      <!-- throughline:kpis -->
      <!-- /throughline -->
      `,
      ["whole roadmap by:timeline where:owner:ana kind:feature = | a |", "whole kpis ="],
    );
  });

  it("may end their lines with a carriage return, and begin after a few blanks", () => {
    check("  <!-- throughline: kpis -->\r\n\r\nold\r\n\r\n  <!--/throughline-->\r\n", ["whole kpis = old"]);
  });

  it("are none in code", () => {
    check("```md\n<!-- throughline: kpis -->\n<!-- /throughline -->\n```\n", []);
    check("    <!-- throughline: kpis -->\n    <!-- /throughline -->\n", []);
    check("Write `<!-- throughline: kpis -->` there.\n", []);
    check("<!-- throughline: kpis -->\n```\n<!-- /throughline -->\n```\n", ["unclosed kpis"]);
  });

  it("are none of other comments", () => {
    check(
      "<!-- throughline-disable-next-line overdue -->\n<!-- throughline is nice -->\n<!-- x throughline: y -->\n",
      [],
    );
  });

  it("are broken in a list, a quote, other HTML and beside text", () => {
    check("- a\n  <!-- throughline: kpis -->\n", ["misplaced kpis"]);
    check("> <!-- throughline: kpis -->\n", ["misplaced kpis"]);
    check("<div>\n<!-- throughline: kpis -->\n</div>\n", ["misplaced kpis"]);
    check("Here <!-- throughline: kpis --> it is.\n", ["misplaced kpis"]);
    check("<!-- throughline: kpis --> text\n\n<!-- /throughline -->\n", ["misplaced kpis", "stray"]);
  });

  it("do not end where the next one begins, and have no end without a beginning", () => {
    check(
      "<!-- throughline: kpis -->\n\n<!-- throughline: trace -->\n\n<!-- /throughline -->\n\n<!-- /throughline -->\n",
      ["unclosed kpis", "whole trace =", "stray"],
    );
  });

  it("have words with and without a name, in quotes of both sorts, over several lines", () => {
    check(`<!-- throughline: roadmap\n  by:timeline where:'owner:"Ana Li"' done\n  fields:title,kpis -->\n`, [
      `unclosed roadmap by:timeline where:owner:"Ana Li" done fields:title,kpis`,
    ]);
    check(`<!-- throughline: kpis where:"owner:ana -->\n`, [`unclosed kpis where:owner:ana…`]);
    check(`<!-- throughline: by: = " -->\n`, ["unclosed by: = …"]);
    check("<!-- throughline: -->\n", ["unclosed"]);
  });

  it("say nothing to the plan: what stands in them defines nothing and links to nothing", () => {
    const text = (inside: string) =>
      `---\ntype: prd\nid: PRD-1\ntitle: One\n---\n\n<!-- throughline: kpis -->\n${inside}\n<!-- /throughline -->\n\n- **FR-1:** Behind it.\n`;
    const inside = `
# PRD-1: Another title

Owner: bo

| ID | Requirement |
|---|---|
| FR-2 | No |

| Metric | Target |
|---|---|
| No KPI | 3 % |

- [x] **FR-3:** No, see PRD-1, FEAT-9, [[nowhere]], [x](nowhere.md) and {{placeholder}}. TBD

### FEAT-9: No feature
<a id="x"></a>
[y]: nowhere.md
`;
    const [empty, full] = ["", inside].map((body) => {
      const engine = engineOver(`//- prds/one.md\n${text(body)}`);
      const { query } = engine.workspace.projects()[0]!;
      const file = query.file("prds/one.md")!;
      const items = query.items().map(({ item }) => [item.key, item.title, [...item.fields.keys()]]);
      const { mentions, bodyLinks, headings, anchors, placeholders } = file;
      return { items, mentions, bodyLinks, headings, anchors, placeholders, suppressions: file.suppressions.length };
    });
    assert.deepEqual(full, empty);
    assert.deepEqual(
      full!.items.map(([key]) => key),
      ["PRD-1", "PRD-1/FR-1"],
    );
  });

  it("take time as they grow, and no more, however many there are", () => {
    const one = "<!-- throughline: kpis -->";
    const end = "<!-- /throughline -->";
    const many = [one.repeat(30_000), `${one}\n${end}\n| a |\n|---|\n`.repeat(15_000), `${one}${" ".repeat(999_999)}x`];
    for (const text of many) {
      const markdown = readMarkdown(text, 0);
      const before = process.cpuUsage();
      const found = findReports(text, markdown);
      withoutReports(markdown, found);
      const { user } = process.cpuUsage(before);
      assert.ok(user < 1_500_000, `${found.length} reports in ${user / 1000} ms`);
    }
  });

  it("are kept for the next time", () => {
    const engine = engineOver(
      `//- a.md\n<!-- throughline: roadmap where:"ownr:ana timeframe<=2027" 'x -->\n<!-- /throughline -->\n`,
    );
    const project = engine.workspace.projects()[0]!;
    const summary = project.summary("a.md")!;
    const read = unpackSpec(packSpec({ summary, places: project.places("a.md")! }))!;
    assert.deepEqual(read.summary.reports, summary.reports);
    assert.equal(summary.reports.length, 1);
  });
});

function check(source: string, expected: readonly string[]): void {
  const text = source.startsWith("\n") ? dedent(source) : source;
  const found = findReports(text, readMarkdown(text, 0)).map(({ state, words, content }) => {
    const said = words.map(({ name, value, isOpen }) => {
      for (const part of [name, value])
        if (part !== undefined) assert.equal(text.slice(part.span.start, part.span.end), part.text);
      return `${name === undefined ? "" : `${name.text}:`}${value.text}${isOpen ? "…" : ""}`;
    });
    const inside = content === undefined ? [] : ["=", text.slice(content.start, content.end).trim().split("\n")[0]!];
    return [state, ...said, ...inside].join(" ").trim();
  });
  assert.deepEqual(found, expected);
}
