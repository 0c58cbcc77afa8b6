import { checkRoadmap } from "../../draw-roadmap.ts";

const plan = `
  //- throughline.yaml
  kinds:
    feature: { fields: { stage: { type: enum, values: [stable, beta, alpha] }, sponsor: { type: person } } }
  people: [{ handle: ana, name: Ana Li }]
  //- a.md
  ---
  type: goal
  id: GOAL-1
  title: Growth
  tags: [money]
  ---
  //- aud.md
  ---
  type: audience
  id: AUD-1
  title: Shops
  ---
  //- f1.md
  ---
  type: feature
  id: FEAT-1
  title: Pay
  status: active
  stage: Beta
  sponsor: "@ana"
  tags: [money, Cards]
  audience: AUD-1
  priority: low
  ---
  //- f2.md
  ---
  type: feature
  id: FEAT-2
  title: Wallet
  status: active
  stage: stable
  sponsor: Ana Li
  tags: cards
  parent: FEAT-1
  priority: P0
  ---
  //- f3.md
  ---
  type: feature
  id: FEAT-3
  title: Cards
  status: active
  ---
`;

describe("the roadmap by any field", () => {
  it("has the words of a list in its order, and last what says nothing", () =>
    checkRoadmap(
      plan,
      { by: "stage" },
      `
      v [tag] stable — 1 feature
          [record] Wallet
      v [tag] beta — 1 feature
          [record] Pay — 0 of 1 done
      v [question] Stage: none — 1 feature
          [record] Cards
      `,
    ));

  it("knows one person by every spelling, and keeps parts below what they are a part of", () =>
    checkRoadmap(
      plan,
      { by: "sponsor" },
      `
      v [person] Ana Li — 2 features
        > [record] Pay — 0 of 1 done
            [record] Wallet
      v [question] Sponsor: none — 1 feature
          [record] Cards
      `,
    ));

  it("shows what says several things under each of them", () =>
    checkRoadmap(
      plan,
      { by: "tags", filter: "-stage:stable -no:tags" },
      `
      v [tag] Cards — 1 feature
          [record] Pay — 0 of 1 done
      v [tag] money — 1 goal · 1 feature
          [target] Growth
          [record] Pay — 0 of 1 done
      `,
    ));

  it("follows links, and puts priorities from the top", () => {
    checkRoadmap(
      plan,
      { by: "personas" },
      `
      v [link] Shops — 1 feature
          [record] Pay — 0 of 1 done
      v [question] Audience: none — 2 features
          [record] Cards
          [record] Wallet
      `,
    );
    checkRoadmap(
      plan,
      { by: "priority", filter: "has:priority" },
      `
      v [tag] P0 — 1 feature
          [record] Wallet
      v [tag] low — 1 feature
          [record] Pay — 0 of 1 done
      `,
    );
  });

  it("is the usual one by what is no field, and by what each item has for itself", () => {
    for (const by of ["nothing", "title", "timeframes"]) {
      checkRoadmap(
        plan,
        { by, filter: "cards" },
        `
        v [question] Not linked to a goal — 1 feature
            [record] Cards
        `,
      );
    }
  });

  it("is the one of the list where a field has one", () =>
    checkRoadmap(
      plan,
      { by: "dri", filter: "cards" },
      `
      v [question] No owner — 1 feature
          [record] Cards
      `,
    ));
});
