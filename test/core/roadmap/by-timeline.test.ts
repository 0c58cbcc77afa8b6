import { checkRoadmap } from "../../draw-roadmap.ts";

describe("the roadmap by time", () => {
  it("begins with what is overdue, then quarters, lanes, versions and what has no time", () => {
    checkRoadmap(
      `
      //- throughline.yaml
      calendar: { fiscalYearStart: 2, releases: { Spring: 2027-04-12 } }
      //- features.md
      ---
      type: prd
      id: PRD-1
      title: All of it
      status: active
      owner: ana
      features:
        - { title: Late, timeframe: 2026-Q3 }
        - { title: Late idea, timeframe: 2026-10, status: idea }
        - { title: This quarter, timeframe: 2026-Q4 }
        - { title: A day, timeframe: 2026-11-30 }
        - { title: A half, timeframe: 2026-H2 }
        - { title: A range, timeframe: 2026-Q4..2027-Q1 }
        - { title: A year, timeframe: 2027 }
        - { title: A fiscal quarter, timeframe: FY27-Q1 }
        - { title: A release, timeframe: Spring }
        - { title: Now, timeframe: now }
        - { title: Later, timeframe: later }
        - { title: Next, timeframe: Next }
        - { title: Second version, timeframe: v1.10 }
        - { title: First version, timeframe: v1.9 }
        - { title: A word, timeframe: when it is ready }
        - { title: Impossible, timeframe: 2027-13 }
        - { title: Not given, timeframe: tbd }
        - { title: Long ago, timeframe: 2026-Q1, status: shipped }
        - { title: Longer ago, timeframe: 2025-Q4, status: cancelled }
        - { title: Shipped this quarter, timeframe: 2026-Q4, status: shipped }
      ---
      `,
      { by: "timeline" },
      `
      v [warning red] Overdue — 3 features
          [error red] A fiscal quarter — FY27 Q1 · ana · overdue
          [error red] Late — Q3 2026 · ana · overdue
          [circle-outline] Late idea — October 2026 · ana · overdue
      v [calendar] Q4 2026 — 4 features · 1 done
          [record green] A day — 30 November 2026 · ana
          [record green] A half — H2 2026 · ana
          [record green] This quarter — ana
        > [check-all] 1 done
            [pass-filled] Shipped this quarter — ana
      v [calendar] Q1 2027 — 1 feature
          [record green] A range — Q4 2026 – Q1 2027 · ana
      v [calendar] Q2 2027 — 1 feature
          [record green] A release — Spring · ana
      v [calendar] Q4 2027 — 1 feature
          [record green] A year — 2027 · ana
      v [calendar] Now — 1 feature
          [record] Now — ana
      v [calendar] Next — 1 feature
          [record] Next — ana
      v [calendar] Later — 1 feature
          [record] Later — ana
      v [milestone] v1.9 — 1 feature
          [record] First version — ana
      v [milestone] v1.10 — 1 feature
          [record] Second version — ana
      v [question] Unscheduled — 4 features
        > [error red] All of it — ana · off track · 2 of 19 done
            [record] A word — when it is ready · ana
            [record] Impossible — 2027-13 · ana
            [record] Not given — ana
      > [check-all] 1 done, 1 dropped
        v [calendar] Q4 2025 — 1 feature · 1 dropped
            [circle-slash] Longer ago — ana
        v [calendar] Q1 2026 — 1 feature · 1 done
            [pass-filled] Long ago — ana
      `,
    );
  });

  it("shows goals and launches too, and parts below what they are a part of only where both land together", () => {
    checkRoadmap(
      `
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      title: Growth
      timeframe: 2027-H1
      kpis: KPI-1
      ---
      //- vision.md
      ---
      type: vision
      id: VIS-1
      title: A vision has no time
      ---
      //- kpi.md
      ---
      type: kpi
      id: KPI-1
      title: A figure is no work
      timeframe: 2027-Q2
      ---
      //- launch.md
      ---
      type: launch
      id: LAUNCH-1
      title: Spring campaign
      timeframe: 2027-Q2
      ---
      //- prd.md
      ---
      type: prd
      id: PRD-1
      title: Checkout
      timeframe: 2027-Q2
      features:
        - { id: FEAT-1, title: Together }
        - { id: FEAT-2, title: Earlier, timeframe: 2027-Q1 }
      ---
      //- 3.md
      ---
      type: feature
      id: FEAT-3
      title: A part of what is earlier
      parent: FEAT-2
      timeframe: 2027-Q2
      ---
      `,
      { by: "timeline" },
      `
      v [calendar] Q1 2027 — 1 feature
          [circle-outline] Earlier
      v [calendar] Q2 2027 — 1 goal · 3 features · 1 launch
          [target] Growth — H1 2027
        > [circle-outline] Checkout
            [circle-outline] A part of what is earlier
            [circle-outline] Together
          [rocket] Spring campaign
      `,
    );
  });
});
