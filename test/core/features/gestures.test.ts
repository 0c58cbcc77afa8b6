import assert from "node:assert/strict";
import { type ItemAddresses, itemAddresses, linkText } from "../../../server/src/plan-protocol.ts";
import type { EditAnswer } from "../../../server/src/protocol.ts";
import { type ItemFields, itemFields, setField } from "../../../server/src/write-protocol.ts";
import { after, ask, filesOf, stateOf, uriIn } from "../../gestures.ts";

const files = filesOf(`
  //- prds/checkout (1).md
  ---
  type: prd
  id: PRD-1
  title: Checkout [new]
  owner: ana
  status: planned
  goals: GOAL-1
  kpis: [KPI-1, KPI-2]
  jira: TILLY-3
  features:
    - id: FEAT-2
      title: Autofill
      status: planned
      links: https://example.com/x
  ---
  # Checkout

  ### FEAT-12: One-tap pay

  - Status: In Progress
  //- wallet.md
  ---
  type: feature
  id: FEAT-1
  title: Wallet
  status: planned
  goals:
    - GOAL-1 # first
  kpis: KPI-1
  ---
  //- kpis.md
  ---
  type: kpi
  id: KPI-1
  title: Conversion
  ---
  ### KPI-2: Returns
  ### KPI-3: Speed
  //- throughline.yaml
  links: { jira: "https://tilly.example/browse/{key}" }
`);

const wallet = { item: "FEAT-1", uri: uriIn("wallet.md") };
const checkout = { item: "PRD-1", uri: uriIn("prds/checkout (1).md") };
const tap = { item: "FEAT-12", uri: checkout.uri };
const autofill = { item: "FEAT-2", uri: checkout.uri };

const fieldOf = (more: readonly object[], field: string) =>
  ask<ItemFields>(stateOf(files), itemFields, { ...wallet, more, field });
const set = (params: object) => after(ask<EditAnswer>(stateOf(files), setField, { ...wallet, ...params }), files);

describe("Set Field… on several items", () => {
  it("knows what they have in common", () => {
    const { title, fields } = fieldOf([checkout, autofill], "status");
    assert.equal(title, "3 items");
    assert.deepEqual(
      fields.map(({ name, current, options }) => [name, current, options.filter((one) => one.current).length]),
      [["status", "planned", 1]],
    );
    assert.equal(fieldOf([tap], "status").fields[0]?.current, "");
    assert.deepEqual(
      fieldOf([checkout], "kpis").fields[0]?.options.map(({ value, current }) => [value, current === true]),
      [
        ["KPI-1", true],
        ["KPI-2", false],
        ["KPI-3", false],
      ],
    );
    assert.deepEqual(fieldOf([checkout], "title").fields, []);
  });

  it("sets it on all of them, in their files and lines", () => {
    const changed = set({ more: [checkout, autofill, tap], field: "status", values: ["shipped"] });
    assert.match(changed.get("wallet.md")!, /^status: shipped$/m);
    const text = changed.get("prds/checkout (1).md")!;
    assert.match(text, /^status: shipped$/m);
    assert.match(text, /^ {4}status: shipped$/m);
    assert.match(text, /^- Status: shipped$/m);
  });

  it("links all of them with one more, and leaves what each had", () => {
    const changed = set({ more: [checkout], field: "kpis", values: ["KPI-3"], instead: [] });
    assert.match(changed.get("wallet.md")!, /^kpis:\n {2}- KPI-1\n {2}- KPI-3$/m);
    assert.match(changed.get("prds/checkout (1).md")!, /^kpis: \[KPI-1, KPI-2, KPI-3\]$/m);
  });

  it("takes out of all of them what all have", () => {
    const changed = set({ more: [checkout], field: "kpis", values: [], instead: ["KPI-1"] });
    assert.doesNotMatch(changed.get("wallet.md")!, /kpis/);
    assert.match(changed.get("prds/checkout (1).md")!, /^kpis: \[KPI-2\]$/m);
  });

  it("changes nothing where one of them cannot be changed", () => {
    const answer = ask<EditAnswer>(stateOf(files), setField, {
      ...wallet,
      more: [checkout],
      field: "features",
      values: [],
    });
    assert.equal(answer.edit, undefined);
    assert.match(answer.refusal ?? "", /^FEAT-2 is written in this list/);
  });
});

describe("items that are dropped into a document", () => {
  const text = (uri: string, line: number, items: readonly object[]) =>
    ask<string>(stateOf(files), linkText, { uri: uriIn(uri), position: { line, character: 0 }, items });

  it("are links to their documents and sections there", () => {
    assert.equal(
      text("wallet.md", 9, [checkout, tap]),
      "[Checkout \\[new\\]](prds/checkout%20%281%29.md), [One-tap pay](prds/checkout%20%281%29.md#feat-12-one-tap-pay)",
    );
    assert.equal(text("prds/checkout (1).md", 17, [wallet]), "[Wallet](../wallet.md)");
    assert.equal(text("prds/checkout (1).md", 17, [tap]), "[One-tap pay](#feat-12-one-tap-pay)");
  });

  it("are ids in the block at the top", () => {
    assert.equal(text("wallet.md", 5, [checkout, tap]), "PRD-1, FEAT-12");
  });
});

describe("the addresses of items", () => {
  it("are those of their trackers, as the configuration says, and all others", () => {
    assert.deepEqual(ask<ItemAddresses>(stateOf(files), itemAddresses, { items: [checkout, autofill, wallet] }), [
      { label: "TILLY-3", detail: "Checkout [new]", url: "https://tilly.example/browse/TILLY-3" },
      { label: "example.com/x", detail: "Autofill", url: "https://example.com/x" },
    ]);
  });
});
