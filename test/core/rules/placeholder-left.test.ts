import { checkProblems } from "../../check.ts";

describe("what a template left", () => {
  it("is told of in fields, where it counts as not given, and in the text", () => {
    checkProblems(
      `
      //- prd.md
      ---
      type: prd
      id: PRD-1
      title: Wallet TBD
             ^^^^^^^^^^ information placeholder-left
      owner: "{{owner}}"
      ^^^^^ hint missing-owner
              ^^^^^^^^^ information placeholder-left
      status: draft|active|done
              ^^^^^^^^^^^^^^^^^ information placeholder-left
      timeframe: tbd
      goals: n/a
      kpis: n/a
      ---
      We begin in {{month}}.
                  ^^^^^^^^^ information placeholder-left
      `,
      { only: ["placeholder-left", "missing-owner", "unknown-status", "unknown-person"] },
    );
  });
});
