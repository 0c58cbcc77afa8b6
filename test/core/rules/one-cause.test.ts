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

  it("where features wait for each other: on a ring, one of them always needs what lands later", () => {
    const only = ["dependency-cycle", "depends-on-later"];
    const ring = `
      //- wallet.md
      ---
      type: feature
      id: FEAT-1
      timeframe: 2027-Q3
      depends-on: FEAT-2
      ---
      //- refunds.md
      ---
      type: feature
      id: FEAT-3
      timeframe: 2027-Q4
      ---
      //- pay.md
      ---
      type: feature
      id: FEAT-2
      timeframe: 2027-Q1`;
    checkProblems(
      `${ring.replace("FEAT-2\n", "FEAT-2\n                  ^^^^^^ warning dependency-cycle\n")}
      depends-on: [FEAT-1, FEAT-3]
                   ^^^^^^ warning dependency-cycle
                           ^^^^^^ warning depends-on-later
      ---
      `,
      { only },
    );
    checkProblems(
      `${ring}
      depends-on: [FEAT-1, FEAT-3]
                   ^^^^^^ warning depends-on-later
                           ^^^^^^ warning depends-on-later
      ---
      //- throughline.yaml
      rules: { dependency-cycle: off }
      `,
      { only },
    );
  });
});
