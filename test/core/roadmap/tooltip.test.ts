import { roadmapTooltip } from "../../../server/src/roadmap/rows.ts";
import { engineOver } from "../../check.ts";
import { checkText, dedent } from "../../fixture.ts";

function checkTooltip(source: string, row: string, expected: string): void {
  const engine = engineOver(source);
  const [project] = engine.workspace.projects();
  const sources = {
    locate: () => undefined,
    problemsOf: (path: string) => engine.problems(project!.uriOf(path)),
  };
  const text = roadmapTooltip(project!.query, { by: "goal", row }, sources);
  checkText(text === "" ? "" : `${text}\n`, dedent(expected));
}

const plan = `
      //- throughline.yaml
      people: [{ handle: ana, name: Ana Li }]
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      title: Growth
      status: active
      kpis: [{ id: KPI-1, target: 50%, timeframe: 2027-Q2 }]
      guardrails: KPI-2
      ---
      //- prd.md
      ---
      type: prd
      id: PRD-1
      title: One-tap *pay* [now] $(rocket)
      owner: [ana, bo]
      team: Pay & ship
      status: in-progress
      goals: GOAL-1
      timeframe: 2026-Q3
      kpis: KPI-1
      summary: |
        Paying takes
        one tap.
      ---
      - [x] FR-1 One
      - [ ] FR-2 Two
      //- late.md
      ---
      type: feature
      id: FEAT-1
      title: Said by hand
      status: active
      goals: GOAL-1
      timeframe: "n/a: until the law is there"
      owner: n/a
      kpis: n/a (a duty, no bet)
      health: "on track: the vendor promised"
      depends-on: FEAT-2
      ---
      //- dropped.md
      ---
      type: feature
      id: FEAT-2
      title: Given up
      status: rejected
      goals: GOAL-1
      ---
      //- kpi.md
      ---
      type: kpi
      id: KPI-1
      title: Completion
      owner: ana
      unit: sessions
      status: tracking
      baseline: 40%
      current: 45%
      target: 60%
      timeframe: 2027
      ---
      //- kpi-2.md
      ---
      type: kpi
      id: KPI-2
      title: Disputes
      owner: ana
      status: tracking
      baseline: 3
      current: 4
      direction: down
      ---
      `;

describe("the tooltip of a row", () => {
  it("says all about a feature, and takes nothing in it for Markdown", () => {
    checkTooltip(
      plan,
      "goal/GOAL-1/PRD-1",
      `
      **One-tap \\*pay\\* \\[now\\] \\$(rocket)**  
      PRD · in progress · PRD-1

      **Off track**
      - It was to land by Q3 2026

      When: Q3 2026  
      Owner: Ana Li, bo  
      Team: Pay \\& ship  
      Progress: 1 of 2 requirements done

      KPIs:
      - Completion: 40 % → 45 % → 60 %

      Paying takes one tap.

      2 problems
      `,
    );
  });

  it("says what somebody says and what the plan says, and what there is none of on purpose", () => {
    checkTooltip(
      plan,
      "goal/GOAL-1/FEAT-1",
      `
      **Said by hand**  
      Feature · active · FEAT-1

      **On track**, as somebody says: the vendor promised. It looks at risk.
      - It needs Given up, which is dropped

      When: none: until the law is there  
      Owner: none  
      KPIs: none: a duty, no bet

      1 problem
      `,
    );
  });

  it("says what a goal is reached through", () => {
    checkTooltip(
      plan,
      "goal/GOAL-1",
      `
      **Growth**  
      Goal · active · GOAL-1

      **Off track**
      - The guardrail Disputes is breached: at 4, it must not be worse than 3
      - One-tap \\*pay\\* \\[now\\] \\$(rocket) is off track

      Progress: 0 of 2 parts done  
      Below: 3 features · 1 dropped · 1 overdue

      KPIs:
      - Completion: 40 % → 45 % → 50 %
      - Disputes (guardrail): 3 → 4

      1 problem
      `,
    );
  });

  it("says of a key result what holds for this goal", () => {
    checkTooltip(
      plan,
      "goal/GOAL-1/KPI-1",
      `
      **Completion**  
      KPI · tracking · KPI-1

      Figures: 40 % → 45 % → 50 % ▰▰▰▰▰▱▱▱▱▱ 50 %  
      Unit: sessions  
      When: 2027-Q2  
      Owner: Ana Li
      `,
    );
    checkTooltip(
      plan,
      "goal/GOAL-1/KPI-2",
      `
      **Disputes**  
      KPI · tracking · KPI-2

      **Off track**
      - The guardrail Disputes is breached: at 4, it must not be worse than 3

      Figures: 3 → 4  
      Owner: Ana Li

      1 problem
      `,
    );
  });

  it("leads to the web, and nowhere else", () => {
    checkTooltip(
      `
      //- throughline.yaml
      links:
        jira: https://j.example/browse/{key}
      //- prd.md
      ---
      type: prd
      title: Wallet
      goals: GOAL-1
      jira: "SHOP-12](x"
      links: [command:workbench.action.quit, "https://a.example/(b)", "[Spec](https://s.example)"]
      ---
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      ---
      `,
      "goal/GOAL-1/prd",
      `
      **Wallet**  
      PRD · draft

      Links: [SHOP-12\\](x](https://j.example/browse/SHOP-12%5D%28x) · [a.example/(b)](https://a.example/%28b%29) · [Spec](https://s.example)
      `,
    );
  });

  it("is empty for headings and for what is not there", () => {
    checkTooltip(plan, "goal/GOAL-1/~done", ``);
    checkTooltip(plan, "goal/GOAL-7", ``);
  });
});
