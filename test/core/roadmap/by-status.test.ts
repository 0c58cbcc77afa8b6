import { checkRoadmap } from "../../draw-roadmap.ts";

describe("the roadmap by status", () => {
  it("groups by phase and then by the team's words, however they are spelled", () => {
    checkRoadmap(
      `
      //- throughline.yaml
      kinds: { feature: { status: { building: active, killed: dropped } } }
      //- a.md
      ---
      type: prd
      title: In Progress
      status: In Progress
      features:
        - { title: in-progress, status: in-progress }
        - { title: Planned, status: planned }
        - { title: Building, status: building }
        - { title: Nobody knows the word, status: simmering }
        - { title: Takes the phase of its document }
        - { title: Shipped, status: shipped }
        - { title: Live, status: Live }
        - { title: Killed, status: killed }
      ---
      //- b.md
      ---
      type: feature
      id: FEAT-1
      title: No status is a draft
      ---
      //- c.md
      ---
      type: goal
      id: GOAL-1
      title: Growth
      status: idea
      ---
      `,
      { by: "status" },
      `
      v [record] Active — 6 features
        v [record] Planned — 1 feature
            [record] Planned
        v [record] In progress — 2 features
          > [record] In Progress — 2 of 7 done
              [record] in-progress
        v [record] Building — 1 feature
            [record] Building
        v [record] Simmering — 1 feature
            [record] Nobody knows the word
        v [record] No status — 1 feature
            [record] Takes the phase of its document
      v [circle-outline] Draft — 1 goal · 1 feature
        v [circle-outline] Idea — 1 goal
            [target] Growth
        v [circle-outline] No status — 1 feature
            [circle-outline] No status is a draft
      > [pass-filled] Done — 2 features
        > [pass-filled] Shipped — 1 feature
            [pass-filled] Shipped
        > [pass-filled] Live — 1 feature
            [pass-filled] Live
      > [circle-slash] Dropped — 1 feature
          [circle-slash] Killed
      `,
    );
  });
});
