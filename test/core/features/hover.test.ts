import { checkHover } from "../../check-hover.ts";

const plan = `
//- throughline.yaml
people: [{ handle: ana, name: Ana *Li* }]
//- goal.md
---
type: goal
id: GOAL-1
title: "Growth <b>now</b> [x](command:evil) $(zap)"
status: active
owner: ana
timeframe: 2027-Q4
kpis: [{ id: KPI-1, target: 4% }]
risk: high
---
# Growth
Team: Pay

First words with **weight** and [a link](https://x.example). They go on.

More words.
//- kpi.md
---
type: kpi
id: KPI-1
title: Completion
baseline: 2%
current: 3%
target: 6%
---
# KPI-1: Completion
//- feature.md
---
type: feature
id: FEAT-1
goals: GOAL-9
status: active
---
# Wallet
`;

const prd = (block: string, body = ""): string => `//- prd.md
---
type: prd
id: PRD-1
title: One-tap pay
status: planned
${block}
---
${body}
${plan}`;

describe("hover over a name", () => {
  it("shows the item's card, with all that somebody wrote taken as plain words", () => {
    checkHover(
      prd("goals: GOAL$0-1\nfeatures: FEAT-1"),
      `
      prd.md:6 goals: «GOAL-1»
      **Growth \\<b>now\\</b> \\[x\\](command:evil) \\$(zap)**  
      Goal · active · GOAL-1

      **On track**
      - Its time is not over: Q4 2027

      When: Q4 2027  
      Owner: Ana \\*Li\\*  
      Team: Pay  
      Progress: 0 of 1 parts done  
      Below: 1 feature

      KPIs:
      - Completion: 2 % → 3 % → 4 %

      First words with weight and a link. They go on.

      risk: high

      Used by: One-tap pay (PRD-1)
      `,
    );
  });

  it("shows a KPI with a bar, and as the goal's key result where it is one", () => {
    checkHover(
      prd("", "KPI-$01"),
      `prd.md:8 «KPI-1»
**Completion**  
KPI · draft · KPI-1

Figures: 2 % → 3 % → 6 % ▰▰▱▱▱▱▱▱▱▱ 25 %

Used by: Growth \\<b>now\\</b> \\[x\\](command:evil) \\$(zap) (GOAL-1)
`,
    );
    checkHover(
      prd("").replace("kpis: [{ id: KPI-1,", "kpis: [{ id: KPI$0-1,"),
      `goal.md:8 kpis: [{ id: «KPI-1», target: 4% }]
**Completion**  
KPI · draft · KPI-1

Figures: 2 % → 3 % → 4 % ▰▰▰▰▰▱▱▱▱▱ 50 %

Used by: Growth \\<b>now\\</b> \\[x\\](command:evil) \\$(zap) (GOAL-1)
`,
    );
  });

  it("tells the problems of what is defined elsewhere, and not those that stand beside the pointer", () => {
    checkHover(
      prd("features: FEAT-$01"),
      `prd.md:6 features: «FEAT-1»
**Wallet**  
Feature · active · FEAT-1

4 problems:
- Wallet (FEAT-1) has no KPI: say how its success is measured.
- Wallet (FEAT-1) has no owner: name the one who answers for it.
- Wallet (FEAT-1) has no timeframe: say when it lands, if only now, next or later.
- Wallet (FEAT-1) links to “GOAL-9”, and there is no such goal. Did you mean GOAL-1 (Growth \\<b>now\\</b> \\[x\\](command:evil) \\$(zap))?
`,
    );
    checkHover(
      `${prd("")}`.replace("id: FEAT-1", "id: FEAT$0-1"),
      `feature.md:3 id: «FEAT-1»
**Wallet**  
Feature · active · FEAT-1
`,
    );
  });

  it("reads from unsaved text, in a half-typed block", () => {
    checkHover(
      "//- prd.md\n---\ntype: prd\ntitle: New\nsta\ndepends-on: [FEAT$0-1,\n//- f.md\n---\ntype: feature\nid: FEAT-1\ntitle: Wallet\n---\n",
      `prd.md:5 depends-on: [«FEAT-1»,
**Wallet**  
Feature · draft · FEAT-1

Used by: New
`,
    );
  });

  it("is silent over words, and over ids that lead nowhere", () => {
    checkHover(prd("", "Some wo$0rds"), "");
    checkHover(prd("goals: GOAL$0-9"), "");
    checkHover(`//- note.md\nKPI$0-1\n${plan}`, "");
  });

  it("is plain text where the client draws no Markdown", () => {
    checkHover(
      prd("features: FEAT-$01"),
      `prd.md:6 features: «FEAT-1»
Wallet
Feature · active · FEAT-1

4 problems:
- Wallet (FEAT-1) has no KPI: say how its success is measured.
- Wallet (FEAT-1) has no owner: name the one who answers for it.
- Wallet (FEAT-1) has no timeframe: say when it lands, if only now, next or later.
- Wallet (FEAT-1) links to “GOAL-9”, and there is no such goal. Did you mean GOAL-1 (Growth <b>now</b> [x](command:evil) $(zap))?
`,
      { textDocument: { hover: { contentFormat: ["plaintext"] } } },
    );
  });
});

describe("hover over other words", () => {
  it("tells what a field is for", () => {
    checkHover(
      prd("go$0als:"),
      `prd.md:6 «goals»:
**goals**

The outcomes it works for.

Links to goal.  
Asked for on every PRD.  
Also written \`goal\`, \`objectives\`, \`objective\`.
`,
    );
    checkHover(
      prd("features:\n  - title: Wallet\n    du$0e: 2027"),
      `prd.md:8 «due»: 2027
**timeframe**

When it lands: a date, a quarter, a range, or now, next, later.

Asked for on every feature.  
Also written \`due\`, \`due-date\`, \`deadline\`, \`quarter\`, \`release\`, \`milestone\`, \`target-date\`, \`target-release\`, \`launch-date\`, \`eta\`, \`horizon\`, \`target\`.
`,
    );
    checkHover(
      prd("").replace("baseline: 2%", "dire$0ction: up"),
      `kpi.md:5 «direction»: up
**direction**

Whether more is better (up) or less is (down).

One of \`up\`, \`down\`.
`,
    );
  });

  it("tells what a kind is", () =>
    checkHover(
      prd("").replace("type: prd", "type: p$0rd"),
      `prd.md:2 type: «prd»
**PRD**

A feature that is a document, with the parts and requirements defined inside it.

Ids look like \`PRD-1\`.
`,
    ));

  it("tells what a status, a time and a handle mean", () => {
    checkHover(
      prd("").replace("planned", "plan$0ned"),
      `prd.md:5 status: «planned»
Counts as **active**.
`,
    );
    checkHover(
      prd("due: 2027-Q$01"),
      `prd.md:6 due: «2027-Q1»
1 January 2027 – 31 March 2027
`,
    );
    checkHover(
      prd("owner: [bo, an$0a]"),
      `prd.md:6 owner: [bo, «ana»]
Ana \\*Li\\*
`,
    );
  });

  it("leads from a rule to its page", () => {
    checkHover(
      prd("", "<!-- throughline-disable-next-line overdue, missing-k$0pi: no -->\nx"),
      `prd.md:8 <!-- throughline-disable-next-line overdue, «missing-kpi»: no -->
**A goal or feature without a KPI**

[More about missing-kpi](https://github.com/throughline/throughline/blob/main/docs/rules/missing-kpi.md)
`,
    );
  });
});
