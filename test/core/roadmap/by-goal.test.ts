import { checkRoadmap } from "../../draw-roadmap.ts";

describe("the roadmap by goal", () => {
  it("goes from the vision to goals, features and KPIs", () => {
    checkRoadmap(
      `
      //- vision.md
      ---
      type: vision
      id: VIS-1
      title: Paying is a pleasure
      owner: ana
      status: active
      kpis: KPI-1
      ---
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      title: Shoppers finish
      owner: ana
      status: active
      timeframe: 2027
      vision: VIS-1
      kpis: [{ id: KPI-1, target: 65% }]
      guardrails: KPI-2
      ---
      //- kpi.md
      ---
      type: kpi
      id: KPI-1
      title: Completion
      owner: ravi
      status: tracking
      baseline: 61%
      current: 63.1%
      target: 68%
      ---
      //- kpi-2.md
      ---
      type: kpi
      id: KPI-2
      title: Disputes
      owner: bo
      baseline: 0.4%
      current: 0.3%
      direction: down
      ---
      //- prd.md
      ---
      type: prd
      id: PRD-1
      title: Faster checkout
      owner: ana
      status: in progress
      timeframe: 2027-Q1
      goals: GOAL-1
      kpis: KPI-1
      features:
        - id: FEAT-1
          title: One-tap pay
          status: in progress
          kpis: KPI-1, KPI-3
        - id: FEAT-2
          title: Guest checkout
          status: shipped
      ---
      //- loose.md
      ---
      type: feature
      id: FEAT-3
      title: Dark mode
      status: idea
      ---
      //- kpi-3.md
      ---
      type: kpi
      id: KPI-3
      title: Time to pay
      ---
      //- kpi-4.md
      ---
      type: kpi
      id: KPI-4
      title: Nobody's figure
      ---
      `,
      { more: true },
      `
      v [telescope green] Paying is a pleasure — ana · 1 goal · 3 features · 1 done
          goal/VIS-1
          Paying is a pleasure, vision, active, on track, owner ana
          [graph-line] Completion — 61 % → 63.1 % → 68 %
            goal/VIS-1/KPI-1
            Completion, KPI, tracking, from 61 %, now 63.1 %, target 68 %, owner ravi
        v [target green] Shoppers finish — 2027 · ana · 3 features · 1 done
            goal/VIS-1/GOAL-1
            Shoppers finish, goal, active, on track, owner ana, 2027
            [graph-line] Completion — 61 % → 63.1 % → 65 %
              goal/VIS-1/GOAL-1/KPI-1
              Completion, KPI, tracking, from 61 %, now 63.1 %, target 65 %, owner ravi
            [graph-line green] Disputes — guardrail · 0.4 % → 0.3 %
              goal/VIS-1/GOAL-1/KPI-2
              Disputes, guardrail, draft, on track, from 0.4 %, now 0.3 %, no target, owner bo
          > [record green] Faster checkout — Q1 2027 · ana · 1 of 2 done
              goal/VIS-1/GOAL-1/PRD-1
              Faster checkout, PRD, in progress, on track, owner ana, first quarter 2027, 1 of 2 done
            > [record green] One-tap pay — Q1 2027 · ana
                goal/VIS-1/GOAL-1/PRD-1/FEAT-1
                One-tap pay, feature, in progress, on track, owner ana, first quarter 2027
                [graph-line] Time to pay — no target
                  goal/VIS-1/GOAL-1/PRD-1/FEAT-1/KPI-3
                  Time to pay, KPI, draft, no target
            > [check-all] 1 done
                goal/VIS-1/GOAL-1/PRD-1/~done
                1 done, folded
                [pass-filled] Guest checkout — Q1 2027 · ana
                  goal/VIS-1/GOAL-1/PRD-1/~done/FEAT-2
                  Guest checkout, feature, shipped, owner ana, first quarter 2027
      v [question] Not linked to a goal — 1 feature
          goal/~not-linked
          Not linked to a goal, 1 feature
          [circle-outline] Dark mode
            goal/~not-linked/FEAT-3
            Dark mode, feature, idea
          [graph-line] Nobody's figure — no target
            goal/~not-linked/KPI-4
            Nobody's figure, KPI, draft, no target
      `,
    );
  });

  it("shows a feature under each of its goals, and a part only below what it is a part of", () => {
    checkRoadmap(
      `
      //- goals/1.md
      ---
      type: goal
      id: GOAL-1
      title: Growth
      ---
      //- goals/2.md
      ---
      type: goal
      id: GOAL-2
      title: Trust
      ---
      //- prd.md
      ---
      type: prd
      id: PRD-1
      title: Checkout
      goals: GOAL-1, GOAL-2
      features:
        - { id: FEAT-1, title: Inherits both goals }
        - { id: FEAT-2, title: Has a goal of its own, goals: GOAL-2 }
        - FEAT-3
      ---
      //- 3.md
      ---
      type: feature
      id: FEAT-3
      title: Says no goal itself
      ---
      //- 4.md
      ---
      type: feature
      id: FEAT-4
      title: A part with another goal
      parent: FEAT-5
      goals: GOAL-2
      ---
      //- 5.md
      ---
      type: feature
      id: FEAT-5
      title: Links to growth alone
      goals: GOAL-1
      ---
      `,
      {},
      `
      v [target] Growth — 6 features
        > [circle-outline] Checkout
            [circle-outline] Has a goal of its own
            [circle-outline] Inherits both goals
            [circle-outline] Says no goal itself
        > [circle-outline] Links to growth alone
            [circle-outline] A part with another goal
      v [target] Trust — 5 features
          [circle-outline] A part with another goal
        > [circle-outline] Checkout
            [circle-outline] Has a goal of its own
            [circle-outline] Inherits both goals
            [circle-outline] Says no goal itself
      `,
    );
  });

  it("puts goals below goals, and what names no goal last", () => {
    checkRoadmap(
      `
      //- vision.md
      ---
      type: vision
      id: VIS-1
      title: Vision
      ---
      //- 1.md
      ---
      type: goal
      id: GOAL-1
      title: Growth
      vision: VIS-1
      timeframe: 2028
      ---
      //- 2.md
      ---
      type: goal
      id: GOAL-2
      title: Part of growth
      parent: GOAL-1
      timeframe: 2027
      ---
      //- 3.md
      ---
      type: goal
      id: GOAL-3
      title: On its own
      ---
      //- f.md
      ---
      type: feature
      id: FEAT-1
      title: For the part
      goals: GOAL-2
      ---
      //- lost.md
      ---
      type: feature
      id: FEAT-2
      title: Its goal is nowhere
      goals: GOAL-9
      ---
      //- wrong.md
      ---
      type: feature
      id: FEAT-3
      title: Its goal is a feature
      goals: FEAT-1
      ---
      `,
      {},
      `
      v [telescope] Vision — 2 goals · 1 feature
        v [target] Growth — 2028 · 1 goal · 1 feature
          v [target] Part of growth — 2027 · 1 feature
              [circle-outline] For the part
        [target] On its own
      v [question] Not linked to a goal — 2 features
          [circle-outline] Its goal is a feature
          [circle-outline] Its goal is nowhere
      `,
    );
  });

  it("orders by time, then rank, then title, naturally; what has no time comes last", () => {
    checkRoadmap(
      `
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      title: Growth
      features: []
      ---
      //- prd.md
      ---
      type: prd
      id: PRD-1
      title: Checkout
      goals: GOAL-1
      timeframe: later
      features:
        - { title: Step 10, timeframe: 2027-Q1 }
        - { title: Step 9, timeframe: 2027-Q1 }
        - { title: Ranked, timeframe: 2027-Q1, rank: 2 }
        - { title: Ranked before, timeframe: 2027-Q1, rank: 1 }
        - { title: In a half, timeframe: 2026-H2 }
        - { title: Now, timeframe: now }
        - { title: Without a time, timeframe: tbd }
        - { title: A version, timeframe: v1.10 }
      ---
      `,
      {},
      `
      v [target] Growth — 9 features
        > [circle-outline] Checkout — later
            [circle-outline] In a half — H2 2026
            [circle-outline] Ranked before — Q1 2027
            [circle-outline] Ranked — Q1 2027
            [circle-outline] Step 9 — Q1 2027
            [circle-outline] Step 10 — Q1 2027
            [circle-outline] Now — now
            [circle-outline] A version — v1.10
            [circle-outline] Without a time
      `,
    );
  });

  it("shows team's own kinds as what they extend, and leaves out what is no plan", () => {
    checkRoadmap(
      `
      //- throughline.yaml
      kinds:
        rfc: { extends: feature, prefix: [RFC], match: ["rfcs/*.md"] }
        verdict: { extends: decision, prefix: [VER], match: ["verdicts/*.md"] }
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      title: Growth
      ---
      //- rfcs/1.md
      ---
      id: RFC-1
      title: Streams
      goals: GOAL-1
      depends-on:
        - title: Work of others
      ---
      - FR-1: It streams
      //- verdicts/1.md
      ---
      id: VER-1
      title: We stream
      goals: GOAL-1
      ---
      //- insight.md
      ---
      type: insight
      id: INS-1
      title: They stream
      goals: GOAL-1
      ---
      //- launch.md
      ---
      type: launch
      id: LAUNCH-1
      title: Streaming
      features: RFC-1
      ---
      `,
      {},
      `
      v [target] Growth — 1 feature
          [circle-outline] Streams
      `,
    );
  });

  it("is empty for an empty plan", () => {
    checkRoadmap(
      `
      //- readme.md
      # Nothing here
      `,
      {},
      ``,
    );
  });
});
