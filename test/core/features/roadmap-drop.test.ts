import assert from "node:assert/strict";
import { after, drop, filesOf } from "../../gestures.ts";

const plan = filesOf(`
  //- goals.md
  ---
  type: goal
  id: GOAL-1
  title: Growth
  owner: ana
  status: active
  kpis:
    - id: KPI-1
      target: 5%
    - KPI-2
  ---
  //- trust.md
  ---
  type: goal
  id: GOAL-2
  title: Trust
  owner: bo
  team: Risk
  status: active
  timeframe: 2026-Q2
  ---
  //- conversion.md
  ---
  type: kpi
  id: KPI-1
  title: Conversion
  ---
  //- returns.md
  ---
  type: kpi
  id: KPI-2
  title: Returns
  ---
  //- wallet.md
  ---
  type: feature
  id: FEAT-1
  title: Wallet # the big one
  status: planned
  timeframe: Q1 2027
  owner: ana, bo
  goals: GOAL-1, GOAL-3
  tags: mobile
  ---
  //- third.md
  ---
  type: goal
  id: GOAL-3
  title: Third
  ---
  //- checkout.md
  ---
  type: prd
  id: PRD-1
  title: Checkout
  owner: bo
  team: Pay
  status: in progress
  timeframe: 2026-Q4..2027-Q1
  goals: [GOAL-1]
  priority: high
  tags: pay, web
  features:
    - id: FEAT-2
      title: Autofill
    - FEAT-3
  ---

  ### FEAT-4: Tap

  - Owner: ana
  - Timeframe: later
  //- cards.md
  ---
  type: feature
  id: FEAT-3
  title: Cards
  status: shipped
  timeframe: 2026-Q1
  ---
`);

/** The lines that a drop takes out and puts in. */
function dropped(by: string, rows: readonly string[], onto: string): readonly string[] {
  const changed = after(drop(plan, { by, showDone: true }, rows, onto), plan);
  return [...plan].flatMap(([path, before]) => {
    const [one, other] = [before.split("\n"), changed.get(path)!.split("\n")];
    return [
      ...one.filter((line) => !other.includes(line)).map((line) => `${path} - ${line}`),
      ...other.filter((line) => !one.includes(line)).map((line) => `${path} + ${line}`),
    ];
  });
}
const refused = (by: string, rows: readonly string[], onto: string) =>
  drop(plan, { by, showDone: true }, rows, onto).refusal;

describe("a row that is dropped in the roadmap", () => {
  it("by time moves to the quarter, written as before, and a range keeps its length", () => {
    assert.deepEqual(dropped("timeline", ["Wallet"], "Q1 2026"), [
      "wallet.md - timeframe: Q1 2027",
      "wallet.md + timeframe: Q1 2026",
    ]);
    assert.deepEqual(dropped("timeline", ["Checkout"], "Q1 2026"), [
      "checkout.md - timeframe: 2026-Q4..2027-Q1",
      "checkout.md + timeframe: 2025-Q4..2026-Q1",
    ]);
    assert.deepEqual(dropped("timeline", ["Cards"], "Q1 2027"), [
      "cards.md - timeframe: 2026-Q1",
      "cards.md + timeframe: 2027-Q1",
    ]);
  });

  it("by time moves to a lane, or out of time, also where it is a section of a document", () => {
    assert.deepEqual(dropped("timeline", ["Wallet"], "Later"), [
      "wallet.md - timeframe: Q1 2027",
      "wallet.md + timeframe: later",
    ]);
    assert.deepEqual(dropped("timeline", ["Tap"], "Q1 2027"), [
      "checkout.md - - Timeframe: later",
      "checkout.md + - Timeframe: 2027-Q1",
    ]);
    assert.deepEqual(dropped("timeline", ["Tap"], "Unscheduled"), ["checkout.md - - Timeframe: later"]);
  });

  it("on a row of a group means its group", () => {
    assert.deepEqual(dropped("timeline", ["Tap"], "Wallet"), dropped("timeline", ["Tap"], "Q1 2027"));
    assert.deepEqual(dropped("timeline", ["Wallet"], "Checkout"), []);
  });

  it("by owner and team takes the place of the first, written as there", () => {
    assert.deepEqual(dropped("owner", ["ana > Wallet"], "bo"), ["wallet.md - owner: ana, bo", "wallet.md + owner: bo"]);
    assert.deepEqual(dropped("owner", ["Trust"], "ana"), ["trust.md - owner: bo", "trust.md + owner: ana"]);
    assert.deepEqual(dropped("owner", ["Trust"], "No owner"), ["trust.md - owner: bo"]);
    assert.deepEqual(dropped("team", ["Wallet"], "Pay"), ["wallet.md + team: Pay"]);
  });

  it("by status gets the word that others have", () => {
    assert.deepEqual(dropped("status", ["Checkout"], "Planned"), [
      "checkout.md - status: in progress",
      "checkout.md + status: planned",
    ]);
    assert.deepEqual(dropped("status", ["Wallet"], "Done"), [
      "wallet.md - status: planned",
      "wallet.md + status: shipped",
    ]);
  });

  it("by any other field gets the value of the group, in the place of the one that it stood there for", () => {
    assert.deepEqual(dropped("priority", ["Wallet"], "high"), ["wallet.md + priority: high"]);
    assert.deepEqual(dropped("priority", ["Checkout"], "Priority: none"), ["checkout.md - priority: high"]);
    assert.deepEqual(dropped("tags", ["pay > Checkout"], "mobile"), [
      "checkout.md - tags: pay, web",
      "checkout.md + tags: mobile, web",
    ]);
    assert.deepEqual(dropped("kpis", ["Returns > Growth"], "Conversion"), ["goals.md -   - KPI-2"]);
    assert.match(refused("kpis", ["Conversion > Growth"], "Returns") ?? "", /^Growth has figures of its own for KPI-1/);
  });

  it("by goal changes that link only", () => {
    assert.deepEqual(dropped("goal", ["Growth > Wallet"], "Trust"), [
      "wallet.md - goals: GOAL-1, GOAL-3",
      "wallet.md + goals: GOAL-2, GOAL-3",
    ]);
    assert.deepEqual(dropped("goal", ["Growth > Wallet"], "Third"), [
      "wallet.md - goals: GOAL-1, GOAL-3",
      "wallet.md + goals: GOAL-3",
    ]);
    assert.deepEqual(dropped("goal", ["Third > Wallet"], "Trust"), [
      "wallet.md - goals: GOAL-1, GOAL-3",
      "wallet.md + goals: GOAL-1, GOAL-2",
    ]);
    assert.deepEqual(dropped("goal", ["Growth > Autofill"], "Trust"), ["checkout.md +     goals: GOAL-2"]);
  });

  it("by goal makes a feature a part of another, which it was no part of before", () => {
    assert.deepEqual(dropped("goal", ["Growth > Wallet"], "Checkout"), ["wallet.md + parent: PRD-1"]);
    assert.deepEqual(dropped("goal", ["Cards"], "Wallet"), ["checkout.md -   - FEAT-3", "cards.md + parent: FEAT-1"]);
  });

  it("by goal links a KPI, in the place of what it stood below", () => {
    assert.deepEqual(dropped("goal", ["Returns"], "Trust"), ["goals.md -   - KPI-2", "trust.md + kpis: KPI-2"]);
    assert.deepEqual(dropped("goal", ["Wallet"], "Returns"), ["wallet.md + kpis: KPI-2"]);
  });

  it("with others changes all of them at once, each in its file", () => {
    assert.deepEqual(dropped("owner", ["Wallet", "Growth", "Tap"], "bo"), [
      "goals.md - owner: ana",
      "goals.md + owner: bo",
      "wallet.md - owner: ana, bo",
      "wallet.md + owner: bo",
      "checkout.md - - Owner: ana",
      "checkout.md + - Owner: bo",
    ]);
    assert.deepEqual(dropped("goal", ["Growth > Wallet", "Third > Wallet"], "Trust"), [
      "wallet.md - goals: GOAL-1, GOAL-3",
      "wallet.md + goals: GOAL-2",
    ]);
  });

  it("stays, with a reason, where it cannot go", () => {
    assert.match(refused("timeline", ["Wallet"], "Overdue")!, /^Nothing can be put into “Overdue”\.$/);
    assert.match(refused("goal", ["Conversion"], "Trust")!, /^Growth has figures of its own for Conversion/);
    assert.match(refused("goal", ["Autofill"], "Wallet")!, /^Autofill is written in Checkout/);
    assert.match(refused("goal", ["Checkout"], "Autofill")!, /^Autofill is a part of Checkout\.$/);
    assert.match(refused("goal", ["Growth"], "Wallet")!, /cannot be linked/);
    assert.match(refused("owner", ["Autofill"], "No owner")!, /takes this from Checkout/);
    assert.match(refused("goal", ["Wallet", "Conversion"], "Trust")!, /^Growth has figures of its own/, "all or none");
  });
});
