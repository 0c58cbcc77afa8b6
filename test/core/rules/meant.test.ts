import { checkProblems } from "../../check.ts";

const only = "unknown-reference";

describe("a link that leads nowhere", () => {
  it("names the item that was meant: by a slip, by its number, by its file", () => {
    checkProblems(
      `
      //- a.md
      ---
      type: prd
      id: PRD-1
      goals: GAOL-1, GOAL-001, /old/growth.md, ../growth, nothing
             ^^^^^^ error unknown-reference "Did you mean GOAL-1 (Growth)?"
                     ^^^^^^^^ error unknown-reference "Did you mean GOAL-1 (Growth)?"
                               ^^^^^^^^^^^^^^ error unknown-reference "Did you mean /goals/growth.md (Growth)?"
                                               ^^^^^^^^^ error unknown-reference "Did you mean goals/growth.md (Growth)?"
                                                          ^^^^^^^ error unknown-reference "Correct the name"
      depends-on: 007
                  ^^^ error unknown-reference "Did you mean 007-wallet (Wallet)?"
      ---
      //- goals/growth.md
      ---
      type: goal
      id: GOAL-1
      title: Growth
      ---
      //- 007-wallet/README.md
      ---
      type: prd
      title: Wallet
      ---
      `,
      { only },
    );
  });

  it("names none where several are as near", () => {
    checkProblems(
      `
      //- a.md
      ---
      type: prd
      id: PRD-1
      goals: GOAL-3
             ^^^^^^ error unknown-reference "Correct the name"
      ---
      //- b.md
      ---
      type: goal
      id: GOAL-1
      ---
      //- c.md
      ---
      type: goal
      id: GOAL-2
      ---
      `,
      { only },
    );
  });
});

describe("a link in the text that leads nowhere", () => {
  it("is told once where several links share its definition, and says what is likely wrong", () => {
    checkProblems(
      `
      ---
      type: prd
      ---
      # Pay

      [One][w], [two][w], [three](github.com/pay/wallet) and [four](#payy).
                                                                    ^^^^^ warning broken-anchor "Did you mean “#pay”?"
                                  ^^^^^^^^^^^^^^^^^^^^^ warning broken-link "Write “https://” in front"

      [w]: wallet.md
           ^^^^^^^^^ warning broken-link
      `,
      { only: ["broken-link", "broken-anchor"] },
    );
  });
});
