import { checkProblems } from "../../check.ts";

describe("another team's work, written where it is needed", () => {
  it("is checked in time, and asked for nothing", () => {
    checkProblems(`
      ---
      type: feature
      id: FEAT-1
      title: One-tap pay
      owner: ana
      status: active
      goals: n/a
      kpis: n/a
      timeframe: 2027-Q1
      depends-on:
        - { title: Card vault, team: platform, timeframe: 2027-Q3 }
                   ^^^^^^^^^^ warning depends-on-later "One-tap pay (Q1 2027) needs Card vault, which lands in Q3 2027."
        - { title: New terms, timeframe: 2026-Q2 }
                                         ^^^^^^^ warning overdue "New terms was to land by"
        - { title: Old terms, timeframe: 2026-Q2, status: done }
        - { title: Some day }
      ---
    `);
  });

  it("can close a ring", () => {
    checkProblems(
      `
      ---
      type: feature
      id: FEAT-1
      title: Pay
      depends-on:
        - title: Vault
                 ^^^^^ warning dependency-cycle "Pay (FEAT-1) → Vault → Pay (FEAT-1)"
          depends-on: FEAT-1
                      ^^^^^^ warning dependency-cycle "Vault → Pay (FEAT-1) → Vault"
      ---
      `,
      { only: "dependency-cycle" },
    );
  });
});

describe("a launch of a feature that is written in it", () => {
  it("is checked in time", () => {
    checkProblems(
      `
      ---
      type: launch
      id: LAUNCH-1
      status: planned
      timeframe: 2027-Q1
      features: [{ title: Payouts, timeframe: 2027-Q2 }]
                          ^^^^^^^ warning launch-before-feature
      ---
      `,
      { only: "launch-before-feature" },
    );
  });
});
