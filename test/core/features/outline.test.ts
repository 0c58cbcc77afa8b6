import assert from "node:assert/strict";
import { documentSymbol } from "../../../server/src/features/document-symbol.ts";
import { selectionRange } from "../../../server/src/features/selection-range.ts";
import { checkFolds, checkSelections } from "../../check-ranges.ts";
import { checkSymbols } from "../../check-symbols.ts";

const prd = `
//- prd.md
---
type: prd
id: PRD-1
title: One-tap pay
status: in progress
goals:
  - GOAL-1
  - growth
features:
  - title: Wallet
    owner: ana
    kpis: [{ title: Time }]
---
$0
## FEAT-12: Cards

- **FR-1:** Pay

## KPI-9 in another place

Words.
//- kpi.md
---
type: kpi
id: KPI-9
title: Carts
---
`;

describe("document symbols", () => {
  it("are the items, one inside the other", () =>
    checkSymbols(
      prd,
      `One-tap pay (PRD-1 · in progress) prd.md:3 id: «PRD-1»
  Wallet prd.md:10 - title: «Wallet»
    Time prd.md:12 kpis: [{ title: «Time» }]
  Cards (FEAT-12) prd.md:15 ## «FEAT-12»: Cards
    Pay (FR-1) prd.md:17 - **«FR-1»:** Pay
`,
    ));

  it("are flat where the client knows no other", () =>
    checkSymbols(
      prd,
      `One-tap pay prd.md:1 «---»
Wallet (One-tap pay) prd.md:10 - «title: Wallet»
Time (Wallet) prd.md:12 kpis: [«{ title: Time }»]
Cards (One-tap pay) prd.md:15 «## FEAT-12: Cards»
Pay (Cards) prd.md:17 «- **FR-1:** Pay»
`,
      { isFlat: true },
    ));

  it("are none in ordinary Markdown, and in half a line", () => {
    checkSymbols("//- note.md\n# Ti$0tle\n## FEAT-1: No\n", "");
    checkSymbols(
      "//- prd.md\n---\ntype: prd\nti$0\nfeatures:\n  - title: Wal\n",
      `prd prd.md:2 type: «prd»
  Wal prd.md:5 - title: «Wal»
`,
    );
  });

  it("are left to VS Code's Markdown where that has an outline", () => {
    assert.equal(documentSymbol.capabilities({}, { withoutDocumentSymbols: true }), undefined);
  });
});

describe("workspace symbols", () => {
  it("are found by letters of ids and titles", () => {
    checkSymbols(
      prd,
      `KPI-9 Carts (KPI) kpi.md:3 id: «KPI-9»
`,
      { query: "kpi" },
    );
    checkSymbols(
      prd,
      `PRD-1 One-tap pay (PRD) prd.md:3 id: «PRD-1»
`,
      { query: "otp" },
    );
    checkSymbols(prd, "", { query: "zz" });
  });
});

describe("folding", () => {
  it("takes the block, what has several lines in it, and sections of items", () =>
    checkFolds(
      prd,
      `--- … ---
goals: … - growth
features: … kpis: [{ title: Time }]
- title: Wallet … kpis: [{ title: Time }]
## FEAT-12: Cards … 
## KPI-9 in another place … Words.
`,
    ));

  it("leaves headings to an editor that folds them", () =>
    checkFolds(
      prd,
      `--- … ---
goals: … - growth
features: … kpis: [{ title: Time }]
- title: Wallet … kpis: [{ title: Time }]
`,
      { withoutDocumentSymbols: true },
    ));

  it("holds in a block without an end, and leaves ordinary Markdown alone", () => {
    checkFolds(
      "//- prd.md\n---\ntype: prd\ngoals:\n  - GOAL-1\n  - $0\n\n# Title\n",
      `--- … -
goals: … -
`,
    );
    checkFolds("//- note.md\n---\na:\n  - 1\n$0---\n", "");
  });
});

describe("growing a selection", () => {
  it("goes from a word to its list, its field, its item and the block", () => {
    checkSelections(
      prd.replace("$0", "").replace("growth", "gro$0wth"),
      `prd.md:8 - «growth»
prd.md:7 «- GOAL-1» to 8:10
prd.md:6 «goals:» to 8:10
prd.md:2 «type: prd» to 12:27
prd.md:1 «---» to 13:3
prd.md:1 «---» to 22:0
`,
    );
    checkSelections(
      prd.replace("$0", "").replace("Time", "Ti$0me"),
      `prd.md:12 kpis: [{ title: «Time» }]
prd.md:12 kpis: [{ «title: Time» }]
prd.md:12 kpis: [«{ title: Time }»]
prd.md:12 kpis: «[{ title: Time }]»
prd.md:12 «kpis: [{ title: Time }]»
prd.md:10 - «title: Wallet» to 12:27
prd.md:10 «- title: Wallet» to 12:27
prd.md:9 «features:» to 12:27
prd.md:2 «type: prd» to 12:27
prd.md:1 «---» to 13:3
prd.md:1 «---» to 22:0
`,
    );
  });

  it("goes from a mention to its section", () =>
    checkSelections(
      prd.replace("$0", "").replace("FR-1", "FR$0-1"),
      `prd.md:17 - **«FR-1»:** Pay
prd.md:17 «- **FR-1:** Pay»
prd.md:15 «## FEAT-12: Cards» to 19:0
prd.md:1 «---» to 22:0
`,
    ));

  it("holds in half a line, and is left to others in ordinary Markdown", () => {
    checkSelections(
      "//- prd.md\n---\ntype: prd\ngoals: [GOAL-1, GO$0\n",
      `prd.md:3 goals: [GOAL-1, «GO»
prd.md:3 goals: «[GOAL-1, GO»
prd.md:3 «goals: [GOAL-1, GO»
prd.md:2 «type: prd» to 3:18
prd.md:1 «---» to 4:0
`,
    );
    checkSelections("//- note.md\n# Wo$0rds\n", "");
  });

  it("is offered to who can ask for it", () => assert.equal(selectionRange.capabilities({}, {}), undefined));
});
