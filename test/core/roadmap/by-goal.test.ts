import { describe, it } from "mocha";
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
v [question] Not linked to a goal — 1 feature  !information
    goal/~not-linked
    Not linked to a goal, 1 feature
    [circle-outline] Dark mode
      goal/~not-linked/FEAT-3
      Dark mode, feature, idea
    [graph-line] Nobody's figure — no target  !information 1
      goal/~not-linked/KPI-4
      Nobody's figure, KPI, draft, no target, 1 problem
      `,
    );
  });
});
