import { checkProblems } from "../../check.ts";

describe("a kind of the team's own", () => {
  it("is asked what the kind is asked that it extends, and no more", () => {
    checkProblems(
      `
      //- throughline.yaml
      kinds:
        gtm: { extends: launch, match: ["gtm/*.md"], prefix: [GTM] }
        adr: { extends: decision, match: ["adr/*.md"], prefix: [ADR] }
        okr: { extends: goal, match: ["okrs/*.md"], prefix: [OKR] }
      rules: { shipped-without-date: warning }
      //- gtm/spring.md
      ---
      id: GTM-1
      status: active
      timeframe: 2026-Q4
      features: FEAT-1
                ^^^^^^ warning launch-before-feature
      ---
      //- adr/tokens.md
      ---
      id: ADR-1
      status: active
      timeframe: 2025-Q1
      ---
      //- adr/later.md
      ---
      id: ADR-2
      status: active
      timeframe: 2027-Q3
      goals: OKR-1
      ---
      //- okrs/growth.md
      ---
      id: OKR-1
          ^^^^^ information idle-goal
      status: active
      timeframe: 2026-Q4
      ---
      //- wallet.md
      ---
      type: feature
      id: FEAT-1
      status: draft
      goals: OKR-1
             ^^^^^ warning after-goal-due
      timeframe: 2027-Q1
      ---
      `,
      { only: ["launch-before-feature", "overdue", "after-goal-due", "idle-goal"] },
    );
  });
});
