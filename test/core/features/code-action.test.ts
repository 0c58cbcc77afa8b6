import assert from "node:assert/strict";
import type { ClientCapabilities } from "vscode-languageserver";
import { root } from "../../check.ts";
import { actionsAt, checkAction } from "../../check-action.ts";

const titlesOf = (actions: readonly { readonly title: string }[]): readonly string[] =>
  actions.map(({ title }) => title);

const twice = `
//- a.md
---
type: prd
id: PRD-1
goals: [GOAL-1, GOAL-1$0, GOAL-1]
---
# A
//- g.md
---
type: goal
id: GOAL-1
---
# G
`;

describe("what can be done at a place", () => {
  it("is to mend it, to mend all like it, to ignore it, to read about it", () => {
    const { actions } = actionsAt(twice, { commands: ["vscode.open"] });
    assert.deepEqual(titlesOf(actions.slice(0, 4)), [
      "Take this link out",
      "Fix all 2 like this in the document",
      "Ignore duplicate-reference here",
      "Read about duplicate-reference",
    ]);
    assert.deepEqual(
      actions.slice(0, 4).map(({ isPreferred }) => isPreferred),
      [true, undefined, undefined, undefined],
    );
    assert.deepEqual(actions[3]?.command?.arguments?.length, 1);
  });

  it("is said once for several problems of one rule, but for what mends each of them", () => {
    const both = twice.replace("GOAL-1$0, GOAL-1]", "$0GOAL-1, GOAL-1]");
    assert.deepEqual(
      titlesOf(actionsAt(both, { commands: ["vscode.open"], only: ["quickfix"], columns: 14 }).actions),
      [
        "Take this link out",
        "Take this link out",
        "Fix all 2 like this in the document",
        "Ignore duplicate-reference here",
        "Read about duplicate-reference",
      ],
    );
  });

  it("is done to the one that was chosen of several alike", () => {
    const { actions, resolve } = actionsAt(twice.replace("GOAL-1$0, GOAL-1]", "$0GOAL-1, GOAL-1]"), { columns: 14 });
    const edits = actions.slice(0, 2).flatMap((action) => Object.values(resolve(action).edit?.changes ?? {}).flat());
    const starts = edits.map(({ range }) => range.start.character);
    assert.deepEqual(starts, [14, 22]);
  });

  it("comes without edits where the client asks for them later, and with them where it does not", () => {
    const [lazy] = actionsAt(twice).actions;
    assert.deepEqual([lazy?.edit, lazy?.data !== undefined], [undefined, true]);
    const [eager] = actionsAt(twice, { client: {} }).actions;
    assert.deepEqual([eager?.edit !== undefined, eager?.data], [true, undefined]);
  });

  it("is only what was asked for", () => {
    const kinds = (only: readonly string[]) => [...new Set(actionsAt(twice, { only }).actions.map(({ kind }) => kind))];
    assert.deepEqual(kinds(["quickfix"]), ["quickfix"]);
    assert.deepEqual(kinds(["source"]), ["source.fixAll.throughline"]);
    assert.deepEqual(kinds(["source.fixAll.throughline"]), ["source.fixAll.throughline"]);
    assert.deepEqual(kinds(["source.organizeImports"]), []);
    assert.deepEqual(kinds(["refactor.rewrite"]), ["refactor.rewrite"]);
    assert.deepEqual(kinds(["quick"]), []);
  });

  it("is nothing where the text has changed in the meantime", () => {
    const { actions, resolve } = actionsAt(twice);
    const gone = { ...actions[0]!, title: "Take that link out" };
    assert.equal(resolve(gone).edit, undefined);
  });

  it("mends all of a rule at once", () =>
    checkAction(
      "Fix all",
      twice,
      `
      //- a.md
      ---
      type: prd
      id: PRD-1
      goals: [GOAL-1]
      ---
      # A
      `,
    ));

  it("gives each duplicate a number of its own", () =>
    checkAction(
      "Fix all",
      `
      ---
      type: prd
      id: PRD-1
      ---
      # A
      - **FR-1:** It pays.
      - **FR-1$0:** It tells.
      - **FR-1:** It stays.
      `,
      `
      //- main.md
      ---
      type: prd
      id: PRD-1
      ---
      # A
      - **FR-1:** It pays.
      - **FR-2:** It tells.
      - **FR-3:** It stays.
      `,
    ));

  it("mends on saving only what nobody could want otherwise", () =>
    checkAction(
      "Fix what can be fixed safely",
      `
      $0
      ---
      type: prd
      id: PRD-1
      title: Pay: now
      goals: [GOAL-1, GOAL-1, GOL-1]
      owner: @ana
      ---
      # A
      //- g.md
      ---
      type: goal
      id: GOAL-1
      ---
      `,
      `
      //- main.md
      ---
      type: prd
      id: PRD-1
      title: "Pay: now"
      goals: [GOAL-1, GOL-1]
      owner: "@ana"
      ---
      # A
      `,
      { only: ["source.fixAll"] },
    ));

  it("asks the person where the client can", () => {
    const source = "---\ntype: kpi\nid: KPI-1$0\nowner: ana\nstatus: active\n---\n# Sales\n";
    const asks = (commands: readonly string[]) =>
      actionsAt(source, { commands }).actions.filter(({ command }) => command?.command === "throughline.setField");
    assert.deepEqual(titlesOf(asks(["throughline.setField"])), ["Write the target…"]);
    assert.deepEqual(asks([]), []);
  });

  it("leaves the cursor where a person writes, in an editor that can fill in", () => {
    const workspace = { workspaceEdit: { documentChanges: true, snippetEditSupport: true } };
    const source = "---\ntype: prd\nid: PRD-1$0\nstatus: active\n---\n# Pay\n";
    const offered = (client: ClientCapabilities, commands: readonly string[] = []) =>
      actionsAt(source, { client, commands }).actions.filter(({ title }) => title === "Write the owner…");
    const [action] = offered({ workspace });
    assert.deepEqual(action?.edit?.documentChanges?.[0], {
      textDocument: { uri: `${root}/main.md`, version: null },
      edits: [
        {
          range: { start: { line: 2, character: 9 }, end: { line: 2, character: 9 } },
          snippet: { kind: "snippet", value: `\nowner: $${"{1}"}$0` },
        },
      ],
    });
    assert.deepEqual(offered({}), []);
    assert.equal(offered({ workspace }, ["throughline.setField"]).length, 1);
  });

  it("offers times in which something can land, and people of the project", () => {
    const titles = (fields: string, more: string) =>
      actionsAt(
        `---\ntype: prd\nid: PRD-1$0\nstatus: active\n${fields}---\n# A\n//- g.md\n---\ntype: goal\nid: GOAL-1\ntimeframe: 2027-Q1\nowner: bo\n---\n# G\n${more}`,
      ).actions.flatMap(({ title }) => /^Set (?:timeframe|owner) to (.*)/.exec(title)?.[0] ?? []);
    assert.deepEqual(titles("goals: GOAL-1\nowner: ana\n", ""), [
      "Set timeframe to 2027-Q1",
      "Set timeframe to 2026-Q4",
      "Set timeframe to now",
      "Set timeframe to next",
      "Set timeframe to later",
    ]);
    const later = "//- f.md\n---\ntype: feature\nid: FEAT-1\ntimeframe: 2027-Q3\nowner: bo\n---\n";
    assert.deepEqual(titles("owner: ana\ndepends-on: FEAT-1\n", later), [
      "Set timeframe to now",
      "Set timeframe to next",
      "Set timeframe to later",
      "Set timeframe to 2027-Q3",
    ]);
    const people = "//- throughline.yaml\npeople: [ana]\n";
    assert.deepEqual(titles("timeframe: now\n", people), ["Set owner to ana"]);
  });
});

describe("ignoring something here", () => {
  const check = (source: string, expected: string): void => checkAction("Ignore", source, expected);

  it("is a comment behind the field", () =>
    check(
      "---\ntype: prd\ngoals: GOAL-9$0\n---\n",
      "//- main.md\n---\ntype: prd\ngoals: GOAL-9 # throughline-disable-line unknown-reference\n---\n",
    ));

  it("is added to the comment that is there", () =>
    check(
      "---\ntype: prd\ngoals: GOAL-9$0 # throughline-disable-line overdue: late\n---\n",
      "//- main.md\n---\ntype: prd\ngoals: GOAL-9 # throughline-disable-line overdue, unknown-reference: late\n---\n",
    ));

  it("is a comment above a paragraph, and behind a line of a list", () => {
    const text = (above: string, behind: string) =>
      `---\ntype: goal\nid: GOAL-1\nkpis: n/a\n---\n# A\n\n${above}See [[GOAL-8]].\n\n- See [[GOAL-9]]${behind}.\n- And so on.\n`;
    const marked = text("", "").replace("GOAL-8", "GOAL-8$0");
    check(marked, `//- main.md\n${text("<!-- throughline-disable-next-line unknown-reference -->\n", "")}`);
    const inList = text("", "").replace("GOAL-9", "GOAL-9$0");
    check(
      inList,
      `//- main.md\n${text("", "").replace("]].\n- And", "]]. <!-- throughline-disable-line unknown-reference -->\n- And")}`,
    );
  });

  it("stands on the first line of a document that has nothing on it", () =>
    check(
      "//- throughline.yaml\nkinds: { note: { extends: feature, match: ['*.md'] } }\n//- main.md\n$0\n\n",
      "//- main.md\n <!-- throughline-disable-line missing-goal -->\n\n",
    ));

  it("leaves a table whole", () =>
    check(
      "---\ntype: goal\nid: GOAL-1\n---\n| A | B |\n|---|---|\n| x | [[GOAL-9$0]] |\n| y | z |\n",
      "//- main.md\n---\ntype: goal\nid: GOAL-1\n---\n| A | B |\n|---|---|\n| x | [[GOAL-9]] <!-- throughline-disable-line unknown-reference --> |\n| y | z |\n",
    ));
});

describe("beginning what is missing", () => {
  it("creates the goal that a link names, in a file of its own", () =>
    checkAction(
      "Create “GOAL-9”",
      `
      //- prds/a.md
      ---
      type: prd
      id: PRD-1
      owner: ana
      goals: GOAL-9$0
      ---
      //- goals/b.md
      ---
      type: goal
      id: GOAL-1
      ---
      `,
      `
      //- goals/goal-9.md
      ---
      type: goal
      id: GOAL-9
      owner: ana
      status: draft
      timeframe: tbd
      kpis: tbd
      ---

      # TBD

      Why this matters now, and what we know about it.

      ## What counts as reached

      What is true on that day, so that nobody has to argue about it.
      `,
    ));

  it("defines it right there as well", () =>
    checkAction(
      "Define “Shoppers stay” here",
      "---\ntype: prd\nid: PRD-1\ngoals:\n  - Shoppers stay$0 # for good\n  - GOAL-1\n---\n",
      "//- main.md\n---\ntype: prd\nid: PRD-1\ngoals:\n  - title: Shoppers stay # for good\n  - GOAL-1\n---\n",
    ));

  it("is offered in a file only to a client that can create one", () => {
    const source = "---\ntype: prd\nid: PRD-1\ngoals: GOAL-9$0\n---\n";
    assert.ok(titlesOf(actionsAt(source).actions).includes("Create “GOAL-9”"));
    assert.ok(!titlesOf(actionsAt(source, { client: {} }).actions).includes("Create “GOAL-9”"));
  });
});

describe("prose becomes structure", () => {
  const prd = (top: string, lines: string) =>
    `---\ntype: prd\nid: PRD-1\nowner: ana\ntimeframe: now\n${top}---\n# Checkout\n\n## Success metrics\n\n${lines}`;

  it("as a KPI with what the line says plainly", () =>
    checkAction(
      "Make a KPI of this line",
      prd("goals: n/a\n", "- Raise conversion from 2.1 % to 3 % by Q1 2027.$0\n- Fewer calls.\n"),
      `//- main.md\n${prd(
        "goals: n/a\nkpis:\n  - id: KPI-1\n    title: Conversion\n    baseline: 2.1 %\n    target: 3 %\n    timeframe: Q1 2027\n",
        "- KPI-1: Raise conversion from 2.1 % to 3 % by Q1 2027.\n- Fewer calls.\n",
      )}`,
    ));

  it("from the problem at the top, which names the section", () => {
    const source = prd("goals: n/a\n", "- Raise conversion from 2.1 % to 3 %\n- Fewer calls\n").replace(
      "PRD-1",
      "PRD-1$0",
    );
    const { actions, state } = actionsAt(source);
    assert.deepEqual(
      titlesOf(actions).filter((title) => title.startsWith("Make")),
      ["Make a KPI of “Raise conversion from 2.1 % to 3 %”", "Make a KPI of “Fewer calls”"],
    );
    const [problem] = state.engine.problems("file:///w/main.md").filter(({ rule }) => rule === "missing-kpi");
    assert.match(state.tell(problem!.message), /“Success metrics” says it in words only/);
    assert.equal(problem!.related.length, 1);
  });

  it("as a goal, in the list that is there", () =>
    checkAction(
      "Make a goal of this line",
      "---\ntype: prd\nid: PRD-1\ngoals: GOAL-4\n---\n# A\n\n## Goals\n\n1. Shoppers stay for good, by 2027$0\n//- g.md\n---\ntype: goal\nid: GOAL-4\n---\n",
      "//- main.md\n---\ntype: prd\nid: PRD-1\ngoals:\n  - GOAL-4\n  - id: GOAL-5\n    title: Shoppers stay for good\n    timeframe: 2027\n---\n# A\n\n## Goals\n\n1. GOAL-5: Shoppers stay for good, by 2027\n",
    ));

  it("as a requirement with the next free number", () =>
    checkAction(
      "Make a requirement of this line",
      "---\ntype: prd\nid: PRD-1\n---\n# A\n\n## Requirements\n\n- **FR-3:** It pays.\n- [ ] It tells what it$0 costs.\n",
      "//- main.md\n---\ntype: prd\nid: PRD-1\n---\n# A\n\n## Requirements\n\n- **FR-3:** It pays.\n- [ ] **FR-4:** It tells what it costs.\n",
    ));

  it("nowhere else", () => {
    for (const source of [
      prd("", "- KPI-1: Raise conversion$0\n"),
      "---\ntype: prd\nid: PRD-1\n---\n# A\n\n## Notes\n\n- Raise conversion$0 to 3 %\n",
      "# A\n\n## Goals\n\n- Raise conversion$0 to 3 %\n",
    ])
      assert.deepEqual(
        titlesOf(actionsAt(source).actions).filter((title) => title.endsWith("of this line")),
        [],
      );
  });
});
