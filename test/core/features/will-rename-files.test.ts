import { checkMove } from "../../check-rename.ts";

const plan = `
//- goals/growth.md
---
type: goal
id: GOAL-1
kpis: [../kpis/sales.md, "[Visits](../kpis/visits%20%26%20more.md)"]
---
# Growth
![chart](../pictures/chart.png), [prd](../prds/one%20tap.md#problem), [self](growth.md), [away](https://x.example/goals/growth.md)
[none](nothing.md), [up](../nothing.md), [www](www.example.com/a)
//- goals/trust.md
---
type: goal
id: GOAL-2
parent: growth
---
# Trust
[[growth]], [[goals/growth|Growth]], [[growth#Growth]], [g](./growth.md), [root](/goals/growth.md "Goal"), [short](growth)
//- kpis/sales.md
---
type: kpi
id: KPI-1
goals: goals/growth.md
---
//- kpis/visits & more.md
---
type: kpi
id: KPI-2
goals: [../goals/growth.md]
---
//- pictures/chart.png
x
//- prds/one tap.md
---
type: prd
goals:
  - "[[growth]]"
  - "Growth: ../goals/growth.md"
  - ../goals/growth.md#growth
parent: n/a
---
# One tap
## Problem
[a](<../goals/growth.md#growth>) and [b][g] and [c](../goals/../goals/growth.md).

[g]: ../goals/growth.md "t"
//- README.md
# Ours$0
[Growth](goals/growth.md)
`;

describe("renaming and moving files", () => {
  it("takes links along in every form in which they are written", () => {
    checkMove(
      plan,
      { "goals/growth.md": "goals/more growth.md" },
      `
      goals/growth.md:7 ![chart](../pictures/chart.png), [prd](../prds/one%20tap.md#problem), [self](more%20growth.md), [away](https://x.example/goals/growth.md)
      goals/trust.md:4 parent: more growth
      goals/trust.md:7 [[more growth]], [[goals/more%20growth|Growth]], [[more growth#Growth]], [g](./more%20growth.md), [root](/goals/more%20growth.md "Goal"), [short](more%20growth)
      kpis/sales.md:4 goals: goals/more%20growth.md
      kpis/visits & more.md:4 goals: [../goals/more%20growth.md]
      prds/one tap.md:4   - "[[more growth]]"
      prds/one tap.md:5   - "Growth: ../goals/more%20growth.md"
      prds/one tap.md:6   - ../goals/more%20growth.md#growth
      prds/one tap.md:11 [a](<../goals/more growth.md#growth>) and [b][g] and [c](../goals/../goals/more%20growth.md).
      prds/one tap.md:13 [g]: ../goals/more%20growth.md "t"
    `,
    );
    checkMove(
      plan,
      { "goals/growth.md": "growth.md" },
      `
      goals/growth.md:4 kpis: [kpis/sales.md, "[Visits](kpis/visits%20&%20more.md)"]
      goals/growth.md:7 ![chart](pictures/chart.png), [prd](prds/one%20tap.md#problem), [self](growth.md), [away](https://x.example/goals/growth.md)
      goals/growth.md:8 [none](nothing.md), [up](nothing.md), [www](www.example.com/a)
      goals/trust.md:7 [[growth]], [[growth.md|Growth]], [[growth#Growth]], [g](../growth.md), [root](/growth.md "Goal"), [short](../growth)
      kpis/sales.md:4 goals: growth.md
      kpis/visits & more.md:4 goals: [../growth.md]
      prds/one tap.md:5   - "Growth: ../growth.md"
      prds/one tap.md:6   - ../growth.md#growth
      prds/one tap.md:11 [a](<../growth.md#growth>) and [b][g] and [c](../growth.md).
      prds/one tap.md:13 [g]: ../growth.md "t"
    `,
    );
    checkMove(
      plan,
      { "goals/growth.md": "goals/Growth.md" },
      `
      goals/growth.md:7 ![chart](../pictures/chart.png), [prd](../prds/one%20tap.md#problem), [self](Growth.md), [away](https://x.example/goals/growth.md)
      goals/trust.md:4 parent: Growth
      goals/trust.md:7 [[Growth]], [[goals/Growth|Growth]], [[Growth#Growth]], [g](./Growth.md), [root](/goals/Growth.md "Goal"), [short](Growth)
      kpis/sales.md:4 goals: goals/Growth.md
      kpis/visits & more.md:4 goals: [../goals/Growth.md]
      prds/one tap.md:4   - "[[Growth]]"
      prds/one tap.md:5   - "Growth: ../goals/Growth.md"
      prds/one tap.md:6   - ../goals/Growth.md#growth
      prds/one tap.md:11 [a](<../goals/Growth.md#growth>) and [b][g] and [c](../goals/../goals/Growth.md).
      prds/one tap.md:13 [g]: ../goals/Growth.md "t"
    `,
    );
  });

  it("takes folders, many files at once, and pictures", () => {
    checkMove(
      plan,
      { goals: "aims & 🎯" },
      `
      goals/trust.md:7 [[growth]], [[aims%20&%20🎯/growth|Growth]], [[growth#Growth]], [g](./growth.md), [root](/aims%20%26%20🎯/growth.md "Goal"), [short](growth)
      kpis/sales.md:4 goals: aims%20&%20🎯/growth.md
      kpis/visits & more.md:4 goals: [../aims%20&%20🎯/growth.md]
      prds/one tap.md:5   - "Growth: ../aims%20&%20🎯/growth.md"
      prds/one tap.md:6   - ../aims%20&%20🎯/growth.md#growth
      prds/one tap.md:11 [a](<../aims %26 🎯/growth.md#growth>) and [b][g] and [c](../aims%20%26%20🎯/growth.md).
      prds/one tap.md:13 [g]: ../aims%20%26%20🎯/growth.md "t"
    `,
    );
    checkMove(
      plan,
      { "goals/growth.md": "a/growth.md", "kpis/sales.md": "a/sales.md" },
      `
      goals/growth.md:4 kpis: [sales.md, "[Visits](../kpis/visits%20%26%20more.md)"]
      goals/trust.md:7 [[growth]], [[a/growth|Growth]], [[growth#Growth]], [g](../a/growth.md), [root](/a/growth.md "Goal"), [short](../a/growth)
      kpis/sales.md:4 goals: a/growth.md
      kpis/visits & more.md:4 goals: [../a/growth.md]
      prds/one tap.md:5   - "Growth: ../a/growth.md"
      prds/one tap.md:6   - ../a/growth.md#growth
      prds/one tap.md:11 [a](<../a/growth.md#growth>) and [b][g] and [c](../a/growth.md).
      prds/one tap.md:13 [g]: ../a/growth.md "t"
    `,
    );
    checkMove(
      plan,
      { "pictures/chart.png": "goals/chart (1)#2.png" },
      `
      goals/growth.md:7 ![chart](../goals/chart%20%281%29%232.png), [prd](../prds/one%20tap.md#problem), [self](growth.md), [away](https://x.example/goals/growth.md)
    `,
    );
    checkMove(
      plan,
      { "prds/one tap.md": "prds/deep/50% [off], one's.md" },
      `
      goals/growth.md:7 ![chart](../pictures/chart.png), [prd](../prds/deep/50%25%20%5Boff%5D,%20one's.md#problem), [self](growth.md), [away](https://x.example/goals/growth.md)
      prds/one tap.md:5   - "Growth: ../../goals/growth.md"
      prds/one tap.md:6   - ../../goals/growth.md#growth
      prds/one tap.md:11 [a](<../../goals/growth.md#growth>) and [b][g] and [c](../../goals/growth.md).
      prds/one tap.md:13 [g]: ../../goals/growth.md "t"
    `,
    );
  });

  it("changes nothing where no link has to change", () => {
    checkMove(plan, { "README.md": "docs/README.md" }, "");
    checkMove(plan, { "goals/growth.md": "goals/growth.md" }, "");
  });

  it("goes from one project to another, and with a project as a whole", () => {
    const two = `
      //- one/throughline.yaml
      strict: true
      //- one/a.md
      ---
      type: prd
      id: PRD-1
      goals: [b.md, /b.md]
      ---
      [b](/b.md) [c](b.md)
      //- one/b.md
      ---
      type: goal
      id: GOAL-1
      ---
      [[a]] [x](a.md) $0
      //- two/throughline.yaml
      strict: true
    `;
    checkMove(
      two,
      { "one/a.md": "two/a.md" },
      `
      one/a.md:4 goals: [../one/b.md, ../one/b.md]
      one/a.md:6 [b](../one/b.md) [c](../one/b.md)
      one/b.md:5 [[a]] [x](../two/a.md) 
    `,
    );
    checkMove(two, { one: "deep/three" }, "");
  });

  it("changes ids that are made of the file's name", () => {
    checkMove(
      `
      //- throughline.yaml
      kinds:
        rfc: { extends: feature, match: ["rfcs/*.md"], id: { file: "{n}-{slug}.md", format: "RFC-{n}" } }
      //- rfcs/0001-first.md
      # First
      //- rfcs/0002-second.md
      ---
      depends-on: RFC-0001
      ---
      After RFC-0001, see [it](0001-first.md).$0
      `,
      { "rfcs/0001-first.md": "rfcs/0003-first.md" },
      `
      rfcs/0002-second.md:2 depends-on: RFC-0003
      rfcs/0002-second.md:4 After RFC-0003, see [it](0003-first.md).
      `,
    );
  });
});
