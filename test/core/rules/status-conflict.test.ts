import { checkProblems } from "../../check.ts";

/** A document whose block at the top says one thing, and a line below its title another; carets stand in the line below. */
function check(top: string, below: string, carets = "", config = ""): void {
  checkProblems(
    `//- throughline.yaml
people: [{ handle: ana, name: Ana Li, email: al@example.org }, bo]
calendar: { releases: { Aurora: 2027-03-15 } }
${config}
//- prd.md
---
type: prd
${top}
---
# Faster checkout

${below}
${carets}
`,
    { only: ["status-conflict", "placeholder-left"] },
  );
}

const whole = "owner: ana\ntimeframe: 2027-Q1";

describe("the block at the top and the lines below the title", () => {
  it("disagree about any field that both give", () => {
    check(
      whole,
      "**Owner:** Bo",
      '           ^^ warning status-conflict "The owner of Faster checkout is “ana” at the top and “Bo” here."',
    );
    check(whole, "**Due:** 2027-Q2", "         ^^^^^^^ warning status-conflict");
    check(`${whole}\npriority: P1`, "- Priority: P2", "            ^^ warning status-conflict");
    check(`${whole}\nreach: 5k`, "- Reach: 6,000 people", "         ^^^^^^^^^^^^ warning status-conflict");
    check(`${whole}\ngoals: GOAL-1`, "Goals: GOAL-1, GOAL-2", "       ^^^^^^^^^^^^^^ warning status-conflict");
    check(`${whole}\nhealth: on track`, "Health: at risk", "        ^^^^^^^ warning status-conflict");
    check(`${whole}\nkpis: n/a`, "KPIs: KPI-1", "      ^^^^^ warning status-conflict");
    check(
      `${whole}\nstatus: draft`,
      "Status: Shipped",
      '        ^^^^^^^ warning status-conflict "Faster checkout is “draft” at the top"',
    );
    check(whole, "| What | Answer |\n|---|---|\n| Due | 2028 |", "        ^^^^ warning status-conflict");
  });

  it("agree where they mean the same", () => {
    const same: readonly (readonly [string, string])[] = [
      ["owner: ana\ntimeframe: 2027-Q1", "Owner: [@ana](https://example.org/ana)"],
      ["owner: ana\ntimeframe: 2027-Q1", "Owner: Ana Li <al@example.org>"],
      ["owner: chi\ntimeframe: 2027-Q1", "Owner: Chi Wu (design)"],
      ["owner: [ana, bo]\ntimeframe: 2027-Q1", "Owner: Ana Li"],
      ["owner: ana\ntimeframe: 2027-Q1", "Quarter: Q1 2027"],
      ["owner: ana\ntimeframe: 2027-Q1", "Launch date: 2027-02-14"],
      ["owner: ana\ntimeframe: 2027-03-15", "Release: Aurora"],
      ["owner: ana\ntimeframe: 2027-Q1", "Release: v4.2"],
      ["owner: ana\ntimeframe: 2027-Q1", "Milestone: when legal says yes"],
      [`${whole}\nstatus: in-progress`, "Status: 🚧 **In Progress** (since May)"],
      [`${whole}\npriority: high`, "Priority: High (P1)"],
      [`${whole}\npriority: high`, "Priority: P1"],
      [`${whole}\nreach: 5k`, "Reach: 5,000"],
      [`${whole}\ngoals: [GOAL-1, GOAL-2]`, "Goals: goal-2"],
      [`${whole}\ngoals: goals/growth.md`, "Goals: [Growth](goals/growth.md)"],
      [`${whole}\nkpis: n/a`, "KPIs: none"],
      [`${whole}\nhealth: at-risk`, "Health: 🟡"],
      [`${whole}\nsummary: Pay at once.`, "Summary: Paying without a form."],
      [`${whole}\nlinks: https://a.example`, "Figma: https://b.example"],
      [`${whole}\ntags: [a]`, "Tags: b"],
    ];
    for (const [top, below] of same) check(top, below);
  });

  it("do not disagree where one of them waits for an answer, which the other may give", () => {
    check(whole, "Owner: ?");
    check(whole, "Owner: to be decided");
    check(whole, "Owner:");
    check("owner: tbd\ntimeframe: ?", "Owner: ana\nDue: 2027-Q1");
    checkProblems(
      `
      ---
      type: prd
      owner: tbd
      timeframe:
      ^^^^^^^^^ hint missing-timeframe
      goals: n/a
      ---
      # Faster checkout

      **Owner:** Ana
      **Due:** ?
      `,
      { only: ["missing-owner", "missing-timeframe", "duplicate-key"] },
    );
  });

  it("may not choose: that is what a template left", () => {
    check(whole, "**Priority:** low|medium|high", "              ^^^^^^^^^^^^^^^ information placeholder-left");
    check(
      `${whole}\nstatus: draft`,
      "**Status:** Draft | In review | Approved",
      "            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information placeholder-left",
    );
  });

  it("are two places; two lines of one place are left alone", () => check(whole.slice(11), "Owner: Ana Li\nPM: Bo"));
});
