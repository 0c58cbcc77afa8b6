import { reads } from "../../reads.ts";

describe("a heading that begins with the name of a kind of requirement", () => {
  it("is a requirement, known by its title, or by the id behind the name", () =>
    reads(
      `
      ---
      type: prd
      id: PRD-1
      ---
      # Requirement: none of this

      ## Requirements
      ### Requirement: Pay with *one* tap
      Priority: Must

      #### Scenario: In a hurry
      See PRD-1.

      ### requirement: Pay with one tap
      ### Requirement: FR-2: Refunds
      ### Requirement:
      ### Requirement for all: peace
      ### Decision: we do it
      ## FEAT-1: Wallet
      ### Requirement: Cards are kept
      `,
      `
      prd PRD-1 “Requirement: none of this” document @3
        requirement PRD-1#pay-with-one-tap “Pay with one tap” heading @8 priority=Must
        requirement PRD-1#pay-with-one-tap-1 “Pay with one tap” heading @14
        requirement PRD-1/FR-2 “Refunds” heading @15
        feature FEAT-1 “Wallet” heading @19
          requirement PRD-1#cards-are-kept “Cards are kept” heading @20
      `,
    ));

  it("is a heading like any other in a document that holds no requirements", () =>
    reads("---\ntype: decision\nid: DEC-1\n---\n# A\n## Requirement: quiet\n", "decision DEC-1 “A” document @3"));
});
