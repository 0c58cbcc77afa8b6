import assert from "node:assert/strict";
import { runOver } from "../../cli.ts";
import { checkText, dedent } from "../../fixture.ts";

const plan = `
  //- specs/feat-1-wallet.md
  ---
  type: feature
  id: FEAT-1
  goals: [GOAL-1]
  ---
  # FEAT-1: Wallet
  - FR-1: x
  //- specs/growth.md
  ---
  type: goal
  id: GOAL-1
  ---
  FEAT-1, FEAT-1/FR-1 and [it](feat-1-wallet.md#feat-1-wallet).
  //- notes.md
  FEAT-1 in [ordinary Markdown](specs/feat-1-wallet.md).
`;

async function check(args: readonly string[], expected: string, source = plan): Promise<void> {
  const { code, out, err } = await runOver(source, "rename", ...args);
  checkText(`${out}${err}exit ${code}\n`, dedent(expected));
}

describe("throughline rename", () => {
  it("writes, and says what it changed", async () => {
    const { code, out, written, moved } = await runOver(plan, "rename", "FEAT-1", "FEAT-20");
    checkText(
      out,
      dedent(`
        specs/feat-1-wallet.md  2 places
        specs/growth.md  4 places
        specs/feat-1-wallet.md → specs/feat-20-wallet.md

        FEAT-1 is now FEAT-20: 6 places in 2 files and 1 file name.
      `),
    );
    assert.equal(code, 0);
    assert.deepEqual(moved, ["specs/feat-1-wallet.md → specs/feat-20-wallet.md"]);
    checkText(
      [...written].map(([path, text]) => `//- ${path}\n${text}`).join(""),
      dedent(`
        //- specs/feat-1-wallet.md
        ---
        type: feature
        id: FEAT-20
        goals: [GOAL-1]
        ---
        # FEAT-20: Wallet
        - FR-1: x
        //- specs/growth.md
        ---
        type: goal
        id: GOAL-1
        ---
        FEAT-20, FEAT-20/FR-1 and [it](feat-20-wallet.md#feat-20-wallet).
      `),
    );
  });

  it("shows every place and writes nothing when it is told so", async () => {
    const { written, moved } = await runOver(plan, "rename", "--dry-run", "FEAT-1", "FEAT-20");
    assert.deepEqual([written.size, moved.length], [0, 0]);
    await check(
      ["FEAT-1", "FEAT-20", "--dry-run", "--alias"],
      `
      specs/feat-1-wallet.md:3:5  FEAT-1 → FEAT-20
      specs/feat-1-wallet.md:3:11  + aliases: FEAT-1
      specs/feat-1-wallet.md:6:3  FEAT-1 → FEAT-20
      specs/growth.md:5:1  FEAT-1 → FEAT-20
      specs/growth.md:5:9  FEAT-1/FR-1 → FEAT-20/FR-1
      specs/growth.md:5:30  feat-1-wallet.md → feat-20-wallet.md
      specs/growth.md:5:47  feat-1-wallet → feat-20-wallet
      specs/feat-1-wallet.md → specs/feat-20-wallet.md

      FEAT-1 would be FEAT-20: 7 places in 2 files and 1 file name. Nothing was written.
      exit 0
    `,
    );
    const { out } = await runOver(plan, "rename", "GOAL-1", "GOAL-2", "--dry-run", "--format", "json");
    assert.deepEqual(JSON.parse(out), {
      version: 1,
      written: false,
      files: [
        {
          file: "specs/feat-1-wallet.md",
          edits: [
            { range: { start: { line: 4, column: 9 }, end: { line: 4, column: 15 } }, old: "GOAL-1", new: "GOAL-2" },
          ],
        },
        {
          file: "specs/growth.md",
          edits: [
            { range: { start: { line: 3, column: 5 }, end: { line: 3, column: 11 } }, old: "GOAL-1", new: "GOAL-2" },
          ],
        },
      ],
      moved: [],
    });
  });

  it("names a requirement with its document", async () => {
    await check(
      ["FEAT-1/FR-1", "FEAT-1/FR-3"],
      `
      specs/feat-1-wallet.md  1 place
      specs/growth.md  1 place

      FR-1 is now FR-3: 2 places in 2 files.
      exit 0
    `,
    );
  });

  it("gives all ids of a prefix another one, the configuration with them", async () => {
    const tasks = `
      //- throughline.yaml
      kinds:
        task: { extends: feature, prefix: TASK, match: ["tasks/*.md"], id: { file: "task-{n} - {slug}.md" } }
      //- tasks/task-1 - First.md
      # First
      //- tasks/task-2 - Second.md
      ---
      depends-on: [TASK-1, "task-1 - First.md"]
      ---
      After TASK-1.
      //- other/throughline.yaml
      strict: true
      //- other/a.md
      ---
      type: prd
      id: TASK-1
      ---
    `;
    const sole = tasks.slice(0, tasks.indexOf("//- other"));
    await check(
      ["--prefix", "TASK-", "BACK-", "--dry-run"],
      `
      tasks/task-2 - Second.md:2:14  TASK-1 → BACK-1
      tasks/task-2 - Second.md:2:23  task-1 - First.md → back-1 - First.md
      tasks/task-2 - Second.md:4:7  TASK-1 → BACK-1
      throughline.yaml:2:37  TASK → BACK
      throughline.yaml:2:79  task-{n} - {slug}.md → back-{n} - {slug}.md
      tasks/task-1 - First.md → tasks/back-1 - First.md
      tasks/task-2 - Second.md → tasks/back-2 - Second.md

      2 ids would begin with BACK-: 5 places in 2 files and 2 file names. Nothing was written.
      exit 0
    `,
      sole,
    );
    await check(
      ["--prefix", "TASK", "BACK"],
      `
      throughline: TASK- is in . and in other: --root says which one is meant.
      exit 2
    `,
      tasks,
    );
    await check(
      ["--prefix", "FEAT", "BET"],
      `
      throughline: BET is not the prefix of any kind yet. Add it to throughline.yaml first: kinds: { feature: { prefix: [BET] } }.
      exit 2
    `,
    );
    await check(
      ["--prefix", "FEAT", "GOAL"],
      `
      throughline: GOAL is the prefix of a goal, and FEAT that of a feature.
      exit 2
    `,
    );
    await check(
      ["--prefix", "GOAL", "G-1"],
      `
      throughline: “G-1” cannot be a prefix: write letters and digits, such as BACK.
      exit 2
    `,
    );
    await check(
      ["--prefix", "FEET", "G"],
      `
      throughline: No id begins with FEET-. Did you mean FEAT?
      exit 2
    `,
    );
  });

  it("keeps former ids in the block at the top, and makes one where there is none", async () => {
    const rfcs = `
      //- throughline.yaml
      kinds:
        rfc: { extends: feature, match: ["*.md"], id: { file: "{n}-{slug}.md", format: "RFC-{n}" } }
      //- 1-first.md
      # First
      //- 2-second.md
      ---
      aliases: [RFC-9, RFC-7]
      ---
      # Second
    `;
    const first = await runOver(rfcs, "rename", "RFC-1", "RFC-3", "--alias");
    assert.equal(first.written.get("1-first.md"), "---\naliases: RFC-1\n---\n\n# First\n");
    const second = await runOver(rfcs, "rename", "RFC-2", "RFC-9", "--alias");
    assert.equal(second.written.get("2-second.md"), "---\naliases: [RFC-7, RFC-2]\n---\n# Second\n");
    const back = await runOver(rfcs, "rename", "RFC-2", "RFC-7");
    assert.equal(back.written.get("2-second.md"), "---\naliases: [RFC-9]\n---\n# Second\n");
  });

  it("refuses with exit code 2 and a sentence", async () => {
    await check(
      ["FEAT-1"],
      `
      throughline: Which id, and what is it to be? throughline rename FEAT-12 FEAT-20, for example.
      exit 2
    `,
    );
    await check(
      ["FEAT-11", "FEAT-2"],
      `
      throughline: Nothing is called FEAT-11. Did you mean FEAT-1?
      exit 2
    `,
    );
    await check(
      ["FEAT-1", "GOAL-1"],
      `
      throughline: “GOAL-1” would be the id of a goal, and this is a feature. Write FEAT and a number, such as FEAT-2.
      exit 2
    `,
    );
    await check(
      ["FEAT-1/FR-1", "FR-2", "--alias"],
      `
      throughline: FR-1 is a requirement, and requirements have no former ids: rename it without keeping the old one.
      exit 2
    `,
    );
    await check(
      ["FEAT-1", "FEAT-1"],
      `
      There is nothing to change.
      exit 0
    `,
    );
  });
});
