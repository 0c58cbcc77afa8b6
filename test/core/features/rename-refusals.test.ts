import { checkPrepare, checkRename } from "../../check-rename.ts";
import { prd } from "../../renaming-plan.ts";

describe("a new name", () => {
  const plan = `
    //- a.md
    ---
    type: feature
    id: FEAT-1
    title: Wallet
    aliases: FEAT-8
    goals: GOAL-1
    ---
    - FR-1: x
    //- b.md
    ---
    type: feature
    id: FEAT-2
    title: Pay
    aliases: FEAT-9
    depends-on: FEAT$0-1
    ---
    //- goal-1.md
    ---
    type: goal
    id: GOAL-1
    ---
    //- notes/feat-7.md
    Nothing.
  `;

  it("is refused with a sentence that says what to write", () => {
    checkRename(
      plan,
      " ",
      `
      Write the new id, such as FEAT-10.
    `,
    );
    checkRename(
      plan,
      "wallet",
      `
      “wallet” is no id of a feature. Write FEAT and a number, such as FEAT-10.
    `,
    );
    checkRename(
      plan,
      "GOAL-3",
      `
      “GOAL-3” would be the id of a goal, and this is a feature. Write FEAT and a number, such as FEAT-10.
    `,
    );
    checkRename(
      plan,
      "FEAT-",
      `
      “FEAT-” is no id of a feature. Write FEAT and a number, such as FEAT-10.
    `,
    );
    checkRename(
      plan,
      "feat-2",
      `
      “feat-2” is no id of a feature. Write FEAT and a number, such as FEAT-10.
    `,
    );
    checkRename(
      plan,
      "FEAT-2",
      `
      FEAT-2 is taken by Pay (FEAT-2) in b.md. FEAT-10 is free.
    `,
    );
    checkRename(
      plan,
      "FEAT-9",
      `
      FEAT-9 is a former id of Pay (FEAT-2), and links to it lead there. FEAT-10 is free.
    `,
    );
    checkRename(
      plan,
      "FEAT-7",
      `
      notes/feat-7.md goes by the name FEAT-7. FEAT-10 is free.
    `,
    );
    checkRename(
      plan,
      "FR-2",
      `
      “FR-2” would be the id of a requirement, and this is a feature. Write FEAT and a number, such as FEAT-10.
    `,
    );
  });

  it("may be one that the item had before, or the one it has", () => {
    checkRename(
      plan,
      "FEAT-8",
      `
      a.md:3 id: FEAT-8
      b.md:6 depends-on: FEAT-8
    `,
    );
    checkRename(plan, "FEAT-1", "");
  });
});

describe("what can be renamed", () => {
  const at = (from: string, to: string): string =>
    prd("goals: [GOAL-1]\nowner: ana\nkpis: KPI-9\ndepends-on: x").replace(from, to);

  it("is said with the name that it has", () => {
    checkPrepare(
      at("[GOAL-1]", "[GO$0AL-1]"),
      `
      goals: [«GOAL-1»] as GOAL-1
    `,
    );
    checkPrepare(
      at('"GOAL-7"', '"GO$0AL-7"'),
      `
      goals: ["«GOAL-7»"] as GOAL-1
    `,
    );
    checkPrepare(
      at("or PRD-1/FR-2", "or PRD-1/F$0R-2"),
      `
      nothing
    `,
    );
    checkPrepare(
      at("KPI-1'", "KPI-1$0'"),
      `
      id: '«KPI-1»' as KPI-1
    `,
    );
    checkPrepare(
      at("and [[goal-1-growth", "and [[goal$0-1-growth"),
      `
      GOAL-1, **GOAL-1** and [[«goal-1-growth»|GOAL-1]], see [GOAL-1](goals/goal-1-growth.md#goal-1-growth) or PRD-1/FR-2. as GOAL-1
    `,
    );
  });

  it("is everything else with a reason that anybody understands", () => {
    checkPrepare(
      at("owner:", "ow$0ner:"),
      `
      “owner” is the name of a field, which only throughline.yaml can change.
    `,
    );
    checkPrepare(
      at("ana", "an$0a"),
      `
      Only ids can be renamed, and “ana” is none.
    `,
    );
    checkPrepare(
      at("KPI-9", "KPI-$09"),
      `
      No item goes by the name “KPI-9”, so there is nothing to rename.
    `,
    );
    checkPrepare(
      at("type: prd\n", "type: p$0rd\n"),
      `
      This says what the document is. Choose another kind instead, such as feature or goal.
    `,
    );
    checkPrepare(
      at("[GOAL-7]", "[GOAL$0-7]"),
      `
      GOAL-7 is a former id. Rename the item where its id stands, or take this one out.
    `,
    );
    checkPrepare(
      at("title: Growth", "title: Gr$0owth"),
      `
      A title is changed where it stands: no link goes by it. What can be renamed is the id.
    `,
    );
    checkPrepare(
      at("# One-tap", "# One$0-tap"),
      `
      nothing
    `,
    );
    checkPrepare(
      at("](goals/goal-1", "](goals/goa$0l-1"),
      `
        - "[«GOAL-1»: Growth](goals/goal-1-growth.md#goal-1-growth)" as GOAL-1
    `,
    );
  });
});
