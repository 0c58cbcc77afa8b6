import { checkRoadmap } from "../../draw-roadmap.ts";

const plan = `
      //- throughline.yaml
      people: [{ handle: ana, name: Ana Li, email: ana@example.com }, bo]
      //- prd.md
      ---
      type: prd
      id: PRD-1
      title: Checkout
      owner: Ana Li
      team: Pay
      features:
        - { id: FEAT-1, title: Inherits owner and team }
        - { id: FEAT-2, title: Of bo, owner: bo, team: pay }
        - { id: FEAT-3, title: Of ana and bo, owner: [ana, bo] }
        - { id: FEAT-4, title: Of a stranger, owner: "Zoë Q", team: Growth }
      ---
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      title: Growth
      owner: "@ana"
      ---
      //- kpi.md
      ---
      type: kpi
      id: KPI-1
      title: Completion
      owner: Ana Li <ana@example.com>
      target: 5%
      ---
      //- none.md
      ---
      type: feature
      id: FEAT-5
      title: Of nobody
      owner: tbd
      ---
      `;

describe("the roadmap by owner", () => {
  it("knows a person however the name is written, and counts the first of several", () => {
    checkRoadmap(
      plan,
      { by: "owner" },
      `
      v [person] Ana Li — 1 goal · 3 features
          [target] Growth
        > [circle-outline] Checkout
            [circle-outline] Inherits owner and team
            [circle-outline] Of ana and bo
          [graph-line] Completion — target 5 %
      v [person] bo — 1 feature
          [circle-outline] Of bo
      v [person] Zoë Q — 1 feature
          [circle-outline] Of a stranger
      v [question] No owner — 1 feature
          [circle-outline] Of nobody
      `,
    );
  });
});

describe("the roadmap by team", () => {
  it("groups by team without regard to case, and what has none last", () => {
    checkRoadmap(
      plan,
      { by: "team" },
      `
      v [organization] Growth — 1 feature
          [circle-outline] Of a stranger — Zoë Q
      v [organization] Pay — 4 features
        > [circle-outline] Checkout — ana
            [circle-outline] Inherits owner and team — ana
            [circle-outline] Of ana and bo — ana
            [circle-outline] Of bo — bo
      v [question] No team — 1 goal · 1 feature
          [target] Growth — ana
          [circle-outline] Of nobody
          [graph-line] Completion — target 5 % · ana
      `,
    );
  });
});
