import assert from "node:assert/strict";
import { healthOf } from "../../../server/src/workspace/health.ts";
import { engineOver } from "../../check.ts";
import { checkHealth } from "../../check-health.ts";

describe("health", () => {
  it("of a parent is that of its worst active child, all the way up", () => {
    checkHealth(
      `
      //- vision.md
      ---
      type: vision
      id: VIS-1
      status: active
      ---
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      title: Growth
      status: active
      vision: VIS-1
      timeframe: 2027
      ---
      //- prd.md
      ---
      type: prd
      id: PRD-1
      title: Checkout
      status: active
      goals: GOAL-1
      features:
        - { id: FEAT-1, title: Refunds, status: active, timeframe: 2026-Q3 }
        - { id: FEAT-2, title: Ideas, status: idea, timeframe: 2026-Q2 }
        - { id: FEAT-3, title: Tap, status: active, timeframe: 2027-Q1 }
      ---
      `,
      `
      GOAL-1 off-track: Checkout is off track; Refunds is off track
      PRD-1 off-track: Refunds is off track
      FEAT-1 off-track: It was to land by Q3 2026
      FEAT-2 unknown
      FEAT-3 on-track: Its time is not over: Q1 2027
      VIS-1 off-track: Growth is off track
      `,
    );
  });

  it("said by hand is shown, with a worse one that the plan says beside it", () => {
    checkHealth(
      `
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      status: active
      ---
      //- 1.md
      ---
      type: feature
      id: FEAT-1
      title: Refunds
      status: active
      goals: GOAL-1
      timeframe: 2026-Q3
      health: "on track: we move the date tomorrow"
      ---
      //- 2.md
      ---
      type: feature
      id: FEAT-2
      title: Wallet
      status: active
      goals: GOAL-1
      timeframe: 2027-Q3
      health: "at-risk: vendor contract"
      ---
      //- 3.md
      ---
      type: feature
      id: FEAT-3
      status: idea
      health: off track
      ---
      `,
      `
      FEAT-1 on-track said (we move the date tomorrow) looks off-track: It was to land by Q3 2026
      FEAT-2 at-risk said (vendor contract): Its time is not over: Q3 2027
      FEAT-3 off-track said
      GOAL-1 at-risk: Wallet is at risk
      `,
    );
  });

  it("of parts of each other is the worst of them all, in whatever order they are asked", () => {
    const source = `
      //- 1.md
      ---
      type: feature
      id: FEAT-1
      title: One
      status: active
      parent: FEAT-2
      ---
      //- 2.md
      ---
      type: feature
      id: FEAT-2
      title: Two
      status: active
      parent: FEAT-3
      ---
      //- 3.md
      ---
      type: feature
      id: FEAT-3
      title: Three
      status: active
      parent: FEAT-1
      timeframe: 2026-Q1
      ---
      //- self.md
      ---
      type: feature
      id: FEAT-4
      title: Itself
      status: active
      parent: FEAT-4
      ---
      `;
    checkHealth(
      source,
      `
      FEAT-1 off-track: Three is off track
      FEAT-2 off-track: One is off track
      FEAT-3 off-track: It was to land by Q1 2026; Two is off track
      FEAT-4 unknown
      `,
    );
    for (const first of ["FEAT-1", "FEAT-2", "FEAT-3"]) {
      const { query } = engineOver(source).workspace.projects()[0]!;
      assert.equal(healthOf(query, query.definition(first)!).health, "off-track");
    }
  });

  it("is found for a chain of ten thousand parts", () => {
    const files = Array.from({ length: 10_000 }, (_, at) => {
      const time = at === 9999 ? "timeframe: 2026-Q1\n" : "";
      return `//- ${at}.md\n---\ntype: feature\nid: FEAT-${at}\nstatus: active\nparent: FEAT-${at - 1}\n${time}---\n`;
    });
    const { query } = engineOver(files.join("")).workspace.projects()[0]!;
    assert.equal(healthOf(query, query.definition("FEAT-0")!).health, "off-track");
  });
});
