import { changesMarkdown } from "../../../server/src/roadmap/changes/changes-markdown.ts";
import { planChanges } from "../../../server/src/roadmap/changes/plan-changes.ts";
import { engineOver } from "../../check.ts";
import { checkText, dedent } from "../../fixture.ts";

/** Compares what is told of two states of a plan, the files of the second in place of those of the first. */
function checkChanges(before: string, after: string, expected: string): void {
  const [was, is] = [before, after].map((source) => engineOver(source).workspace.projects()[0]!.query);
  checkText(changesMarkdown(planChanges(was!, is!), "Monday"), dedent(expected));
}

const plan = `
  //- goal.md
  ---
  type: goal
  id: GOAL-1
  title: Shoppers finish
  status: active
  timeframe: 2026-Q4
  kpis: KPI-1
  ---
  //- kpi.md
  ---
  type: kpi
  id: KPI-1
  title: Completion
  current: 61%
  target: 65%
  ---
  //- wallet.md
  ---
  type: feature
  id: FEAT-1
  title: Wallet
  owner: bo
  status: planned
  timeframe: 2026-Q4
  goals: GOAL-1
  kpis: KPI-1
  ---
  //- tap.md
  ---
  type: feature
  id: FEAT-2
  title: One-tap pay
  owner: ana
  status: in-progress
  timeframe: 2027-Q1
  depends-on: FEAT-1
  goals: GOAL-1
  ---
  //- prd.md
  ---
  type: prd
  id: PRD-1
  title: Checkout
  owner: ana
  timeframe: 2026-Q4
  features:
    - { id: FEAT-3, title: Guest checkout }
  ---
`;

describe("what changed on the roadmap", () => {
  const with_ = (from: string, to: string) => {
    if (!plan.includes(from)) throw new Error(`The plan says nothing of ${from}.`);
    return plan.replace(from, to);
  };

  it("is nothing where nothing changed, however its time is written", () => {
    const times = ["2026-Q4", "2026-Q4..2027-Q1", "2026-11-30", "2026-11", "later", "v1.2", "FY27-Q1", "soon"];
    for (const time of times) {
      const same = with_("timeframe: 2027-Q1", `timeframe: ${time}`);
      checkChanges(same, same, "Nothing on the roadmap has changed since Monday.\n");
    }
  });

  it("is nothing that only stands elsewhere or is worded otherwise", () => {
    checkChanges(
      plan,
      with_("//- wallet.md", "//- features/wallet.md"),
      "Nothing on the roadmap has changed since Monday.\n",
    );
    checkChanges(
      plan,
      with_("timeframe: 2027-Q1", "timeframe: Q1 2027"),
      "Nothing on the roadmap has changed since Monday.\n",
    );
  });

  it("tells what slipped, and what that gets in the way of now", () => {
    checkChanges(
      plan,
      with_("timeframe: 2026-Q4\n  goals", "timeframe: 2027-Q3\n  goals"),
      `
      1 change on the roadmap since Monday.

      ### Slipped

      - **Wallet** (FEAT-1): Q4 2026 → Q3 2027; One-tap pay (Q1 2027) needs it; Shoppers finish is due before that, in Q4 2026
      `,
    );
  });

  it("tells of a document that moves once, not of every part that moves with it", () => {
    checkChanges(
      plan,
      with_("timeframe: 2026-Q4\n  features", "timeframe: 2027-Q1\n  features"),
      `
      1 change on the roadmap since Monday.

      ### Slipped

      - **Checkout** (PRD-1): Q4 2026 → Q1 2027
      `,
    );
  });

  it("tells what came earlier, and what lost its time", () => {
    checkChanges(
      plan,
      with_("timeframe: 2027-Q1", "timeframe: 2026-12").replace("timeframe: 2026-Q4\n  goals", "goals"),
      `
      2 changes on the roadmap since Monday.

      ### Earlier than planned

      - **One-tap pay** (FEAT-2): Q1 2027 → December 2026

      ### Moved

      - **Wallet** (FEAT-1): Q4 2026 → unscheduled
      `,
    );
  });

  it("tells what shipped, was dropped, was begun and was taken up again", () => {
    checkChanges(
      plan.replace("type: kpi\n  id: KPI-1", "type: kpi\n  status: dropped\n  id: KPI-1"),
      with_("status: in-progress", "status: shipped\n  shipped: 2026-11-20")
        .replace("status: planned", "status: cancelled")
        .replace("owner: ana\n  timeframe: 2026-Q4", "owner: ana\n  status: active\n  timeframe: 2026-Q4")
        .replace("type: kpi\n  id: KPI-1", "type: kpi\n  status: tracking\n  id: KPI-1"),
      `
      4 changes on the roadmap since Monday.

      ### Shipped

      - **One-tap pay** (FEAT-2): 20 November 2026

      ### Dropped

      - **Wallet** (FEAT-1): was planned

      ### Taken up again

      - **Completion** (KPI-1): dropped → tracking

      ### Begun

      - **Checkout** (PRD-1): draft → active
      `,
    );
  });

  it("tells what is new and what is gone, but not of what was dropped before", () => {
    const dropped = with_("status: planned", "status: dropped");
    const without = plan.replace(/\/\/- wallet\.md[\s\S]*?(?=\/\/- tap)/, "");
    checkChanges(
      dropped,
      without.replace("depends-on: FEAT-1", "rank: 1"),
      "Nothing on the roadmap has changed since Monday.\n",
    );
    checkChanges(
      without.replace("depends-on: FEAT-1", "rank: 1"),
      plan,
      `
      1 change on the roadmap since Monday.

      ### New

      - **Wallet** (FEAT-1): feature, Q4 2026, bo
      `,
    );
    checkChanges(
      plan,
      without.replace("depends-on: FEAT-1", "rank: 1"),
      `
      1 change on the roadmap since Monday.

      ### Taken out of the plan

      - **Wallet** (FEAT-1): feature, Q4 2026
      `,
    );
  });

  it("tells of figures, owners, and of what nothing measures any more", () => {
    checkChanges(
      plan,
      with_("current: 61%\n  target: 65%", "current: 63.5%\n  target: 70%")
        .replace("owner: bo", "owner: mia")
        .replace("goals: GOAL-1\n  kpis: KPI-1", "goals: GOAL-1"),
      `
      4 changes on the roadmap since Monday.

      ### Another target

      - **Completion** (KPI-1): 65 % → 70 %

      ### New figures

      - **Completion** (KPI-1): 61 % → 63.5 %

      ### Not measured any more

      - **Wallet** (FEAT-1): no longer by Completion

      ### Another owner

      - **Wallet** (FEAT-1): bo → mia
      `,
    );
  });

  it("knows an item again under another title or another id", () => {
    checkChanges(
      plan,
      with_("title: Guest checkout", "title: Pay as a guest")
        .replace("id: FEAT-2\n", "id: TAP-2\n  aliases: FEAT-2\n")
        .replace("id: FEAT-1\n  title: Wallet", "id: FEAT-9\n  title: Wallet"),
      `
      3 changes on the roadmap since Monday.

      ### Renamed

      - **One-tap pay** (TAP-2): FEAT-2 → TAP-2
      - **Pay as a guest** (FEAT-3): Guest checkout → Pay as a guest
      - **Wallet** (FEAT-9): FEAT-1 → FEAT-9
      `,
    );
  });
});
