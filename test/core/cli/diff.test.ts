import assert from "node:assert/strict";
import { runOver, runSince } from "../../cli.ts";

const before = `
  //- wallet.md
  ---
  type: feature
  id: FEAT-1
  title: Wallet
  status: planned
  timeframe: 2026-Q4
  ---
  //- tap.md
  ---
  type: feature
  id: FEAT-2
  title: One-tap pay
  status: in-progress
  timeframe: 2027-Q1
  depends-on: FEAT-1
  ---
`;
const after = `${before.replace("timeframe: 2026-Q4", "timeframe: 2027-Q3")}
  //- gifts.md
  ---
  type: prd
  id: PRD-1
  title: Gift cards
  owner: bo
  ---
`;

describe("throughline diff", () => {
  it("tells what changed, in groups", async () => {
    const { code, out, err } = await runSince(before, after, "diff", "main");
    assert.deepEqual(
      { code, err, out },
      {
        code: 0,
        err: "",
        out: `Slipped
  Wallet      Q4 2026 → Q3 2027
      One-tap pay (Q1 2027) needs it

New
  Gift cards  PRD, bo

2 changes since main
`,
      },
    );
  });

  it("writes Markdown for an update mail or a pull request", async () => {
    const { out } = await runSince(before, after, "diff", "--since", "2026-11-01", "--format", "markdown");
    assert.match(
      out,
      /^2 changes on the roadmap since 2026-11-01\.\n\n### Slipped\n\n- \*\*Wallet\*\* \(FEAT-1\): Q4 2026 → Q3 2027; One-tap/,
    );
  });

  it("writes JSON for programs", async () => {
    const { out } = await runSince(before, after, "diff", "main", "--format", "json");
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      since: "main",
      changes: [
        {
          type: "slipped",
          id: "FEAT-1",
          kind: "feature",
          title: "Wallet",
          from: "Q4 2026",
          to: "Q3 2027",
          consequences: ["One-tap pay (Q1 2027) needs it"],
          file: "wallet.md",
        },
        {
          type: "new",
          id: "PRD-1",
          kind: "prd",
          title: "Gift cards",
          from: null,
          to: null,
          consequences: [],
          file: "gifts.md",
        },
      ],
    });
  });

  it("tells of each project where there are several, of one that is new too", async () => {
    const inner = `
  //- inner/throughline.yaml
  {}
  //- inner/a.md
  ---
  type: prd
  id: PRD-9
  title: Inner
  ---
`;
    const { out } = await runSince(before, before + inner, "diff");
    assert.match(out, /^# w\n\nNothing on the roadmap has changed since HEAD\.\n\n# inner\n\nNew\n {2}Inner {2}PRD\n/);
  });

  it("says what is wrong with how it was asked, and where nobody remembers", async () => {
    const asked: readonly (readonly [RegExp, ...string[]])[] = [
      [/takes two revisions at most/, "a", "b", "c"],
      [/takes two revisions at most/, "a", "b", "--since", "2026-11-01"],
      [/--since takes a day such as 2026-11-30, not “monday”/, "--since", "monday"],
    ];
    for (const [says, ...args] of asked) {
      const { code, err } = await runSince(before, after, "diff", ...args);
      assert.equal(code, 2);
      assert.match(err, says);
    }
    const { code, err } = await runOver(after, "diff");
    assert.deepEqual({ code, err }, { code: 2, err: "throughline: There is no git repository here.\n" });
  });

  it("reads the past with the configuration that the flags name, though it was not there yet", async () => {
    const named = `${after}\n  //- plan.yaml\n  {}\n`;
    const { code, out } = await runSince(before, named, "diff", "--config", "plan.yaml");
    assert.equal(code, 0);
    assert.match(out, /2 changes since HEAD/);
  });

  it("compares with a configuration that was broken once", async () => {
    const { code } = await runSince(`${before}\n  //- throughline.yaml\n  just a text\n`, after, "diff");
    assert.equal(code, 0);
  });
});
