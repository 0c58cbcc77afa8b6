import assert from "node:assert/strict";
import type { CodeLens, InlayHint } from "vscode-languageserver";
import { codeLens } from "../../../server/src/features/code-lens.ts";
import { inlayHint } from "../../../server/src/features/inlay-hint.ts";
import { checkHints, checkLenses } from "../../check-between.ts";
import { ask, shownPlace } from "../../check-places.ts";
import { featureState } from "../../feature-state.ts";

const plan = `
//- goal.md
---
type: goal
id: GOAL-1
title: Shoppers who begin to pay also finish, on every device
owner: ana
status: in-progress
kpis: [KPI-1]
---
//- kpi.md
---
type: kpi
id: KPI-1
owner: ana
status: tracking
baseline: 2%
current: 3%
target: 6%
---
# Completion
//- wallet.md
---
type: feature
id: FEAT-1
title: Wallet
goals: GOAL-1
status: shipped
---
//- empty.md
---
type: audience
id: AUD-1
title: Shops
owner: ana
---
`;

const prd = (block: string, body = ""): string => `//- prd.md
---
type: prd
id: PRD-1
title: One-tap pay
owner: ana
status: planned
timeframe: 2027-Q1
${block}
---
${body}
${plan}`;

const full = prd(`goals: GOAL-1
kpis: [KPI-1, KPI-2]$0
features:
  - id: FEAT-2
    title: Cards
    status: done
    kpis: [{ title: Time to pay }]
  - title: Receipts
    kpis: KPI-1`);

describe("figures above a document", () => {
  it("say what hangs on it, how far it is, and how much is wrong", () =>
    checkLenses(full, "[2 features · 1 KPI · 50 % · 1 problem] 1 «»---\n"));

  it("stand above each item where somebody wants that", () => {
    checkLenses(
      full,
      `
      [2 features · 1 KPI · 50 % · 1 problem] 1 «»---
      [1 KPI] 11 - id: «»FEAT-2
      [no target · 1 feature] 14 kpis: [{ title: «»Time to pay }]
      [1 KPI] 15 - title: «»Receipts
      `,
      { codeLens: "item" },
    );
    checkLenses(full, "", { codeLens: "off" });
  });

  it("count requirements, and say how a KPI stands and who is measured by it", () => {
    checkLenses(
      prd("goals: GOAL-1\nkpis: KPI-1", "$0\n- [x] FR-1: One\n- [ ] FR-2: Two\n- [ ] FR-3: Three"),
      "[1 KPI · 3 requirements · 33 %] 1 «»---\n",
    );
    checkLenses(plan.replace("# Completion", "# Comp$0letion"), "[2 % → 3 % → 6 % ▰▰▱▱▱▱▱▱▱▱ 25 % · 1 goal] 1 «»---\n");
  });

  it("keep quiet where there is nothing to say, in ordinary Markdown, and hold in half a line", () => {
    checkLenses(plan.replace("Shops", "Sho$0ps"), "");
    checkLenses("//- note.md\nGOAL$0-1\n", "");
    checkLenses(`//- prd.md\n---\ntype: prd\nkpis: [KPI-1, $0\nfea\n${plan}`, "[1 KPI · 4 problems] 1 «»---\n");
  });

  it("look through the problems of a document once, however many items it has", () => {
    const { engine, ...rest } = featureState(full, { settings: { codeLens: "item" } });
    const problems = engine.problems.bind(engine);
    let looks = 0;
    engine.problems = (uri) => {
      looks++;
      return problems(uri);
    };
    assert.equal(ask<readonly CodeLens[]>("textDocument/codeLens", { engine, ...rest }).length, 4);
    assert.equal(looks, 1);
  });

  it("lead to the roadmap where the client can go there", () => {
    const plain = featureState(full);
    const options = { commands: ["throughline.reveal"] };
    const [lens] = ask<readonly CodeLens[]>("textDocument/codeLens", { ...plain, state: { ...plain.state, options } });
    assert.deepEqual(lens?.command?.arguments, [{ uri: plain.uri, position: { line: 2, character: 4 } }]);
    assert.deepEqual(ask<readonly CodeLens[]>("textDocument/codeLens", plain)[0]?.command?.command, "");
  });

  it("are offered to who shows them, and asked for again when something else has changed", () => {
    assert.equal(codeLens.capabilities({}, {}), undefined);
    assert.equal(
      codeLens.refresh?.({ workspace: { codeLens: { refreshSupport: true } } }),
      "workspace/codeLens/refresh",
    );
    assert.equal(codeLens.refresh?.({}), undefined);
  });
});

describe("titles behind ids", () => {
  const links = prd(
    'goals: ["GOAL-1", growth, goal.md, GOAL-9]$0\ndepends-on:\n  - FEAT-1\nkpis: [{ id: KPI-1, target: 3% }]',
    "KPI-1 and [[FEAT-1]], [[FEAT-1|it]].",
  );

  it("stand behind bare ids in fields", () =>
    checkHints(
      links,
      `goals: ["GOAL-1"⟦Shoppers who begin to pay a… · in progress⟧, growth, goal.md, GOAL-9]
- FEAT-1⟦Wallet · shipped⟧
kpis: [{ id: KPI-1⟦Completion · tracking⟧, target: 3% }]
`,
    ));

  it("stand behind those in the text where somebody wants that", () => {
    checkHints(
      links,
      `goals: ["GOAL-1"⟦Shoppers who begin to pay a… · in progress⟧, growth, goal.md, GOAL-9]
- FEAT-1⟦Wallet · shipped⟧
kpis: [{ id: KPI-1⟦Completion · tracking⟧, target: 3% }]
KPI-1⟦Completion · tracking⟧ and [[FEAT-1]]⟦Wallet · shipped⟧, [[FEAT-1|it]].
`,
      { inlayHints: "everywhere" },
    );
    checkHints(links, "", { inlayHints: "off" });
  });

  it("hold in half a line, and leave ordinary Markdown alone", () => {
    checkHints(`//- prd.md\n---\ntype: prd\nkpis: [KPI-1, $0\nown\n${plan}`, "kpis: [KPI-1⟦Completion · tracking⟧,\n");
    checkHints(`//- note.md\n---\ngoals: GOAL-1$0\n---\nGOAL-1\n${plan}`, "", { inlayHints: "everywhere" });
  });

  it("lead to the item, and are looked up only where somebody looks", () => {
    const asked = featureState(links);
    const range = { start: { line: 9, character: 0 }, end: { line: 10, character: 0 } };
    const [hint, ...others] = ask<readonly InlayHint[]>("textDocument/inlayHint", asked, { range });
    assert.deepEqual(others, []);
    assert.ok(hint !== undefined && typeof hint.label !== "string");
    const location = hint.label[0]?.location;
    assert.equal(shownPlace(asked.state, location!.uri, location!.range), "wallet.md:3 id: «FEAT-1»");
  });

  it("are offered to who shows them, and asked for again when something else has changed", () => {
    assert.equal(inlayHint.capabilities({}, {}), undefined);
    assert.equal(
      inlayHint.refresh?.({ workspace: { inlayHint: { refreshSupport: true } } }),
      "workspace/inlayHint/refresh",
    );
  });
});
