import { checkRename } from "../../check-rename.ts";
import { prd } from "../../renaming-plan.ts";

describe("renaming an id", () => {
  const everywhere = `
    goals/goal-1-growth.md:3 id: GOAL-2   # ours
    goals/goal-1-growth.md:8 # GOAL-2: Growth
    goals/goal-1-growth.md:12 | GOAL-2 | fine |
    notes.md:5   - "[[GOAL-2|GOAL-2 Growth]]"
    notes.md:6   - "[GOAL-2: Growth](goals/goal-2-growth.md#goal-2-growth)"
    notes.md:7   - goal-2
    notes.md:10 Goal: GOAL-2
    notes.md:12 GOAL-2, **GOAL-2** and [[goal-2-growth|GOAL-2]], see [GOAL-2](goals/goal-2-growth.md#goal-2-growth) or PRD-1/FR-2.
    prd.md:4 goals: [GOAL-2]
    goals/goal-1-growth.md → goals/goal-2-growth.md
  `;

  it("changes it where it is defined, in links of every form, in texts and headings, and in the name of its file", () => {
    checkRename(prd("goals: [GO$0AL-1]"), "GOAL-2", everywhere);
  });

  it("begins at any place that names the item", () => {
    checkRename(prd("goals: [GOAL-1]").replace("Goal: GOAL-1", "Goal: GOAL-1$0"), "GOAL-2", everywhere);
    checkRename(prd("goals: [GOAL-1]").replace("id: GOAL-1 ", "id: $0GOAL-1 "), "GOAL-2", everywhere);
    checkRename(prd("goals: [GOAL-1]").replace('["GOAL-7"]', '["GO$0AL-7"]'), "GOAL-2", everywhere);
  });

  it("leaves the file where the editor cannot rename it", () => {
    checkRename(
      `
      //- goal-1.md
      ---
      type: goal
      id: GOAL-1
      ---
      # Growth
      See [[GOAL$0-1]] and [it](goal-1.md).
      `,
      "GOAL-2",
      `
      goal-1.md:3 id: GOAL-2
      goal-1.md:6 See [[GOAL-2]] and [it](goal-1.md).
      `,
      { textDocument: {} },
    );
  });
});

describe("renaming what has parts", () => {
  const spec = `
    //- prd.md
    ---
    type: prd
    id: PRD-1
    features:
      - { id: FEAT-1, title: Wallet, goals: GOAL-1 }
      - title: One-tap pay   # soon
        depends-on: [PRD-1#wal, FEAT-1]
    ---
    # PRD-1: Checkout

    - [ ] **FR-1:** Pay, see FR-2 and PRD-1/FR-1.
    - [ ] **FR-2:** Tell.

    ## FEAT-1: Wallet

    | ID | Test |
    |---|---|
    | FR-1 | yes |

    Back to [the wallet](#feat-1-wallet), [too](prd.md#FEAT-1-wallet) and [[#FEAT-1: Wallet]].
    //- part.md
    ---
    type: feature
    id: FEAT-2
    parent: PRD-1
    depends-on: [PRD-1#one-tap-pay, FEAT-1, prd.md#feat-1-wallet]
    ---
    FR-1 and PRD-1/FR-1, and PRD-1/FR-9. [[prd#FEAT-1: Wallet|FEAT-1]]
    //- least.md
    ---
    type: feature
    id: FEAT-3
    parent: PRD-1
    ---
    No more than FR-2.
    //- other.md
    ---
    type: prd
    id: PRD-2
    ---
    - FR-1: Another, not PRD-1/FR-1.
  `;

  it("changes a requirement in its document, in those below it, and where it is named in full", () => {
    checkRename(
      spec.replace("see FR-2", "see F$0R-2"),
      "FR-3",
      `
      least.md:6 No more than FR-3.
      prd.md:11 - [ ] **FR-1:** Pay, see FR-3 and PRD-1/FR-1.
      prd.md:12 - [ ] **FR-3:** Tell.
    `,
    );
    checkRename(
      spec.replace("yes", "yes FR$0-1"),
      "FR-7",
      `
      other.md:5 - FR-1: Another, not PRD-1/FR-7.
      part.md:7 FR-7 and PRD-1/FR-7, and PRD-1/FR-9. [[prd#FEAT-1: Wallet|FEAT-1]]
      prd.md:11 - [ ] **FR-7:** Pay, see FR-2 and PRD-1/FR-7.
      prd.md:18 | FR-7 | yes FR-7 |
    `,
    );
  });

  it("takes the requirements along that are named with their document", () => {
    checkRename(
      spec.replace("parent: PRD-1", "parent: PRD$0-1"),
      "PRD-7",
      `
      least.md:4 parent: PRD-7
      other.md:5 - FR-1: Another, not PRD-7/FR-1.
      part.md:4 parent: PRD-7
      part.md:5 depends-on: [PRD-7#one-tap-pay, FEAT-1, prd.md#feat-1-wallet]
      part.md:7 FR-1 and PRD-7/FR-1, and PRD-7/FR-9. [[prd#FEAT-1: Wallet|FEAT-1]]
      prd.md:3 id: PRD-7
      prd.md:7     depends-on: [PRD-7#wal, FEAT-1]
      prd.md:9 # PRD-7: Checkout
      prd.md:11 - [ ] **FR-1:** Pay, see FR-2 and PRD-7/FR-1.
    `,
    );
  });

  it("lets links to headings follow, in every document", () => {
    checkRename(
      spec.replace("## FEAT-1", "## FEAT$0-1"),
      "FEAT-5",
      `
      part.md:5 depends-on: [PRD-1#one-tap-pay, FEAT-5, prd.md#feat-5-wallet]
      part.md:7 FR-1 and PRD-1/FR-1, and PRD-1/FR-9. [[prd#FEAT-5: Wallet|FEAT-5]]
      prd.md:5   - { id: FEAT-5, title: Wallet, goals: GOAL-1 }
      prd.md:7     depends-on: [PRD-1#wal, FEAT-5]
      prd.md:14 ## FEAT-5: Wallet
      prd.md:20 Back to [the wallet](#feat-5-wallet), [too](prd.md#feat-5-wallet) and [[#FEAT-5: Wallet]].
    `,
    );
  });

  it("changes the title of what has no id, and the links that go by it", () => {
    checkRename(
      spec.replace("PRD-1#one-tap-pay", "PRD-1#one$0-tap-pay"),
      "Pay: with one tap",
      `
      part.md:5 depends-on: [PRD-1#pay-with-one-tap, FEAT-1, prd.md#feat-1-wallet]
      prd.md:6   - title: "Pay: with one tap"   # soon
    `,
    );
    checkRename(
      spec.replace("title: One-tap pay", "title: One-t$0ap pay"),
      "Wallet",
      `
      part.md:5 depends-on: [PRD-1#wallet, FEAT-1, prd.md#feat-1-wallet]
      prd.md:6   - title: Wallet   # soon
    `,
    );
    checkRename(
      spec.replace("title: One-tap pay", "title: One-t$0ap pay"),
      "!",
      `
      Write the new title: links to this item go by it, for it has no id.
    `,
    );
  });

  it("changes the file's name where that is all a document goes by", () => {
    const plan = `
      //- goals/growth.md
      ---
      type: goal
      goals: x
      owner: ana
      vision: VIS-1
      ---
      # More growth
      //- prd.md
      ---
      type: prd
      goals: [growth, "[[Growth]]", goals/growth.md]
      ---
      [[growth|it]] and [x](goals/growth.md#more-growth) and [[goals/growth]].
    `;
    checkRename(
      plan.replace("[growth,", "[gro$0wth,"),
      "aims & more",
      `
      prd.md:3 goals: [aims & more, "[[aims & more]]", goals/aims%20&%20more.md]
      prd.md:5 [[aims & more|it]] and [x](goals/aims%20%26%20more.md#more-growth) and [[goals/aims%20&%20more]].
      goals/growth.md → goals/aims & more.md
    `,
    );
    checkRename(
      plan.replace("[growth,", "[gro$0wth,"),
      "aims",
      `
      prd.md:3 goals: [aims, "[[aims]]", goals/aims.md]
      prd.md:5 [[aims|it]] and [x](goals/aims.md#more-growth) and [[goals/aims]].
      goals/growth.md → goals/aims.md
    `,
    );
    checkRename(
      plan.replace("[growth,", "[gro$0wth,"),
      "a/b",
      `
      “a/b” cannot be the name of a file.
    `,
    );
    checkRename(
      plan.replace("[growth,", "[gro$0wth,"),
      "prd",
      `
      prd.md:3 goals: [/goals/prd.md, "[[/goals/prd.md]]", goals/prd.md]
      prd.md:5 [[/goals/prd.md|it]] and [x](goals/prd.md#more-growth) and [[goals/prd]].
      goals/growth.md → goals/prd.md
    `,
    );
  });

  it("changes one of two that claim an id, and leaves the links to the other", () => {
    const twice = `
      //- a.md
      ---
      type: feature
      id: FEAT-1
      ---
      # FEAT-1: A
      //- b.md
      ---
      type: feature
      id: FEAT-1
      ---
      # FEAT-1: B
      //- c.md
      ---
      type: feature
      id: FEAT-2
      depends-on: FEAT-1
      ---
      # C
    `;
    checkRename(
      twice.replace("id: FEAT-1\n      ---\n      # FEAT-1: B", "id: FE$0AT-1\n      ---\n      # FEAT-1: B"),
      "FEAT-3",
      `
      b.md:3 id: FEAT-3
      b.md:5 # FEAT-3: B
    `,
    );
    checkRename(
      twice.replace("on: FEAT-1", "on: FEAT$0-1"),
      "FEAT-3",
      `
      a.md:3 id: FEAT-3
      a.md:5 # FEAT-3: A
      c.md:4 depends-on: FEAT-3
    `,
    );
  });

  it("follows the configuration: ids that are made of files and fields, and rules that name ids", () => {
    const rfcs = `
      //- throughline.yaml
      kinds:
        rfc:
          extends: feature
          match: ["rfcs/*.md"]
          id: { file: "{n}-{slug}.md", format: "RFC-{n}" }
        adr:
          extends: decision
          match: ["adrs/*.md"]
          id: { field: number, format: "ADR-{n}" }
      rules:
        ours: { kind: rfc, when: { depends-on: RFC-0001 }, require: { parent: ["RFC-0001", RFC-0002] }, message: x }
      //- rfcs/0001-first.md
      # First
      //- rfcs/0002-second.md
      ---
      depends-on: RFC-0001
      links: x
      ---
      # Second
      After RFC-0001, see [it](0001-first.md) and ADR-12.
      //- adrs/a.md
      ---
      number: 12
      ---
      # One
    `;
    checkRename(
      rfcs.replace("on: RFC-0001\n", "on: RFC-0$0001\n"),
      "RFC-0003",
      `
      rfcs/0002-second.md:2 depends-on: RFC-0003
      rfcs/0002-second.md:6 After RFC-0003, see [it](0003-first.md) and ADR-12.
      throughline.yaml:11   ours: { kind: rfc, when: { depends-on: RFC-0003 }, require: { parent: ["RFC-0003", RFC-0002] }, message: x }
      rfcs/0001-first.md → rfcs/0003-first.md
    `,
    );
    checkRename(
      rfcs.replace("on: RFC-0001\n", "on: RFC-0$0001\n"),
      "RFC-0002",
      `
      RFC-0002 is taken by Second (RFC-0002) in rfcs/0002-second.md. RFC-0003 is free.
    `,
    );
    checkRename(
      rfcs.replace("on: RFC-0001\n", "on: RFC-0$0001\n"),
      "GOAL-3",
      `
      “GOAL-3” is no id of an RFC: these are made as RFC-{n}.
    `,
    );
    checkRename(
      rfcs.replace("and ADR-12", "and ADR$0-12"),
      "ADR-13",
      `
      adrs/a.md:2 number: 13
      rfcs/0002-second.md:6 After RFC-0001, see [it](0001-first.md) and ADR-13.
    `,
    );
  });

  it("keeps quotes, comments, escapes and line endings", () => {
    checkRename(
      "//- a.md\r\n---\r\ntype: goal\r\nid: \"GOAL-1\"  # x\r\n---\r\n//- b.md\r\n---\r\ntype: prd\r\ngoals: 'GOAL$0-1' # GOAL-1\r\n---\r\n",
      "GOAL-2",
      `
        a.md:3 id: "GOAL-2"  # x
        b.md:3 goals: 'GOAL-2' # GOAL-1
      `,
    );
  });
});
