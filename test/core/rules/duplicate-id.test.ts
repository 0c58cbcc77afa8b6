import { checkProblems } from "../../check.ts";

describe("an id on two headings", () => {
  it("is a duplicate where they name two things, and a section where they name one", () => {
    checkProblems(
      `
      //- prd.md
      ---
      type: prd
      id: PRD-1
      ---
      ### FEAT-1: Wallet
          ^^^^^^ error duplicate-id
      ### FEAT-2: Order again
      ## Timeline
      ### FEAT-2
      ### FEAT-2: Order again
      ### FEAT-1: Gift cards
          ^^^^^^ error duplicate-id
      `,
      { only: "duplicate-id" },
    );
  });
});
