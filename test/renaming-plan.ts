/** A goal with its KPI, and documents that speak of them in every way there is. */
const plan = `
//- goals/goal-1-growth.md
---
type: goal
id: GOAL-1   # ours
title: Growth
aliases: [GOAL-7]
kpis: [{ id: KPI-1, target: 3% }]
---
# GOAL-1: Growth

| ID | Status |
|---|---|
| GOAL-1 | fine |
//- kpis/sales.md
---
type: kpi
id: 'KPI-1'
goals: ["GOAL-7"]
---
# Sales
//- notes.md
---
type: prd
id: PRD-9
goals:
  - "[[GOAL-1|GOAL-1 Growth]]"
  - "[GOAL-1: Growth](goals/goal-1-growth.md#goal-1-growth)"
  - goal-1
---
# Notes
Goal: GOAL-1

GOAL-1, **GOAL-1** and [[goal-1-growth|GOAL-1]], see [GOAL-1](goals/goal-1-growth.md#goal-1-growth) or PRD-1/FR-2.
Not GOAL-11, nor [GOAL-1](https://x.example/GOAL-1).

\`\`\`
GOAL-1
\`\`\`
`;

/** A PRD with these lines at its top, beside that plan. */
export const prd = (block: string, body = ""): string => `//- prd.md
---
type: prd
id: PRD-1
${block}
---
# One-tap pay
${body}
${plan}`;
