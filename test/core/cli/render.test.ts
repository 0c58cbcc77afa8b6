import assert from "node:assert/strict";
import { runOver, runSince } from "../../cli.ts";
import { dedent } from "../../fixture.ts";

const plan = `
  //- goals/growth.md
  ---
  type: goal
  id: GOAL-1
  title: Growth
  owner: ana
  status: active
  timeframe: 2027
  ---
  //- features/tap.md
  ---
  type: feature
  id: FEAT-1
  title: One-tap | pay
  owner: ana
  status: in progress
  timeframe: 2027-Q1
  goals: GOAL-1
  ---
`;

describe("throughline render", () => {
  it("fills reports in any Markdown file, and touches nothing else", async () => {
    const source = `${plan}
  //- docs/README.md
  # Our plan

  <!-- throughline: roadmap by:timeline where:"kind:feature" fields:title,status -->
  <!-- /throughline -->

  Trailing   
  `;
    const { code, out, written } = await runOver(source, "render");
    assert.deepEqual(
      { code, out, files: [...written.keys()] },
      { code: 0, out: "docs/README.md  1 report\n\n1 report in 1 file: 1 updated.\n", files: ["docs/README.md"] },
    );
    assert.equal(
      written.get("docs/README.md"),
      `${dedent(`
        # Our plan

        <!-- throughline: roadmap by:timeline where:"kind:feature" fields:title,status -->

        **Q1 2027** · 1 feature

        | Title | Status |
        |---|---|
        | [One-tap \\| pay](../features/tap.md) | in progress |

        <!-- /throughline -->

        `)}Trailing   \n`,
    );
  });

  it("writes nothing that is up to date, and keeps the ends of lines", async () => {
    const text = "# A\r\n\r\n<!-- throughline: kpis -->\r\n\r\nThere is no KPI.\r\n\r\n<!-- /throughline -->\r\n";
    const first = await runOver(`${dedent(plan)}//- a.md\n${text.replace("There", "Here")}`, "render");
    assert.equal(first.written.get("a.md"), text);
    const again = await runOver(`${dedent(plan)}//- a.md\n${text}`, "render");
    assert.deepEqual([again.code, again.out, again.written.size], [0, "1 report in 1 file: all up to date.\n", 0]);
  });

  it("only says what is not up to date when it is asked to check", async () => {
    const source = `${dedent(plan)}//- a.md\n<!-- throughline: trace -->\n\nold\n\n<!-- /throughline -->\n`;
    const { code, out, written } = await runOver(source, "render", "--check");
    assert.deepEqual(
      { code, written: written.size, out },
      {
        code: 1,
        written: 0,
        out: dedent(`
          a.md:3:1  not up to date
            - old
            + | Goal | Feature | KPIs | Missing |
            + |---|---|---|---|
            + | [Growth](goals/growth.md) |  |  | no KPI |
            + and 2 more

          1 report in 1 file: 1 not up to date: throughline render.
          `),
      },
    );
  });

  it("is never green about nothing, and names what it cannot write", async () => {
    const none = await runOver(plan, "render", "--check");
    assert.equal(none.code, 1);
    assert.match(none.out, /^There is no report: write <!-- throughline: roadmap -->/);
    assert.equal((await runOver(plan, "render")).code, 0);
    const source = `${dedent(plan)}//- a.md\n<!-- throughline: kpi -->\n<!-- /throughline -->\n\n<!-- throughline: kpis -->\n`;
    const { code, out, written } = await runOver(source, "render");
    assert.deepEqual(
      { code, written: written.size, out },
      {
        code: 1,
        written: 0,
        out: dedent(`
          a.md:1:19  error  There is no report “kpi”. There are \`roadmap\`, \`kpis\`, \`trace\` and \`changes\`.
          a.md:4:1  error  This report has no end: write <!-- /throughline --> on a line of its own, where it is to end.

          2 reports in 1 file: nothing updated, 2 errors.
          `),
      },
    );
  });

  it("looks at the paths that it is given, and at files that the configuration leaves out", async () => {
    const report = "<!-- throughline: kpis -->\n<!-- /throughline -->\n";
    const source = `//- throughline.yaml\nfiles: ["goals/**", "features/**"]\n${dedent(plan)}//- a.md\n${report}//- docs/b.md\n${report}`;
    const { written } = await runOver(source, "render");
    assert.deepEqual([...written.keys()], ["a.md", "docs/b.md"]);
    assert.deepEqual([...(await runOver(source, "render", "docs")).written.keys()], ["docs/b.md"]);
  });

  it("tells what has changed since a revision", async () => {
    const report = "//- a.md\n<!-- throughline: changes since:v1 -->\n<!-- /throughline -->\n";
    const { out, written } = await runSince(
      dedent(plan),
      `${dedent(plan).replace("timeframe: 2027-Q1", "timeframe: 2027-Q3")}${report}`,
      "render",
    );
    assert.equal(out, "a.md  1 report\n\n1 report in 1 file: 1 updated.\n");
    assert.match(written.get("a.md")!, /\n\n1 change on the roadmap since v1\.\n\n\*\*Slipped\*\*\n\n- \*\*One-tap/);
    const { code, err } = await runSince(undefined, `${dedent(plan)}${report}`, "render");
    assert.deepEqual([code, err], [2, "throughline: There is no git repository here.\n"]);
  });
});
