import assert from "node:assert/strict";
import { runOver } from "../../cli.ts";
import { dedent } from "../../fixture.ts";

const plan = `
  //- throughline.yaml
  templates:
    rfc: { file: templates/rfc.md, kind: decision }
    lost: templates/lost.md
  //- templates/rfc.md
  # {id}: {title}

  By {owner}, {today}.
  //- goals/growth.md
  ---
  type: goal
  id: GOAL-7
  ---
  # Growth
  //- goals/kept.txt
`;

describe("throughline new", () => {
  it("writes the document where the others of its kind are, and says where", async () => {
    const { code, out, err, written } = await runOver(plan, "new", "goal", "More", " trust", "--owner", "ana");
    assert.deepEqual([code, out, err], [0, "goals/more-trust.md\n", ""]);
    assert.deepEqual([...written.keys()], ["goals/more-trust.md"]);
    const expected = `
      ---
      type: goal
      id: GOAL-8
      owner: ana
      status: draft
      timeframe: tbd
      kpis: tbd
      ---

      # More trust

      Why this matters now, and what we know about it.

      ## What counts as reached

      What is true on that day, so that nobody has to argue about it.
      `;
    assert.equal(written.get("goals/more-trust.md"), dedent(expected));
  });

  it("takes the words that people have for kinds, and any template", async () => {
    const made = async (...args: readonly string[]) => (await runOver(plan, "new", ...args)).out;
    assert.equal(await made("objectives", "More trust"), "goals/more-trust.md\n");
    assert.equal(await made("pr-faq", "Split bills"), "prds/split-bills.md\n");
    assert.equal(
      await made("prd", "Split bills", "--template", "one-pager", "--dir", "ideas"),
      "ideas/split-bills.md\n",
    );
    assert.equal(await made("rfc", "Split bills"), "decisions/split-bills.md\n");
  });

  it("writes nothing on a dry run, and shows what it would", async () => {
    const { out, written } = await runOver(plan, "new", "rfc", "Split bills", "--dry-run");
    const expected = `
      decisions/split-bills.md

      ---
      type: decision
      id: DEC-1
      ---

      # DEC-1: Split bills

      By tbd, 2026-11-22.
      `;
    assert.equal(out, dedent(expected));
    assert.equal(written.size, 0);
  });

  it("gives programs the form that is promised", async () => {
    const { out } = await runOver(plan, "new", "goal", "More trust", "--format", "json");
    const report = { version: 1, path: "goals/more-trust.md", id: "GOAL-8", kind: "goal", written: true };
    assert.deepEqual(JSON.parse(out), report);
  });

  it("overwrites nothing", async () => {
    const unlisted = `${plan}  //- more-trust.md\n`;
    const { written } = await runOver(unlisted, "new", "goal", "More trust", "--dir", ".");
    assert.deepEqual([...written.keys()], ["more-trust-2.md"]);
  });

  it("says what is wrong with how it was typed", async () => {
    const failing: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /What is it, and what is it called\?/],
      [["goal"], /What is it, and what is it called\?/],
      [["gaol", "More trust"], /There is no kind gaol\. Did you mean goal\?/],
      [["goal", "More trust", "--template", "one-pager"], /The template one-pager makes a prd, not a goal\./],
      [["goal", "More trust", "--template", "gol"], /There is no template gol\. Did you mean goal\?/],
      [["lost", "More trust"], /there is no document at templates\/lost\.md/],
    ];
    for (const [args, says] of failing) {
      const { code, out, err, written } = await runOver(plan, "new", ...args);
      assert.match(err, says);
      assert.deepEqual([code, out, written.size], [2, "", 0], args.join(" "));
    }
  });
});
