import { checkProblems } from "../../check.ts";

describe("requirements of something done", () => {
  it("may be ticked in a table too", () => {
    checkProblems(
      `
      //- a.md
      ---
      type: prd
      id: PRD-1
          ^^^^^ warning done-with-open-work "and Refunds (FR-4) is not"
      status: done
      ---
      | ID | Requirement | Priority | Done |
      |---|---|---|---|
      | FR-1 | Wallet | Must | yes |
      | FR-2 | Gifts | Could | no |
      | FR-3 | Invoices | Won't | no |
      | FR-4 | Refunds | Should | no |
      //- b.md
      ---
      type: prd
      id: PRD-2
      status: done
      ---
      | ID | Requirement | Done |
      |---|---|---|
      | FR-1 | Wallet | ✅ |
      | FR-2 | Gifts | Yes |
      `,
      { only: "done-with-open-work" },
    );
  });

  it("need not hold where a bracket or the heading says that they only could", () => {
    checkProblems(
      `
      //- a.md
      ---
      type: prd
      id: PRD-1
          ^^^^^ warning done-with-open-work "and (Should) Refunds (FR-4) is not"
      status: done
      ---
      ## Must have
      - [x] FR-1: Wallet
      - [ ] FR-2: Gifts (Could)
      - [ ] **FR-3**: [P2] Invoices
      - [ ] FR-4: (Should) Refunds

      ## Could have
      - [ ] FR-5: Points

      ### Nice to have
      - [ ] FR-6: Stamps

      ## Out of scope
      - [ ] FR-7: Cash
      `,
      { only: "done-with-open-work" },
    );
  });
});
