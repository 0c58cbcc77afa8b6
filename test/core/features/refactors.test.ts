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
      kpis:
        - KPI-1 # until we know better
      rank: 007
      owner: ana
      status: planned
      timeframe: 2027-Q1
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

  it("not where its name or its path is what others know it by, and that is said", () => {
    const { actions } = actionsAt(
      "---\ntype: prd\nid: PRD-1\nfeatures: FEAT-3$0\n---\n//- f.md\n---\ntype: feature\nid: FEAT-3\n---\n# Wallet\n//- g.md\n---\ntype: prd\nid: PRD-2\n---\nSee [it](f.md).\n",
    );
    const move = actions.find(({ title }) => title.startsWith("Move Wallet"));
    assert.match(move?.disabled?.reason ?? "", /link to its file/);
  });

  it("with links that lead where they led", () =>
    checkAction(
      "Move Wallet to a file",
      "//- prds/a.md\n---\ntype: prd\nid: PRD-1\nfeatures:\n  - title: Wallet$0\n    goals: ../goals/g.md\n---\n//- goals/g.md\n---\ntype: goal\nid: GOAL-1\n---\n//- plan/features/f.md\n---\ntype: feature\nid: FEAT-1\n---\n",
      "//- prds/a.md\n---\ntype: prd\nid: PRD-1\nfeatures:\n  - FEAT-2\n---\n//- plan/features/wallet.md\n---\ntype: feature\nid: FEAT-2\ngoals: ../../goals/g.md\n---\n\n# Wallet\n",
    ));
});

describe("what stands below a heading moves into a file of its own, and back", () => {
  const together = `
  //- prds/a.md
  ---
  type: prd
  id: PRD-1
  owner: ana
  status: planned
  ---
  # Pay

  It begins with [the wallet](#what-it-keeps).

  ## Features

  ### FEAT-3: Wallet$0

  - Timeframe: 2027-Q1
  - KPIs: [[KPI-1]]

  People keep cards in it, see [the plan](#features), [ours](#feat-3-wallet) and ![it](wallet.png).

  #### What it keeps

  Cards. [More](../notes/cards.md#all "title")

  ### FEAT-4: Refunds

  Money back.
  //- prds/wallet.png
  //- notes/cards.md
  # Cards

  ## All
  //- kpis/k.md
  ---
  type: kpi
  id: KPI-1
  ---
  # K
  `;
  const apart = `
  //- prds/a.md
  ---
  type: prd
  id: PRD-1
  owner: ana
  status: planned
  ---
  # Pay

  It begins with [the wallet](../features/wallet.md#what-it-keeps).

  ## Features

  ### FEAT-3: Wallet

  [Wallet](../features/wallet.md)

  ### FEAT-4: Refunds

  Money back.
  //- features/wallet.md
  ---
  type: feature
  id: FEAT-3
  parent: PRD-1
  owner: ana
  status: planned
  ---

  # Wallet

  - Timeframe: 2027-Q1
  - KPIs: [[KPI-1]]

  People keep cards in it, see [the plan](../prds/a.md#features), [ours](../prds/a.md#feat-3-wallet) and ![it](../prds/wallet.png).

  ## What it keeps

  Cards. [More](../notes/cards.md#all "title")
  `;

  it("its lines as they are, headings of their level, and links that lead where they led", () =>
    checkAction("Move Wallet to a file of its own", together, apart));

  it("and the same bytes where it comes back", () => {
    const { files } = parseFixture(dedent(together));
    const there = thereAndBack("prds/a.md", "### FEAT-3", dedent(together), "Wallet");
    assert.deepEqual(there, new Map(files));
  });

  it("a KPI that a heading defines, which the document names from then on", () =>
    checkAction(
      "Move Paid to a file of its own",
      "---\ntype: prd\nid: PRD-1\n---\n# Pay\n\n### KPI-7: Paid$0\nTarget: 3 %\n",
      "//- main.md\n---\ntype: prd\nid: PRD-1\nkpis: KPI-7\n---\n# Pay\n\n### KPI-7: Paid\n[Paid](kpis/paid.md)\n//- kpis/paid.md\n---\ntype: kpi\nid: KPI-7\n---\n\n# Paid\nTarget: 3 %\n",
    ));

  it("its fields in the list and its text below a heading, where it comes back to a list", () =>
    checkAction(
      "Move Wallet into this document",
      "---\ntype: prd\nid: PRD-1\nfeatures:\n  - FEAT-3$0\n---\n# Pay\n\n## Scope\n\nAll of it.\n\n## Risks\n//- f/w.md\n---\ntype: feature\nid: FEAT-3\nrank: 1 # first\n---\n# Wallet\n\nCards.\n\n## More\n\n[Pay](../main.md#risks)\n",
      "//- main.md\n---\ntype: prd\nid: PRD-1\nfeatures:\n  - id: FEAT-3\n    title: Wallet\n    rank: 1 # first\n---\n# Pay\n\n## Scope\n\nAll of it.\n\n### FEAT-3: Wallet\n\nCards.\n\n#### More\n\n[Pay](#risks)\n\n## Risks\n//- f/w.md is gone\n",
    ));

  it("both parts of what stands in a list and below a heading", () => {
    const source =
      "//- main.md\n---\ntype: prd\nid: PRD-1\nfeatures:\n  - id: FEAT-3\n    title: Wallet\n    rank: 1\n---\n# Pay\n\n### FEAT-3: Wallet\n\nCards.\n";
    const { files } = parseFixture(source);
    assert.deepEqual(thereAndBack("main.md", "title: Wallet", source, "Wallet", "- FEAT-3"), new Map(files));
  });

  it("what somebody wrote, though the document around it says the same", () => {
    const source =
      "//- main.md\n---\ntype: prd\nid: PRD-1\nowner: ana\nstatus: planned\ntimeframe: 2027-Q1\nfeatures:\n  - id: FEAT-3\n    title: Wallet\n    status: planned\n---\n# Pay\n";
    const { files } = parseFixture(source);
    assert.deepEqual(thereAndBack("main.md", "title: Wallet", source, "Wallet", "- FEAT-3"), new Map(files));
  });

  it("not with a number that the other document gave away, nor with what a line cannot say, and that is said", () => {
    const reason = (body: string, here = "") => {
      const { actions } = actionsAt(
        `---\ntype: prd\nid: PRD-1\n---\n# Pay\n\n### FEAT-3: Wallet$0\n${here}\n//- f.md\n---\ntype: feature\nid: FEAT-3\n${body}\n`,
      );
      return actions.find(({ title }) => title === "Move Wallet into this document")?.disabled?.reason ?? "";
    };
    assert.equal(reason("rank: 1\n---\n# Wallet\n"), "");
    assert.match(reason("---\n# Wallet\n\n- FR-1: x\n", "\n- FR-1: y\n"), /of the same number/);
    assert.match(reason("mine: 1\n---\n# Wallet\n"), /more than lines/);
    assert.match(reason("---\n# Wallet\n\n[a]: b.md\n", "\n[a]: c.md\n"), /of the same name/);
  });
});

/** The texts when something has moved to a file of its own, and from there back to where it was. */
function thereAndBack(path: string, place: string, source: string, title: string, placeThen = place) {
  const first = withCursor(source.replace("$0", ""), path, place);
  const apart = chosen(first, `Move ${title} to a file of its own`);
  const text = [...apart].map(([name, content]) => `//- ${name}\n${content}`).join("");
  return chosen(withCursor(text, path, placeThen), `Move ${title} into this document`);
}

function withCursor(source: string, path: string, place: string): string {
  const from = source.indexOf(`//- ${path}\n`);
  const at = source.indexOf(place, from) + place.length;
  return `${source.slice(0, at)}$0${source.slice(at)}`;
}

/** All texts, by path, when an action is chosen. */
function chosen(source: string, title: string): ReadonlyMap<string, string> {
  const { actions, resolve, state } = actionsAt(source);
  const action = actions.find((one) => one.title === title);
  assert.ok(action !== undefined && action.disabled === undefined, `“${title}”: ${action?.disabled?.reason}`);
  const before = new Map([...parseFixture(source).files].map(([path, text]) => [`${root}/${path}`, text]));
  const after = applied(resolve(action).edit!, before, (uri) => state.document(uri));
  return new Map([...after].map(([uri, text]) => [uri.slice(root.length + 1), text]));
}

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
