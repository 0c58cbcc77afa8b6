import { checkProblems } from "../../check.ts";

describe("a key result", () => {
  it("has a target of its own, which can be worse than where it starts", () => {
    checkProblems(
      `
      //- conversion.md
      ---
      type: kpi
      id: KPI-1
      title: Conversion
      direction: up
      baseline: 2%
      target: 3%
      ---
      //- growth.md
      ---
      type: goal
      id: GOAL-1
      title: Growth
      kpis:
        - { id: KPI-1, target: 1% }
                               ^^ warning target-not-better "though more is better"
        - { id: KPI-1, baseline: 0.5%, target: 1% }
      guardrails: [{ id: KPI-1, target: 1% }]
      ---
      `,
      { only: "target-not-better" },
    );
  });

  it("cannot be due on a day that does not exist", () => {
    checkProblems(
      `
      ---
      type: goal
      id: GOAL-1
      kpis:
        - { id: KPI-1, target: n/a, timeframe: 2027-13 }
                                               ^^^^^^^ error invalid-value
        - { id: KPI-2, target: plenty, timeframe: tbd }
                               ^^^^^^ information invalid-value
      ---
      `,
      { only: "invalid-value" },
    );
  });
});
