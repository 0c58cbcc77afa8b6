import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runOver } from "../../cli.ts";
import { checkGolden } from "../../golden.ts";

/** The sample product as a fixture. */
const sample = readdirSync("examples", { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".md") || name.endsWith(".yaml"))
  .sort()
  .map((name) => `//- ${name}\n${readFileSync(join("examples", name), "utf8").replaceAll("$0", "\\$0")}`)
  .join("");

const results: readonly (readonly string[])[] = [
  ["kpis"],
  ["kpis", "--format", "markdown"],
  ["kpis", "--format", "csv"],
  ["kpis", "--format", "json"],
  ["kpis", "--fields", "title,owner,cadence,progress,reasons"],
  ["trace"],
  ["trace", "--format", "markdown"],
  ["trace", "--format", "csv", "--done"],
  ["trace", "--format", "mermaid"],
  ["trace", "--format", "json"],
  ["roadmap", "--format", "markdown"],
  ["roadmap", "--by", "timeline", "--format", "markdown"],
  ["roadmap", "--by", "timeline", "--format", "mermaid"],
  ["roadmap", "--by", "timeline", "--format", "csv"],
  ["roadmap", "--by", "team", "--fields", "id,title,owner,depends-on,progress"],
];

describe("what the command line writes for others", () => {
  for (const args of results) {
    it(`is what people and programs expect of ${args.join(" ")}`, async () => {
      const { code, out, err } = await runOver(sample, ...args);
      assert.deepEqual({ code, err }, { code: 0, err: "" });
      checkGolden(
        `reports/${args
          .join(" ")
          .replaceAll(/ ?--?(?:format )?/g, ".")
          .replaceAll(/[ ,]/g, "-")}.txt`,
        out,
      );
    });
  }

  it("links from where the file lies that is written", async () => {
    const { written } = await runOver(sample, "roadmap", "--format", "markdown", "--output", "docs/plan/roadmap.md");
    assert.match(written.get("docs/plan/roadmap.md")!, /\]\(\.\.\/\.\.\/prds\/faster-checkout\.md\)/);
  });

  it("says what a field that is none was meant to be", async () => {
    for (const command of ["roadmap", "kpis"]) {
      const { code, out, err } = await runOver(sample, command, "--fields", "title,ownr", "--format", "csv");
      assert.deepEqual(
        { code, out, err },
        { code: 2, out: "", err: "throughline: There is no field ownr. Did you mean owner?\n" },
      );
    }
    const { code, err } = await runOver(sample, "kpis", "--fields", " , ");
    assert.deepEqual([code, err], [2, "throughline: --fields takes names of fields, such as title,owner,timeframe.\n"]);
  });

  it("keeps to what a query asks for", async () => {
    const { out } = await runOver(sample, "kpis", "--where", "id:KPI-2", "--format", "csv", "--fields", "title");
    assert.equal(out, "title\r\nMedian time to pay\r\n");
    const { out: trace } = await runOver(sample, "trace", "--where", "id:FEAT-12", "--format", "csv");
    assert.deepEqual(
      trace.split("\r\n").map((line) => line.split(",")[1]),
      ["feature", ' finish"', ' finish"', undefined],
    );
    const { code, err } = await runOver(sample, "trace", "--where", "ownr:ana");
    assert.equal(code, 2);
    assert.match(err, /ownr/);
  });

  it("names the project in every row where there are several", async () => {
    const several = `
      //- throughline.yaml
      files: ["*.md"]
      //- a.md
      ---
      type: kpi
      id: KPI-1
      title: Outer
      ---
      //- inner/throughline.yaml
      files: ["*.md"]
      //- inner/b.md
      ---
      type: kpi
      id: KPI-1
      title: Inner
      ---
      `;
    const { out } = await runOver(several, "kpis", "--format", "csv", "--fields", "title");
    assert.equal(out, "project,title\r\nw,Outer\r\ninner,Inner\r\n");
    const { out: text } = await runOver(several, "trace", "--format", "markdown");
    assert.match(text, /^## w\n\n\| Goal .*\n\n## inner\n\n\| Goal /s);
  });

  it("says in words that there is nothing", async () => {
    const empty = "//- a.md\n---\ntype: insight\nid: INS-1\ntitle: Alone\ngoals: none\n---\n";
    assert.equal((await runOver(empty, "kpis")).out, "There is no KPI.\n");
    assert.equal((await runOver(empty, "trace", "--format", "markdown")).out, "There is nothing to trace.\n");
    assert.equal((await runOver(empty, "roadmap", "--format", "markdown")).out, "There is nothing on the roadmap.\n");
    assert.equal((await runOver(empty, "kpis", "--format", "csv", "--fields", "title")).out, "title\r\n");
  });
});
