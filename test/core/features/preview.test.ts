import assert from "node:assert/strict";
import { previewFeature } from "../../../server/src/features/preview.ts";
import { type PreviewItem, preview } from "../../../server/src/look-protocol.ts";
import { featureState } from "../../feature-state.ts";

function itemsIn(source: string): readonly PreviewItem[] {
  const { state, uri } = featureState(source);
  return previewFeature.requests[preview]!({ uri } as never, state, {} as never) as readonly PreviewItem[];
}

const plan = `
  //- prds/checkout.md
  ---
  type: prd
  id: PRD-1
  features:
    - { id: FEAT-2, title: Gift cards, status: idea }
  ---
  # Faster che$0ckout

  Needs FEAT-1 and FEAT-1 again, [[growth (2)]], FEAT-2, PRD-2/FR-3, FEAT-99 and \`FEAT-1\`.

  ### FEAT-4: Retries

  - Status: in-progress
  - Depends on: FEAT-5

  - [ ] **FR-1:** Pay without an account, see FR-1.
  //- features/shares.md
  ---
  type: feature
  id: FEAT-5
  ---
  //- features/wallet.md
  ---
  type: feature
  id: FEAT-1
  title: Wallet
  status: In_Progress
  owner: ana
  timeframe: 2027-Q1
  ---
  //- goals/growth (2).md
  ---
  type: goal
  id: GOAL-1
  ---
  # Growth
  //- prds/other.md
  ---
  type: prd
  id: PRD-2
  ---
  - [ ] **FR-3:** Something.
  `;

describe("what a preview is told", () => {
  const items = new Map(itemsIn(plan).map((item) => [item.name, item]));

  it("is what the document names, each once", () =>
    assert.deepEqual(
      [...items.keys()],
      ["FEAT-1", "growth (2)", "FEAT-2", "PRD-2/FR-3", "FEAT-5", "FR-1", "PRD-1", "FEAT-4"],
    ));

  it("says what it is, where it stands and the way there", () =>
    assert.deepEqual(items.get("FEAT-1"), {
      name: "FEAT-1",
      tip: "Wallet · feature · Q1 2027 · ana",
      status: "in progress",
      phase: "active",
      href: "../features/wallet.md",
    }));

  it("says that a goal without a status is a draft, and nothing of a requirement", () => {
    assert.deepEqual(
      [items.get("growth (2)")?.status, items.get("growth (2)")?.href],
      ["draft", "../goals/growth%20(2).md"],
    );
    assert.deepEqual([items.get("PRD-2/FR-3")?.status, items.get("PRD-2/FR-3")?.href], ["", "other.md#L5"]);
  });

  it("names no way to what stands in the document itself", () => {
    for (const name of ["FEAT-2", "FEAT-4", "FR-1"]) assert.equal(items.get(name)?.href, undefined, name);
    assert.equal(items.get("FEAT-4")?.status, "in progress");
  });

  it("is nothing for ordinary Markdown", () => assert.deepEqual(itemsIn("//- notes.md\nSee FEAT-1$0.\n"), []));
});
