import assert from "node:assert/strict";
import { panelData, panelLinks } from "../../../server/src/roadmap/panel/panel.ts";
import type { Found } from "../../../server/src/workspace/query.ts";
import { engineOver } from "../../check.ts";
import { checkPanel, drawPanel, panelProjects } from "../../draw-panel.ts";

const plan = `
  //- throughline.yaml
  calendar: { fiscalYearStart: 2, releases: { Spring: 2027-04-12 } }
  //- plan.md
  ---
  type: prd
  id: PRD-1
  title: All of it
  status: active
  timeframe: 2026-Q4..2027-Q2
  features:
    - { id: FEAT-1, title: Wallet, timeframe: 2027-Q3, status: planned }
    - { id: FEAT-2, title: One tap, timeframe: 2027-Q1, status: planned, depends-on: [FEAT-1, FEAT-3] }
    - { id: FEAT-3, title: Old way, timeframe: 2026-11, status: planned }
    - { id: FEAT-4, title: Fiscal, timeframe: FY28-Q1, status: idea }
    - { id: FEAT-5, title: Soon, timeframe: next, status: idea, depends-on: [FEAT-6] }
    - { id: FEAT-6, title: Some day, timeframe: later }
    - { id: FEAT-7, title: In a version, timeframe: v1.10 }
    - { id: FEAT-8, title: In an earlier one, timeframe: v1.9 }
    - { id: FEAT-9, title: A slip of the pen, timeframe: 2127-Q1 }
    - { id: FEAT-10, title: When there is time, timeframe: soon-ish }
    - { id: FEAT-11, title: Nobody said, timeframe: tbd }
    - { id: FEAT-12, title: Gone, timeframe: 2027-Q1, status: dropped }
    - { id: FEAT-13, title: Needs what is gone, timeframe: Spring, status: planned, depends-on: FEAT-12 }
  ---
`;

describe("the lanes of the panel", () => {
  it("draw every way to say when, and cut what lies a century off", () => {
    checkPanel(
      plan,
      { by: "team", zoom: "years", width: 72 },
      `
                                                            2026       2027       Now       Next      Later     v1.9      v1.10
                                                            H1   H2    H1   H2
                                  v No team                           |                                                               14 features · 1 dropped
                                    A All of it                     ========                                                          0 of 12 done
                                      o Old way                      =|
                                      A One tap                       |==                                                             cannot land before Wallet: 2 quarters late
                                      A Needs what is gone            |   =                                                           needs Gone, which is dropped
                                      . Fiscal                        | ==
                                      o Wallet                        |     ===
                                      o A slip of the pen             |           =
                                      . Soon                          |                     ==========                                cannot land before Some day
                                      - Some day                      |                               ==========
                                      - In an earlier one             |                                         ==========
                                      - In a version                  |                                                   ==========
                                      - When there is time            |                                                               soon-ish
                                      - Nobody said                   |
      `,
    );
  });

  it("find what is looked for, and what is around it", () => {
    checkPanel(
      plan,
      { by: "owner", filter: "tap", width: 24 },
      `
                   2026        2027
                   Q4          Q1
      v No owner          |                  14 features · 1 dropped
        A One tap         |    ============  cannot land before Wallet: 2 quarters late
      `,
    );
  });

  it("draw arrows to what an item needs and from what needs it", () => {
    const engine = engineOver(plan);
    const projects = panelProjects(engine);
    const by = "owner";
    const row = panelData(projects, { by }, "").rows.find(({ title }) => title === "One tap")!;
    const { links } = panelLinks(projects, { by, row: row.id });
    const titles = panelData(projects, { by }, "").rows.map(({ title }) => title);
    assert.deepEqual(
      links.map(({ from, to, isLate }) => `${titles[from]} → ${titles[to]}${isLate ? ", late" : ""}`),
      ["Wallet → One tap, late", "Old way → One tap"],
    );
    assert.match(drawPanel(engine, { by, links }), /arrow \d+→\d+ late\narrow \d+→\d+\n$/);
  });

  it("say which is the first of an item, whichever rows are asked for, and that of none there is", () => {
    const projects = panelProjects(engineOver(plan));
    const { rows } = panelData(projects, { by: "status" }, "");
    const look = (title: string, closed: readonly string[] = []) => {
      const looking = projects.map((project) => ({ ...project, isMeant: ({ item }: Found) => item.title === title }));
      return panelData(looking, { by: "status", from: 0, count: 1, closed }, "").found;
    };
    const at = rows.findIndex(({ title }) => title === "One tap");
    assert.deepEqual(look("One tap"), { id: rows[at]?.id, at });
    assert.equal(look("Nothing like it"), undefined);
    const lanes = rows.filter(({ type }) => type === "lane").map(({ id }) => id);
    assert.equal(look("One tap", lanes), undefined);
  });

  it("are sent in portions that make up the whole, closed lanes as their heading", () => {
    const projects = panelProjects(engineOver(plan));
    const whole = panelData(projects, { by: "status" }, "");
    const portions = Array.from({ length: Math.ceil(whole.rowCount / 3) }, (_, at) =>
      panelData(projects, { by: "status", from: at * 3, count: 3 }, ""),
    );
    assert.deepEqual(
      portions.flatMap(({ rows }) => rows),
      whole.rows,
    );
    const lanes = whole.rows.filter(({ type }) => type === "lane").map(({ id }) => id);
    const closed = panelData(projects, { by: "status", closed: lanes }, "");
    assert.deepEqual(
      closed.rows.map(({ id, type }) => [id, type]),
      lanes.map((id) => [id, "lane"]),
    );
  });

  it("stand below their project where there are several, and no two rows go by one name", () => {
    const engine = engineOver(`
      //- a/throughline.yaml
      people: [ana]
      //- a/plan.md
      ---
      type: prd
      title: One
      id: PRD-1
      goals: GOAL-1, GOAL-2
      timeframe: 2027-Q1
      ---
      //- a/goals.md
      ---
      type: goal
      id: GOAL-1
      title: First
      ---
      //- a/goal.md
      ---
      type: goal
      id: GOAL-2
      title: Second
      ---
      //- b/throughline.yaml
      people: [bo]
      //- b/plan.md
      ---
      type: prd
      title: One
      id: PRD-1
      timeframe: 2027-Q2
      ---
    `);
    const { rows, span, total } = panelData(panelProjects(engine), { by: "goal" }, "");
    assert.deepEqual(
      rows.map(({ title, type }) => `${type} ${title}`),
      [
        "lane a",
        "lane First",
        "item One",
        "lane Second",
        "item One",
        "lane b",
        "lane Not linked to a goal",
        "item One",
      ],
    );
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
    assert.equal(total, 2);
    assert.ok(span !== undefined && span.end > span.start);
  });
});
