import { checkRoadmap } from "../../draw-roadmap.ts";

describe("rows of the roadmap below each other", () => {
  it("opens rings of parts and of goals, so that nothing is lost", () => {
    checkRoadmap(
      `
      //- 1.md
      ---
      type: goal
      id: GOAL-1
      title: One
      parent: GOAL-2
      ---
      //- 2.md
      ---
      type: goal
      id: GOAL-2
      title: Two
      parent: GOAL-1
      ---
      //- a.md
      ---
      type: feature
      id: FEAT-1
      title: Alpha
      parent: FEAT-3
      goals: GOAL-2
      ---
      //- b.md
      ---
      type: feature
      id: FEAT-2
      title: Beta
      parent: FEAT-1
      ---
      //- c.md
      ---
      type: feature
      id: FEAT-3
      title: Gamma
      parent: FEAT-2
      ---
      //- d.md
      ---
      type: feature
      id: FEAT-4
      title: Its own part
      parent: FEAT-4
      ---
      `,
      {},
      `
      v [target] One — 1 goal · 3 features
        v [target] Two — 3 features
          > [circle-outline] Alpha
            > [circle-outline] Beta
                [circle-outline] Gamma
      v [question] Not linked to a goal — 1 feature
          [circle-outline] Its own part
      `,
    );
  });

  it("keeps the rows of duplicates and strange ids apart", () => {
    checkRoadmap(
      `
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      title: Growth
      ---
      //- a.md
      ---
      type: feature
      id: FEAT-1
      title: One of two
      goals: GOAL-1
      ---
      //- b.md
      ---
      type: feature
      id: FEAT-1
      title: Two of two
      goals: GOAL-1
      ---
      //- c.md
      ---
      type: feature
      id: "FEAT/1~2"
      title: With signs
      goals: GOAL-1
      ---
      `,
      { more: true },
      `
      v [target] Growth — 3 features
          goal/GOAL-1
          Growth, goal, draft
          [circle-outline] One of two
            goal/GOAL-1/FEAT-1
            One of two, feature, draft
          [circle-outline] Two of two
            goal/GOAL-1/FEAT-1~2
            Two of two, feature, draft
          [circle-outline] With signs
            goal/GOAL-1/FEAT%2f1%7e2
            With signs, feature, draft
      `,
    );
  });

  it("folds what is over, but nothing that has open work below it", () => {
    const plan = `
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      title: Growth
      status: active
      ---
      //- prd.md
      ---
      type: prd
      id: PRD-1
      title: Done with open work
      status: done
      goals: GOAL-1
      features:
        - { id: FEAT-1, title: Shipped }
        - { id: FEAT-2, title: Open, status: active }
      ---
      //- prd-2.md
      ---
      type: prd
      id: PRD-2
      title: Done with all its parts
      status: done
      goals: GOAL-1
      kpis: KPI-1
      features:
        - { id: FEAT-3, title: Shipped too }
        - { id: FEAT-4, title: Given up, status: cancelled }
      ---
      //- kpi.md
      ---
      type: kpi
      id: KPI-1
      title: Still measured
      status: tracking
      target: 5%
      ---
      `;
    checkRoadmap(
      plan,
      {},
      `
      v [target] Growth — 6 features · 4 done · 1 dropped
        > [pass-filled] Done with open work
            [record] Open
          > [check-all] 1 done
              [pass-filled] Shipped
        > [check-all] 2 done, 1 dropped
          > [pass-filled] Done with all its parts
              [graph-line] Still measured — target 5 %
              [circle-slash] Given up
              [pass-filled] Shipped too
      `,
    );
    checkRoadmap(
      plan,
      { showDone: true },
      `
      v [target] Growth — 6 features · 4 done · 1 dropped
        > [pass-filled] Done with all its parts
            [graph-line] Still measured — target 5 %
            [circle-slash] Given up
            [pass-filled] Shipped too
        > [pass-filled] Done with open work
            [record] Open
            [pass-filled] Shipped
      `,
    );
  });
});
