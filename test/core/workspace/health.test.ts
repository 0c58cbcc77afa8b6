import { checkHealth } from "../../check-health.ts";

describe("health", () => {
  it("is unknown without evidence, and for what is not active", () => {
    checkHealth(
      `
      //- 1.md
      ---
      type: feature
      id: FEAT-1
      status: active
      ---
      //- 2.md
      ---
      type: feature
      id: FEAT-2
      status: active
      timeframe: next
      ---
      //- 3.md
      ---
      type: feature
      id: FEAT-3
      status: idea
      timeframe: 2026-Q1
      ---
      //- 4.md
      ---
      type: feature
      id: FEAT-4
      status: shipped
      timeframe: 2026-Q1
      health: off-track
      ---
      //- 5.md
      ---
      type: feature
      id: FEAT-5
      timeframe: 2027-Q1
      ---
      `,
      `
      FEAT-1 unknown
      FEAT-2 unknown
      FEAT-3 unknown
      FEAT-4 unknown
      FEAT-5 unknown
      `,
    );
  });

  it("is off track when it is overdue, on track when its time is not over", () => {
    checkHealth(
      `
      //- 1.md
      ---
      type: feature
      id: FEAT-1
      status: active
      timeframe: 2026-Q3
      ---
      //- 2.md
      ---
      type: feature
      id: FEAT-2
      status: active
      timeframe: 2026-11-22
      ---
      //- vision.md
      ---
      type: vision
      id: VIS-1
      status: active
      timeframe: 2025
      ---
      `,
      `
      FEAT-1 off-track: It was to land by Q3 2026
      FEAT-2 on-track: Its time is not over: 22 November 2026
      VIS-1 unknown
      `,
    );
  });

  it("is that of its KPIs beside their lines; the values of a key result win", () => {
    checkHealth(
      `
      //- on.md
      ---
      type: feature
      id: FEAT-1
      status: active
      kpis: KPI-1
      ---
      //- off.md
      ---
      type: goal
      id: GOAL-1
      status: active
      kpis: [{ id: KPI-1, target: 90% }]
      ---
      //- kpi.md
      ---
      type: kpi
      id: KPI-1
      title: Completion
      status: tracking
      baseline: 60%
      target: 64%
      timeframe: 2027-Q4
      measurements:
        - { date: 2026-06-30, value: 60% }
        - { date: 2026-10-31, value: 61% }
      ---
      `,
      `
      KPI-1 on-track: Completion is on its line, at 61 %
      GOAL-1 off-track: Completion is off its line: at 61 %, by then it should have been at 66.7 %
      FEAT-1 on-track: Completion is on its line, at 61 %
      `,
    );
  });

  it("is not that of a KPI that was dropped, or that was measured once", () => {
    checkHealth(
      `
      //- 1.md
      ---
      type: feature
      id: FEAT-1
      status: active
      kpis: KPI-1, KPI-2
      ---
      //- kpi.md
      ---
      type: kpi
      id: KPI-1
      status: dropped
      target: 64%
      timeframe: 2027-Q4
      measurements:
        - { date: 2026-06-30, value: 60% }
        - { date: 2026-10-31, value: 50% }
      ---
      //- kpi-2.md
      ---
      type: kpi
      id: KPI-2
      status: tracking
      baseline: 50%
      target: 64%
      timeframe: 2027-Q4
      measurements:
        - { date: 2026-06-30, value: 10% }
      ---
      `,
      `
      FEAT-1 unknown
      KPI-2 unknown
      KPI-1 unknown
      `,
    );
  });

  it("is off track when a guardrail is worse than its baseline, or than the limit that the link sets", () => {
    checkHealth(
      `
      //- 1.md
      ---
      type: feature
      id: FEAT-1
      status: active
      guardrails: KPI-1
      ---
      //- 2.md
      ---
      type: feature
      id: FEAT-2
      status: active
      guardrails: [{ id: KPI-1, target: "< 1%" }]
      ---
      //- 3.md
      ---
      type: feature
      id: FEAT-3
      status: active
      guardrails: KPI-2
      ---
      //- kpi.md
      ---
      type: kpi
      id: KPI-1
      title: Disputes
      baseline: 0.4%
      target: 0.2%
      measurements:
        - { date: 2026-09-30, value: 0.3% }
        - { date: 2026-10-31, value: 0.5% }
      ---
      //- kpi-2.md
      ---
      type: kpi
      id: KPI-2
      title: Errors
      baseline: 0.4%
      current: 0.4%
      direction: down
      ---
      `,
      `
      FEAT-1 off-track: The guardrail Disputes is breached: at 0.5 %, it must not be worse than 0.4 %
      FEAT-2 on-track: The guardrail Disputes holds, at 0.5 %
      FEAT-3 on-track: The guardrail Errors holds, at 0.4 %
      KPI-2 unknown
      KPI-1 unknown
      `,
    );
  });

  it("is at risk when it needs what is later, dropped or overdue, and not when that is done", () => {
    checkHealth(
      `
      //- 1.md
      ---
      type: feature
      id: FEAT-1
      status: active
      timeframe: 2027-Q1
      depends-on:
        - FEAT-2
        - FEAT-3
        - FEAT-4
        - FEAT-5
        - title: An audit of others
          timeframe: 2027-Q2
      ---
      //- 2.md
      ---
      type: feature
      id: FEAT-2
      title: Wallet
      timeframe: 2027-Q3
      ---
      //- 3.md
      ---
      type: feature
      id: FEAT-3
      title: Vault
      status: cancelled
      timeframe: 2027-Q3
      ---
      //- 4.md
      ---
      type: feature
      id: FEAT-4
      title: Passkeys
      timeframe: 2026-Q3
      ---
      //- 5.md
      ---
      type: feature
      id: FEAT-5
      title: Tokens
      status: shipped
      timeframe: 2028
      ---
      //- 6.md
      ---
      type: feature
      id: FEAT-6
      status: active
      depends-on: FEAT-5
      ---
      `,
      `
      FEAT-1 at-risk: It needs Wallet, which lands in Q3 2027; It needs Vault, which is dropped; It needs Passkeys, which is overdue; It needs An audit of others, which lands in Q2 2027
      FEAT-2 unknown
      FEAT-3 unknown
      FEAT-4 unknown
      FEAT-5 unknown
      FEAT-6 on-track: Tokens, which it needs, is done
      `,
    );
  });

  it("is at risk when it lands after its goal", () => {
    checkHealth(
      `
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      title: Growth
      timeframe: 2027-H1
      ---
      //- old.md
      ---
      type: goal
      id: GOAL-2
      status: done
      timeframe: 2026-H1
      ---
      //- 1.md
      ---
      type: feature
      id: FEAT-1
      status: active
      timeframe: 2027-Q3
      goals: GOAL-1, GOAL-2
      ---
      `,
      `
      FEAT-1 at-risk: It lands after Growth is due (H1 2027)
      GOAL-1 unknown
      GOAL-2 unknown
      `,
    );
  });
});
