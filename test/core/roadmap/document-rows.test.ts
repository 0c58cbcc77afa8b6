import assert from "node:assert/strict";
import { type DocumentRow, type DocumentRows, documentRows, tick } from "../../../server/src/plan-protocol.ts";
import type { EditAnswer } from "../../../server/src/protocol.ts";
import { checkText, dedent } from "../../fixture.ts";
import { after, ask, filesOf, stateOf, uriIn } from "../../gestures.ts";
import { sampleFiles } from "../../sample.ts";

type Files = ReadonlyMap<string, string>;

/** The rows as text: boxes as they are in the text, gaps with what a click asks for. */
function drawn(files: Files, path: string): string {
  const answer = ask<DocumentRows | null>(stateOf(files), documentRows, { uri: uriIn(path) });
  if (answer === null) return "nothing\n";
  const depthOf = ({ parent }: DocumentRow): number =>
    parent === undefined ? 0 : 1 + depthOf(answer.rows.find(({ id }) => id === parent)!);
  const lines = answer.rows.map((row) => {
    const box = row.ticked === undefined ? `[${row.icon}]` : row.ticked ? "☑" : "☐";
    const behind = row.description === "" ? "" : ` — ${row.description}`;
    const asks = row.field === undefined ? "" : ` → ${row.field}`;
    return `${"  ".repeat(depthOf(row))}${box} ${row.label}${behind}${asks}\n`;
  });
  return `${answer.title}\n${lines.join("")}`;
}

const check = (source: string, path: string, expected: string) =>
  checkText(drawn(filesOf(source), path), dedent(expected));

describe("This Document", () => {
  it("shows what a PRD is about: goals, features, requirements and KPIs", () =>
    checkText(
      drawn(sampleFiles(), "prds/faster-checkout.md"),
      dedent(`
        Faster checkout
        [target] Goals — 1
          [target] Shoppers who start to pay, finish — 2027 · ana · off track
        [layers] Features — 4
          [pass-filled] Address autofill — Q3 2026 · ana
          [record] A second try for declined cards — Q4 2026 – Q1 2027 · bo
          [error] One-tap pay — Q1 2027 · ana · off track
          [pass-filled] Guest checkout — Q1 2026 · ana
        [checklist] Requirements — 2 of 7 done
          ☑ FR-1: A shopper can pay without an account.
          ☑ FR-2: The address is complete after a postcode and a house number in the Netherlands, Belgium and Germany.
          ☐ FR-3: A declined card is tried a second time through another route, within four seconds and unseen by the shopper.
          ☐ FR-4: After a final decline the message says what the shopper can do: another card, another way to pay, or her bank.
          ☐ FR-5: A known shopper pays from the basket page with one tap and one confirmation by her phone.
          ☐ FR-6: One-tap pay never charges an order of more than 250 euros without showing the total a second time.
          ☐ FR-7: The first paint of the payment step takes less than 1.2 s on a three-year-old phone on a train.
        [graph-line] KPIs — 4
          [graph-line] Payments approved — 91.5 % → 92.8 % → 95 %
          [graph-line] Disputed payments — guardrail · 0.42 % → 0.36 % → 0.25 %
          [graph-line] Median time to pay — 74 s → 71 s → 35 s · off track
          [graph-line] Checkout completion — 61 % → 63.1 % → 68 %
    `),
    ));

  it("shows what is missing where it is missing, and what a click asks for", () =>
    check(
      `
      //- a.md
      ---
      type: prd
      id: PRD-1
      title: Checkout
      status: active
      goals: GOAL-1
      features:
        - id: FEAT-1
          title: Tap
          owner: ana
          status: active
          kpis: KPI-1
      ---

      ## Success metrics

      | Metric | Baseline | Target |
      |---|---|---|
      | KPI-1: Paid | 3% | |
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      title: Growth
      ---
      `,
      "a.md",
      `
        Checkout
        [warning] No owner → owner
        [warning] No timeframe → timeframe
        [target] Goals — 1
          [target] Growth
        [layers] Features — 1
          [record] Tap — ana
        [graph-line] KPIs — 1
          [graph-line] Paid — 3 %, no target
            [warning] No target → target
      `,
    ));

  it("tells which requirements nobody said how to accept, where it is said of others", () => {
    const source = (second: string) => `
      //- a.md
      ---
      type: prd
      id: PRD-1
      title: Checkout
      ---
      - [ ] **FR-1:** It pays.
        - Given a card, when it is read, then it pays.
      - [x] **FR-2:** It tells,
        with words.${second}
      - **FR-3:** It waits.
      `;
    check(
      source(""),
      "a.md",
      `
        Checkout
        [info] No goal → goals
        [info] No KPI → kpis
        [info] No owner → owner
        [info] No timeframe → timeframe
        [checklist] Requirements — 1 of 2 done
          [info] 2 requirements without acceptance
          ☐ FR-1: It pays.
          ☑ FR-2: It tells,
          [circle-outline] FR-3: It waits.
      `,
    );
    check(
      source("").replace(/ {8}- Given.*\n/, ""),
      "a.md",
      `
        Checkout
        [info] No goal → goals
        [info] No KPI → kpis
        [info] No owner → owner
        [info] No timeframe → timeframe
        [checklist] Requirements — 1 of 2 done
          ☐ FR-1: It pays.
          ☑ FR-2: It tells,
          [circle-outline] FR-3: It waits.
      `,
    );
  });

  it("knows acceptance below headings, in tables and by what proves it", () => {
    check(
      `
      //- a.md
      ---
      type: prd
      id: PRD-1
      title: Checkout
      ---
      ### FR-1: It pays

      #### Acceptance criteria

      It does.

      ### FR-2: It tells

      Nothing.

      | ID | Requirement | Acceptance |
      |---|---|---|
      | FR-3 | It waits | It waited |
      | FR-4 | It goes | |
      `,
      "a.md",
      `
        Checkout
        [info] No goal → goals
        [info] No KPI → kpis
        [info] No owner → owner
        [info] No timeframe → timeframe
        [checklist] Requirements — 4
          [info] 2 requirements without acceptance
          [circle-outline] FR-1: It pays
          [circle-outline] FR-2: It tells
          [circle-outline] FR-3: It waits
          [circle-outline] FR-4: It goes
      `,
    );
  });

  it("shows for a goal what serves it, and its KPIs", () =>
    checkText(
      drawn(sampleFiles(), "goals/finish-paying.md"),
      dedent(`
        Shoppers who start to pay, finish
        [layers] Features — 9
          [pass-filled] Guest checkout — Q1 2026 · ana
          [pass-filled] Address autofill — Q3 2026 · ana
          [record] A second try for declined cards — Q4 2026 – Q1 2027 · bo
          [error] Faster checkout — Q1 2027 · ana · off track · 2 of 4 done
          [error] One-tap pay — Q1 2027 · ana · off track
          [circle-outline] Receipts worth keeping — Q2 2027 · ravi
          [circle-outline] Back for a second purchase — Q3 2027 · ravi
          [circle-outline] Order again in one step — Q3 2027 · ravi
          [record] Wallet — Q3 2027 · bo
        [graph-line] KPIs — 4
          [graph-line] Disputed payments — guardrail · 0.42 % → 0.36 % → 0.25 %
          [graph-line] Median time to pay — 74 s → 71 s → 35 s · off track
          [graph-line] Checkout completion — 61 % → 63.1 % → 65 %
          [graph-line] Second purchase within 60 days — 18 % → 24 %
    `),
    ));

  it("shows nothing for what is no spec", () => {
    assert.equal(drawn(new Map([["a.md", "# Notes\n"]]), "a.md"), "nothing\n");
    assert.equal(drawn(new Map([["a.md", "---\ntype: prd\n---\n"]]), "b.md"), "nothing\n");
  });

  it("gives every row an id of its own", () => {
    const files = sampleFiles();
    for (const path of files.keys()) {
      const rows = ask<DocumentRows | null>(stateOf(files), documentRows, { uri: uriIn(path) })?.rows ?? [];
      assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length, path);
      for (const { label, spoken } of rows) assert.ok(label !== "" && spoken.startsWith(label), path);
    }
  });
});

describe("a box that is ticked in the view", () => {
  const files = new Map([
    ["a.md", "---\r\ntype: prd\r\nid: PRD-1\r\n---\r\n- [ ] **FR-1:** It pays.\r\n1. [X] FR-2 It tells.\r\n"],
  ]);
  const ticked = (boxes: readonly object[]) =>
    after(ask<EditAnswer>(stateOf(files), tick, { uri: uriIn("a.md"), boxes }), files).get("a.md");

  it("is ticked in the text, and nothing else changes", () => {
    const text = files.get("a.md")!;
    assert.equal(ticked([{ item: "PRD-1/FR-1", done: true }]), text.replace("[ ]", "[x]"));
    assert.equal(ticked([{ item: "PRD-1/FR-2", done: false }]), text.replace("[X]", "[ ]"));
    assert.equal(ticked([{ item: "PRD-1/FR-2", done: true }]), text);
    assert.equal(
      ticked([
        { item: "PRD-1/FR-1", done: true },
        { item: "PRD-1/FR-2", done: false },
      ]),
      text.replace("[X]", "[ ]").replace("[ ] **", "[x] **"),
    );
  });

  it("says so where it is gone", () =>
    assert.throws(() => ticked([{ item: "PRD-1/FR-9", done: true }]), /There is no box to tick any more/));
});
