import assert from "node:assert/strict";
import type { Engine } from "../../../server/src/rules/engine.ts";
import { ownersOf, phaseOf } from "../../../server/src/workspace/plan.ts";
import { engineOver, root } from "../../check.ts";
import { actionsAt, applied, checkAction } from "../../check-action.ts";
import { dedent, parseFixture } from "../../fixture.ts";

describe("an item moves into a file of its own, and back", () => {
  const inList = `
  //- prds/a.md
  ---
  type: prd
  id: PRD-1
  owner: ana
  status: planned
  timeframe: 2027-Q1
  goals: n/a
  features:
    # The first part.
    - id: FEAT-3
      title: Wallet$0 # one word
      kpis:
        - KPI-1 # until we know better
      rank: 007
    - FEAT-4
  ---
  # Pay
  `;
  it("with its comments, and with what it took from the document", () =>
    checkAction(
      "Move Wallet to a file of its own",
      inList,
      `
      //- prds/a.md
      ---
      type: prd
      id: PRD-1
      owner: ana
      status: planned
      timeframe: 2027-Q1
      goals: n/a
      features:
        # The first part.
        - FEAT-3
        - FEAT-4
      ---
      # Pay
      //- features/wallet.md
      ---
      type: feature
      id: FEAT-3
      owner: ana
      status: planned
      timeframe: 2027-Q1
      kpis:
        - KPI-1 # until we know better
      rank: 007
      goals: n/a
      ---

      # Wallet
      `,
    ));

  it("into the list that links to it, with its comments", () =>
    checkAction(
      "Move Wallet into this document",
      `
      //- prds/a.md
      ---
      type: prd
      id: PRD-1
      features:
        - FEAT-3$0 # first
        - FEAT-4
      ---
      # Pay
      //- features/wallet.md
      ---
      type: feature
      id: FEAT-3
      owner: ana
      # Ana said so.
      rank: 007
      kpis:
        - KPI-1 # until we know better
      ---

      # Wallet
      `,
      `
      //- prds/a.md
      ---
      type: prd
      id: PRD-1
      features:
        - id: FEAT-3 # first
          title: Wallet
          owner: ana
          # Ana said so.
          rank: 007
          kpis:
            - KPI-1 # until we know better
        - FEAT-4
      ---
      # Pay
      //- features/wallet.md is gone
      `,
    ));

  it("so that the plan says the same", () => {
    const kpi = "---\ntype: kpi\nid: KPI-1\n---\n# K\n";
    const source = `${dedent(inList)}//- kpis/k.md\n${kpi}`;
    const { files } = parseFixture(source);
    const { actions, resolve, state } = actionsAt(source);
    const { edit } = resolve(actions.find(({ title }) => title.startsWith("Move Wallet"))!);
    const after = applied(edit!, new Map([...files].map(([path, text]) => [`${root}/${path}`, text])));
    const there = engineOver({
      source: "",
      files: new Map([...after].map(([uri, text]) => [uri.slice(root.length + 1), text])),
      expectations: [],
    });
    const before = walletIn(state.engine);
    assert.deepEqual(before, ["Wallet", "active", "ana", ["kpis KPI-1", "parent PRD-1"]]);
    assert.deepEqual(walletIn(there), before);
  });

  it("not where its document says more than fields, and that is said", () => {
    const { actions } = actionsAt(
      "---\ntype: prd\nid: PRD-1\nfeatures: FEAT-3$0\n---\n//- f.md\n---\ntype: feature\nid: FEAT-3\n---\n# Wallet\n\nIt keeps cards.\n",
    );
    const move = actions.find(({ title }) => title.startsWith("Move Wallet"));
    assert.match(move?.disabled?.reason ?? "", /says more than its fields/);
  });

  it("not where it links to files by their path", () => {
    const { actions } = actionsAt(
      "---\ntype: prd\nid: PRD-1\nfeatures:\n  - title: Wallet$0\n    goals: ../goals/a.md\n---\n",
    );
    const move = actions.find(({ title }) => title.startsWith("Move Wallet"));
    assert.match(move?.disabled?.reason ?? "", /by their path/);
  });
});

describe("a list of names becomes entries, and back", () => {
  it("those that lead somewhere refer, the others define", () =>
    checkAction(
      "Give each its own entry",
      "---\ntype: goal\nid: GOAL-1\nkpis: KPI-1, Returns$0 # both\n---\n# A\n//- k.md\n---\ntype: kpi\nid: KPI-1\n---\n# K\n",
      "//- main.md\n---\ntype: goal\nid: GOAL-1\nkpis:\n  - id: KPI-1\n  - title: Returns # both\n---\n# A\n",
    ));

  it("entries of an id become that id", () =>
    checkAction(
      "Write only the ids",
      "---\ntype: goal\nid: GOAL-1\nkpis:\n  - id: KPI-1$0 # one\n  - KPI-2\n---\n# A\n",
      "//- main.md\n---\ntype: goal\nid: GOAL-1\nkpis:\n  - KPI-1 # one\n  - KPI-2\n---\n# A\n",
    ));

  it("not where an entry says more", () => {
    const { actions } = actionsAt("---\ntype: goal\nid: GOAL-1\nkpis:\n  - title: Returns$0\n---\n");
    assert.match(actions.find(({ title }) => title === "Write only the ids")?.disabled?.reason ?? "", /would be lost/);
  });
});

function walletIn({ workspace }: Engine) {
  const { query } = workspace.projects()[0]!;
  const found = query.definition("FEAT-3")!;
  const edges = query.outgoing(found).map(({ name, to }) => `${name} ${to.item.key}`);
  return [found.item.title, phaseOf(query, found), ownersOf(found)[0], edges.sort()];
}
