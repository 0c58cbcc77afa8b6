import { checkProblems } from "../../check.ts";

const completeness = ["missing-owner", "missing-kpi", "missing-goal", "missing-timeframe"];

describe("one cause is one finding", () => {
  it("where parts of a document would have from it what it lacks", () => {
    checkProblems(
      `
      ---
      type: prd
      id: PRD-1
          ^^^^^ warning missing-owner
          ^^^^^ warning missing-goal
          ^^^^^ warning missing-timeframe
      status: active
      features:
        - title: Wallet
        - { title: Refunds, owner: ana }
      ---
      | Metric | Baseline | Target |
      |---|---|---|
      | Conversion | 2% | 3% |

      ## FEAT-1: Guest checkout
      `,
      { only: completeness },
    );
  });

  it("but parts are asked where the document is not: because it has none to give, is done, or only a draft", () => {
    checkProblems(
      `
      //- insight.md
      ---
      type: insight
      id: INS-1
      status: active
      features: [{ title: Wallet }]
                          ^^^^^^ warning missing-owner
      ---
      //- done.md
      ---
      type: prd
      id: PRD-2
      status: done
      features: [{ title: Refunds, status: active }]
                          ^^^^^^^ warning missing-owner
      ---
      //- draft.md
      ---
      type: prd
      id: PRD-3
          ^^^^^ hint missing-owner
      features: [{ title: Payouts, status: active }, { title: Gifts }]
                          ^^^^^^^ warning missing-owner
      ---
      `,
      { only: "missing-owner" },
    );
  });

  it("and what a part does not take from the document is asked of it", () => {
    checkProblems(
      `
      ---
      type: vision
      id: VIS-1
          ^^^^^ warning missing-owner
      status: active
      ---
      ## GOAL-1: Growth
         ^^^^^^ warning missing-kpi
      `,
      { only: completeness },
    );
  });
});
