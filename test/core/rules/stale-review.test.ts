import { checkProblems } from "../../check.ts";

const only = ["stale-review", "invalid-value"];
const yearly = `
      //- throughline.yaml
      calendar: { reviewEveryDays: 365 }`;

describe("a review", () => {
  it("is asked of every active document where the project asks for reviews", () =>
    checkProblems(
      `${yearly}
      //- prd.md
      ---
      type: prd
      id: PRD-1
          ^^^^^ information stale-review "Faster checkout (PRD-1) does not say when it was last looked over."
      title: Faster checkout
      status: active
      features: [{ title: Wallet }]
      ---
      //- empty.md
      ---
      type: prd
      status: active
      reviewed: # who?
      ^^^^^^^^ information stale-review
      ---
      //- old.md
      ---
      type: prd
      status: active
      created: 2025-01-01
      reviewed: tbd
      ^^^^^^^^ information stale-review "was written on 1 January 2025"
      ---
      //- new.md
      ---
      type: prd
      status: active
      created: 2026-01-01
      ---
      //- kpi.md
      ---
      type: kpi
      status: active
      ---
      //- insight.md
      ---
      type: insight
      id: INS-1
      status: active
      ---
      //- draft.md
      ---
      type: prd
      ---
      `,
      { only },
    ));

  it("is not asked of a document that needs none on purpose, nor twice of one that says it in no date", () =>
    checkProblems(
      `${yearly}
      //- none.md
      ---
      type: prd
      status: active
      created: 2020-01-01
      reviewed: "n/a: kept for the record"
      ---
      //- text.md
      ---
      type: prd
      status: active
      reviewed: when we had time
                ^^^^^^^^^^^^^^^^ information invalid-value
      ---
      `,
      { only },
    ));

  it("is not asked where nobody has asked for reviews", () =>
    checkProblems(
      `
      ---
      type: prd
      status: active
      created: 2020-01-01
      ---
      `,
      { only },
    ));
});
