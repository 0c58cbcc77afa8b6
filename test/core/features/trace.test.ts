import assert from "node:assert/strict";
import type { CallHierarchyIncomingCall, CallHierarchyItem } from "vscode-languageserver";
import { callHierarchy } from "../../../server/src/features/call-hierarchy.ts";
import { ask } from "../../check-places.ts";
import { checkTrace } from "../../check-trace.ts";
import { featureState } from "../../feature-state.ts";

const plan = `
//- goal.md
---
type: goal
id: GOAL-1
title: Growth
timeframe: 2027
kpis: KPI-1
---
//- kpi.md
---
type: kpi
id: KPI-1
title: Completion
goals: GOAL-1
---
//- prd.md
---
type: prd
id: PRD-1
title: One-tap pay
owner: ana
timeframe: 2027-Q1
goals: [GOAL-1]$0
guardrails: KPI-1
kpis: KPI-1
depends-on: PRD-2
features:
  - title: Cards
---
- FR-1: Pay
//- second.md
---
type: prd
id: PRD-2
title: Wallet
---
`;

describe("the trace", () => {
  it("shows who needs the item around the cursor, and what it needs", () => {
    checkTrace(
      plan,
      `
      One-tap pay (PRD-1 · Q1 2027 · ana) prd.md:3 id: «PRD-1»
      < Cards (parent · Q1 2027 · ana) prd.md:12 - title: «Cards»
      > Growth (goals · GOAL-1 · 2027) prd.md:7 goals: [«GOAL-1»]
      > Completion (kpis, guardrails · KPI-1) prd.md:9 kpis: «KPI-1», prd.md:8 guardrails: «KPI-1»
      > Wallet (depends-on · PRD-2) prd.md:10 depends-on: «PRD-2»
      > Pay (requirements · FR-1 · ana) prd.md:3 id: «PRD-1»
      `,
    );
  });

  it("shows each once, whichever end wrote the link, and begins with what is named", () => {
    checkTrace(
      plan.replace("$0", "").replace("[GOAL-1]", "[GO$0AL-1]"),
      `Growth (GOAL-1 · 2027) goal.md:3 id: «GOAL-1»
< One-tap pay (goals · PRD-1 · Q1 2027 · ana) prd.md:7 goals: [«GOAL-1»]
< Cards (goals · Q1 2027 · ana) prd.md:7 goals: [«GOAL-1»]
> Completion (kpis · KPI-1) goal.md:6 kpis: «KPI-1»
`,
    );
  });

  it("is empty in ordinary Markdown, and offered to who can show it", () => {
    checkTrace("//- note.md\nGOAL$0-1\n", "");
    assert.equal(callHierarchy.capabilities({}, {}), undefined);
  });

  it("forgets an item that is gone, and finds one that has moved", () => {
    const asked = featureState(plan.replace("[GOAL-1]$0", "[GOAL$0-1]"));
    const [goal] = ask<readonly CallHierarchyItem[]>("textDocument/prepareCallHierarchy", asked);
    const callers = (item: CallHierarchyItem) =>
      ask<readonly CallHierarchyIncomingCall[]>("callHierarchy/incomingCalls", asked, { item }).length;
    const there = callers(goal!);
    assert.ok(there > 0);
    const { uri } = goal!;
    const text = "---\ntype: goal\nid: GOAL-1\ntitle: Growth\n---\n";
    asked.engine.apply([{ type: "disk", uri, text: text.replace("GOAL-1", "GOAL-9") }]);
    assert.equal(callers(goal!), 0);
    asked.engine.apply([{ type: "disk", uri: uri.replace("goal.md", "moved.md"), text }]);
    assert.equal(callers(goal!), there, "known by its id");
    assert.equal(callers({ ...goal!, uri: "file:///nowhere.md" }), 0);
  });
});
