import assert from "node:assert/strict";
import { runOver } from "../../cli.ts";
import { checkText, dedent } from "../../fixture.ts";

const plan = `
  //- pay.md
  ---
  type: prd
  id: PRD-1
  title: One-tap pay
  owner: ana
  status: active
  timeframe: 2027-Q1
  goals: n/a
  kpis: [KPI-9]
  ---
  - [ ] **FR-1:** Pay, see GOAL-1 and [[GOAL-9]].
  //- wallet.md
  ---
  type: feature
  id: FEAT-2
  title: Wallet
  owner: bo
  status: done
  goals: [GOAL-7]
  timeframe: 2026-Q4
  ---
`;

const idsOf = (out: string) => JSON.parse(out).items.map(({ id }: { id: string }) => id);

describe("--where", () => {
  it("chooses what list shows", async () => {
    const list = async (where: string) =>
      idsOf((await runOver(plan, "list", "--format", "json", "--where", where)).out);
    assert.deepEqual(await list("owner:ana"), ["PRD-1", "PRD-1/FR-1"]);
    assert.deepEqual(await list("has:error -kind:requirement timeframe>2026-Q4"), ["PRD-1"]);
    assert.deepEqual(await list("status:done"), ["FEAT-2"]);
  });

  it("chooses what the roadmap shows", async () => {
    const { out } = await runOver(plan, "roadmap", "--by", "owner", "--where", "has:problem -status:done");
    checkText(
      out,
      dedent(`
        ana              1 feature
          ● One-tap pay  active  Q1 2027  on track · 0 of 1 done  2 problems
        `),
    );
  });

  it("chooses what check speaks about: an item, and the text of its document", async () => {
    const { out, code } = await runOver(plan, "check", "--where", "kind:prd", "--format", "json");
    const { problems } = JSON.parse(out);
    assert.deepEqual(
      problems.map(({ rule, item }: { rule: string; item: string | null }) => [rule, item]),
      [
        ["unknown-reference", "PRD-1"],
        ["unknown-reference", null],
      ],
    );
    assert.equal(code, 1);
  });

  it("shows where a query is wrong", async () => {
    const { err, code } = await runOver(plan, "list", "--where", "kind:prd ownr:ana");
    checkText(
      err,
      dedent(`
        throughline: There is no field \`ownr\`. Did you mean \`owner\`?

            kind:prd ownr:ana
                     ^^^^
        `),
    );
    assert.equal(code, 2);
  });

  it("is never green about nothing", async () => {
    const { err, code } = await runOver(plan, "check", "--where", "timeframe:2031");
    assert.deepEqual([code, err], [2, "throughline: No item meets --where: nothing would be checked.\n"]);
  });
});

describe("the ways to look at the roadmap", () => {
  const ways = `
    //- throughline.yaml
    views:
      Ours: { group: priority, sort: rice, where: "-status:dropped owner:ana" }
    //- a.md
    ---
    type: prd
    title: Pay
    owner: ana
    priority: P1
    effort: 2
    ---
    //- b.md
    ---
    type: prd
    title: Cards
    owner: ana
    priority: P1
    reach: 2
    impact: 1
    confidence: 1
    effort: 2
    ---
    //- c.md
    ---
    type: prd
    title: Wallet
    owner: bo
    priority: P0
    ---
  `;
  const lines = async (...args: readonly string[]) =>
    (await runOver(ways, "roadmap", ...args)).out.split("\n").flatMap((line) => line.trim().split("  ")[0] || []);

  it("are any field, an order, and a view of the team", async () => {
    assert.deepEqual(await lines("--by", "Priority"), ["P0", "○ Wallet", "P1", "○ Cards", "○ Pay"]);
    assert.deepEqual(await lines("--view", "ours"), ["P1", "○ Cards", "○ Pay"]);
    assert.deepEqual(await lines("--view", "Ours", "--by", "owner", "--where", "pay"), ["ana", "○ Pay"]);
  });

  it("are pointed out where there is none", async () => {
    const { err } = await runOver(ways, "roadmap", "--by", "priorty");
    assert.equal(err, "throughline: The roadmap cannot be grouped by priorty. Did you mean priority?\n");
    const none = await runOver(ways, "roadmap", "--view", "Theirs");
    assert.deepEqual([none.code, none.err], [2, "throughline: There is no view Theirs. throughline.yaml has Ours.\n"]);
  });
});
