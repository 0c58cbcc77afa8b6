import { checkProblems } from "../../check.ts";

describe("a link to what was dropped", () => {
  it("is told of where something counts on it, not where it is only spoken of", () => {
    checkProblems(
      `
      //- throughline.yaml
      kinds:
        feature: { fields: { see-also: { to: [feature] }, replaces: { to: [feature] } } }
      //- new.md
      ---
      type: feature
      id: FEAT-2
      see-also: FEAT-1
      replaces: [FEAT-1]
      depends-on: FEAT-1
                  ^^^^^^ warning reference-to-dropped
      ---
      //- old.md
      ---
      type: feature
      id: FEAT-1
      status: dropped
      ---
      //- decision.md
      ---
      type: decision
      id: DEC-2
      features: FEAT-1
      supersedes: DEC-1
      ---
      //- superseded.md
      ---
      type: decision
      id: DEC-1
      status: superseded
      ---
      `,
      { only: "reference-to-dropped" },
    );
  });
});

describe("a KPI's line", () => {
  const kpi = `
      ---
      type: kpi
      id: KPI-1
      status: active
      target: 10%
      measurements:
        - { date: 2026-01-01, value: 2% }
        - { date: 2026-11-01, value: 3% }`;

  it("ends with the time of the goal that it measures", () => {
    checkProblems(
      `
      //- kpi.md${kpi}
                                     ^^ information kpi-off-track
      ---
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      timeframe: 2026-Q4
      kpis: KPI-1
      ---
      `,
      { only: "kpi-off-track" },
    );
  });

  it("does not end when a feature lands, nor before the latest of its goals", () => {
    checkProblems(
      `
      //- kpi.md${kpi}
      ---
      //- feature.md
      ---
      type: feature
      id: FEAT-1
      timeframe: 2026-Q4
      kpis: KPI-1
      ---
      `,
      { only: "kpi-off-track" },
    );
    checkProblems(
      `
      //- kpi.md${kpi}
      ---
      //- goals.md
      ---
      type: goal
      id: GOAL-1
      timeframe: 2026-Q4
      kpis: KPI-1
      ---
      ## GOAL-2: Later
      - timeframe: 2040
      - kpis: KPI-1
      `,
      { only: "kpi-off-track" },
    );
  });
});
