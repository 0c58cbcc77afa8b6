import { checkPlaces } from "../../check-places.ts";

/** A goal, its KPI, a document in which one word holds the cursor, and others that speak of them. */
const plan = `
//- goals/growth.md
---
type: goal
id: GOAL-1
title: Growth
aliases: [GOAL-7]
kpis: [{ id: KPI-1, target: 3% }]
---
# GOAL-1: Growth
//- kpis/sales.md
---
type: kpi
id: KPI-1
goals: ["GOAL-7"]
---
# Sales
//- notes.md
---
type: prd
id: PRD-9
---
# Notes
Goal: GOAL-1

GOAL-1 and [[growth]], see [the goal](goals/growth.md) or PRD-1/FR-2. Not GOAL-11, not \`\`GOAL-1\`\`.

\`\`\`
GOAL-1
\`\`\`
`;

const prd = (block: string, body = ""): string => `//- prd.md
---
type: prd
id: PRD-1
${block}
---
# One-tap pay
${body}
${plan}`;

describe("references", () => {
  const check = (source: string, expected: string, includeDeclaration = true): void =>
    checkPlaces("textDocument/references", source, expected, { context: { includeDeclaration } });
  const goal = `
    goals/growth.md:3 id: «GOAL-1»
    goals/growth.md:8 # «GOAL-1»: Growth
    kpis/sales.md:4 goals: ["«GOAL-7»"]
    notes.md:6 Goal: «GOAL-1»
    notes.md:8 «GOAL-1» and [[growth]], see [the goal](goals/growth.md) or PRD-1/FR-2. Not GOAL-11, not \`\`GOAL-1\`\`.
    notes.md:8 GOAL-1 and [[«growth»]], see [the goal](goals/growth.md) or PRD-1/FR-2. Not GOAL-11, not \`\`GOAL-1\`\`.
    notes.md:8 GOAL-1 and [[growth]], see [the goal](«goals/growth.md») or PRD-1/FR-2. Not GOAL-11, not \`\`GOAL-1\`\`.
    notes.md:8 GOAL-1 and [[growth]], see [the goal](goals/growth.md) or PRD-1/FR-2. Not GOAL-11, not \`\`«GOAL-1»\`\`.
    prd.md:4 goals: [«GOAL-1»]
  `;

  it("are found by id, former id, name and path, in fields and in the body", () => {
    check(prd("goals: [GO$0AL-1]"), goal);
    check(prd("goals: [GOAL-1]").replace("Goal: GOAL-1", "Goal: GOAL-1$0"), goal);
  });

  it("leave the definition out when that is asked", () => {
    check(
      prd("kpis: KPI$0-1"),
      "goals/growth.md:6 kpis: [{ id: «KPI-1», target: 3% }]\nprd.md:4 kpis: «KPI-1»\n",
      false,
    );
  });

  it("of a requirement stay in its document, and in those that name it in full or as their parent", () => {
    const others = `//- part.md
---
type: feature
id: FEAT-1
parent: PRD-1
---
As FR-2 says.
//- other.md
---
type: prd
id: PRD-2
---
- FR-2: Something else, FR-2.
`;
    check(
      prd("", `- **FR-2:** Pay\n- FR-3: see FR$0-2`) + others,
      `
      notes.md:8 GOAL-1 and [[growth]], see [the goal](goals/growth.md) or «PRD-1/FR-2». Not GOAL-11, not \`\`GOAL-1\`\`.
      part.md:6 As «FR-2» says.
      prd.md:7 - **«FR-2»:** Pay
      prd.md:8 - FR-3: see «FR-2»
      `,
    );
  });

  it("hold while lines are half typed, and in a block without an end", () => {
    check(
      `//- prd.md\n---\ntype: prd\nid: PRD-1\nsta\ngoals: [KPI-1$0,\nowner: ana\n`.concat(plan),
      `
      goals/growth.md:6 kpis: [{ id: «KPI-1», target: 3% }]
      kpis/sales.md:3 id: «KPI-1»
      prd.md:5 goals: [«KPI-1»,
    `,
    );
  });

  it("are none where nothing is named", () => {
    check(prd("goals: [GOAL-1]", "Wor$0ds"), "");
    check(`//- other.md\nGO$0AL-1\n${plan}`, "");
  });
});

describe("definition", () => {
  const check = (source: string, expected: string): void => checkPlaces("textDocument/definition", source, expected);

  it("leads from any name to the item", () => {
    const goal = "goals/growth.md:3 id: «GOAL-1»\n";
    for (const block of ["goals: [$0GOAL-1]", "goals: GOAL-7$0", 'goals:\n  - "gro$0wth"', "goals: goals/growth.md$0"])
      check(prd(block), goal);
    check(prd("", "See [[grow$0th|it]]."), goal);
    check(prd("", "- FR-1: One\n\nFR-1$0"), "prd.md:7 - «FR-1»: One\n");
  });

  it("leads from a half-typed line, and from an unsaved one", () =>
    check(prd("goals: [GOAL-1$0\nown"), "goals/growth.md:3 id: «GOAL-1»\n"));

  it("stays where the item is defined, by its title too", () => {
    check(prd("features:\n  - title: Wal$0let"), "prd.md:5 - title: «Wallet»\n");
    check(`//- prd.md\n---\ntype: prd\n---\n# One-$0tap pay\n`, "prd.md:4 # «One-tap pay»\n");
  });

  it("leads from a field or a kind to what the team's configuration says about it", () => {
    const config = `//- throughline.yaml\nkinds:\n  feature:\n    fields:\n      see-also: { type: link, to: [feature] }\n  prd: { match: "*.md", fields: { risk: { type: text } } }\n`;
    check(
      config + prd("ris$0k: high"),
      'throughline.yaml:5 prd: { match: "*.md", fields: { «risk»: { type: text } } }\n',
    );
    check(
      config + prd("status: draft").replace("type: prd", "type: p$0rd"),
      'throughline.yaml:5 «prd»: { match: "*.md", fields: { risk: { type: text } } }\n',
    );
    check(config + prd("own$0er: ana"), "");
  });

  it("leaves Markdown links to what follows them", () => check(prd("", "[it](goals/gro$0wth.md)"), ""));
});

describe("document highlight", () => {
  it("marks what names the same item in this document", () => {
    checkPlaces(
      "textDocument/documentHighlight",
      prd("goals: [GOAL-1, growth]", "GOAL$0-7 again, KPI-1."),
      `
      prd.md:4 goals: [«GOAL-1», growth]
      prd.md:4 goals: [GOAL-1, «growth»]
      prd.md:7 «GOAL-7» again, KPI-1.
      `,
    );
  });

  it("marks nothing where nothing is named", () =>
    checkPlaces("textDocument/documentHighlight", prd("ow$0ner: ana"), ""));
});
