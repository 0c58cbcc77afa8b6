import { reads } from "../../reads.ts";

describe("a document", () => {
  it("is an item of its own, titled by its field, its first heading or its file", () => {
    reads("---\ntype: prd\nid: PRD-1\ntitle: Pay\n---\n# Other\n", "prd PRD-1 “Pay” document @3");
    reads("---\ntype: prd\n---\n# Faster *checkout*\n", "prd checkout “Faster checkout” document @4");
    reads("---\ntype: prd\n---\nNo heading.\n", "prd checkout “checkout” document @2");
    reads("---\ntype: prd\n---\n", "prd pay “pay” document @2", "specs/pay/README.md");
  });

  it("takes its id from its first heading, where the block has none", () => {
    reads("---\ntype: prd\n---\n# PRD-7: Gift cards\n", "prd PRD-7 “Gift cards” document @4");
    reads("---\ntype: prd\nid: PRD-7\n---\n# PRD-7 — Gift cards\n", "prd PRD-7 “Gift cards” document @3");
    reads("---\ntype: prd\nid: PRD-7\n---\n# PRD-8: Gift cards\n", "prd PRD-7 “PRD-8: Gift cards” document @3");
  });

  it("is described by the lines below its first heading too, where the block says nothing", () => {
    const expected = "prd checkout “Pay” document @4 owner=ana status=Draft goals=GOAL-1 timeframe=Q1 2027";
    reads(
      `
      ---
      type: prd
      owner: ana
      ---
      # Pay

      **Owner:** Bo
      **Status**: Draft
      - Goal: GOAL-1
      - **Due:** Q1 2027

      ## Status: shipped
      `,
      expected.replace("@4", "@5"),
    );
    reads(
      `
      ---
      type: prd
      owner: ana
      ---
      # Pay

      | Field | Value |
      |---|---|
      | Owner | Bo |
      | **Status** | Draft |
      | Goals | GOAL-1 |
      | Target date | Q1 2027 |
      | Colour | green |
      `,
      expected.replace("@4", "@5"),
    );
  });

  it("takes no prose for a field", () => {
    reads(
      `
      ---
      type: prd
      ---
      # Pay

      Goals: we want people to pay faster.
      Note: the owner: nobody knows.

      More text.
      `,
      "prd checkout “Pay” document @4",
    );
  });
});

describe("a mapping in a list of links", () => {
  it("defines with a title, refers without one", () => {
    reads(
      `
      ---
      type: prd
      id: PRD-1
      features:
        - FEAT-3
        - { title: Wallet, owner: bo }
        - id: FEAT-2
          title: Refunds
          kpis: [{ id: KPI-1, target: 3% }, { title: Refunds in time, target: 90% }]
        - { id: FEAT-4, status: done }
        - { path: ../wallet.md }
        - { owner: nobody }
      ---
      `,
      `
      prd PRD-1 “checkout” document @3 features=FEAT-3+Wallet+FEAT-2+FEAT-4+../wallet.md
        feature PRD-1#wallet “Wallet” nested @6 owner=bo
        feature FEAT-2 “Refunds” nested @7 kpis=KPI-1+Refunds in time
          kpi PRD-1#refunds-in-time “Refunds in time” nested @9 target=90%
      `,
    );
  });

  it("is of the kind that it says, that its id says, or that the list asks for", () => {
    reads(
      `
      ---
      type: prd
      features:
        - { title: One, type: prd }
        - { title: Two, id: PRD-9 }
        - { title: Three, id: X-1 }
      ---
      `,
      `
      prd checkout “checkout” document @2 features=One+PRD-9+X-1
        prd checkout#one “One” nested @4
        prd PRD-9 “Two” nested @5
        feature X-1 “Three” nested @6
      `,
    );
  });

  it("without an id is other people's work where the item depends on it", () => {
    reads(
      `
      ---
      type: feature
      id: FEAT-1
      depends-on:
        - { title: Card vault, timeframe: 2027-Q3 }
        - { id: FEAT-2, title: Wallet }
      ---
      `,
      `
      feature FEAT-1 “checkout” document @3 depends-on=Card vault+FEAT-2
        feature FEAT-1#card-vault “Card vault” nested (outside) @5 timeframe=2027-Q3
        feature FEAT-2 “Wallet” nested @6
      `,
    );
  });

  it("shares its title with others without sharing its identity", () => {
    reads(
      "---\ntype: prd\nid: PRD-1\nfeatures: [{ title: Pay }, { title: Pay! }]\n---\n",
      `
      prd PRD-1 “checkout” document @3 features=Pay+Pay!
        feature PRD-1#pay “Pay” nested @4
        feature PRD-1#pay-1 “Pay!” nested @4
      `,
    );
  });
});

describe("a heading with an id", () => {
  it("defines, with the fields right below it, until the next heading of its level", () => {
    reads(
      `
      ---
      type: prd
      id: PRD-1
      ---
      ## FEAT-1: One-tap pay

      - Owner: Ana
      - Status: in progress

      ### KPI-1: Conversion

      Target: 3%

      ## Later

      ### FEAT-2 — \`Wallet\`

      | Owner | Bo |
      |---|---|
      | Depends on | FEAT-1 |
      `,
      `
      prd PRD-1 “checkout” document @3
        feature FEAT-1 “One-tap pay” heading @5 owner=Ana status=in progress
          kpi KPI-1 “Conversion” heading @10 target=3%
        feature FEAT-2 “Wallet” heading @16 owner=Bo depends-on=FEAT-1
      `,
    );
  });

  it("is only a section of what the block at the top defines, and adds to it", () => {
    reads(
      `
      ---
      type: prd
      id: PRD-1
      features: [{ id: FEAT-1, title: Pay, status: active }]
      ---
      ### FEAT-1: Paying

      Status: done
      Owner: Ana
      `,
      `
      prd PRD-1 “checkout” document @3 features=FEAT-1
        feature FEAT-1 “Pay” nested @4 status=active owner=Ana
      `,
    );
  });
});

describe("a table", () => {
  it("of metrics defines KPIs of what it stands in", () => {
    reads(
      `
      ---
      type: prd
      id: PRD-1
      ---
      | Success metric | Baseline | Target | Owner |
      |---|---|---|---|
      | **Conversion** | 2% | 3% | Ana |
      | KPI-1: Time to pay | n/a | < 200 ms | |
      | | | | |

      ## FEAT-1: Wallet

      | KPI | Target |
      |---|---|
      | [Wallets](x.md) | 1,000 |
      `,
      `
      prd PRD-1 “checkout” document @3
        kpi PRD-1#conversion “Conversion” table @7 baseline=2% target=3% owner=Ana
        kpi KPI-1 “Time to pay” table @8 baseline=none target=< 200 ms
        feature FEAT-1 “Wallet” heading @11
          kpi PRD-1#wallets “Wallets” table @15 target=1,000
      `,
    );
  });

  it("of requirements defines them, with what their columns say", () => {
    reads(
      `
      ---
      type: prd
      id: PRD-1
      ---
      | ID | Requirement | Priority | Notes |
      |---|---|---|---|
      | FR-1 | It *pays*. | Must | x |
      | NFR-2 | It is quick. | Should | y |
      | Total | 2 | | |
      `,
      `
      prd PRD-1 “checkout” document @3
        requirement PRD-1/FR-1 “It pays.” table @7 priority=Must
        requirement PRD-1/NFR-2 “It is quick.” table @8 priority=Should
      `,
    );
  });

  it("of anything else defines nothing", () => {
    reads(
      "---\ntype: prd\nid: PRD-1\n---\n| Feature | Status |\n|---|---|\n| FEAT-1 | done |\n\n| Metric | Value |\n|---|---|\n| a | 1 |\n",
      "prd PRD-1 “checkout” document @3",
    );
  });
});

describe("a list item", () => {
  it("that starts with a requirement's id defines it, and its box says whether it holds", () => {
    reads(
      `
      ---
      type: prd
      id: PRD-1
      ---
      - **FR-1:** *One tap* pays **all** of it.
      - [ ] FR-2 It tells.
      - [x] **FR-3**: It knows.
      - FR-4 and FR-5 are sentences.
      - FEAT-1: nothing but requirements is defined in lists.
      `,
      `
      prd PRD-1 “checkout” document @3
        requirement PRD-1/FR-1 “One tap pays all of it.” list @5
        requirement PRD-1/FR-2 “It tells.” list @6 done=false
        requirement PRD-1/FR-3 “It knows.” list @7 done=true
      `,
    );
  });

  it("is no field of what stands above it, whatever its first row says", () =>
    reads(
      "---\ntype: prd\nid: PRD-1\n---\n# Pay\n\n| ID | Requirement |\n|---|---|\n| FR-1 | It pays. |\n",
      `
        prd PRD-1 “Pay” document @3
          requirement PRD-1/FR-1 “It pays.” table @9
      `,
    ));

  it("gives way to a table, and a table to a heading; a report on requirements defines none", () => {
    reads(
      `
      ---
      type: prd
      id: PRD-1
      ---
      - FR-1: tested
      - FR-2: tested
      - FR-3: only here

      | ID | Requirement |
      |---|---|
      | FR-1 | From the heading? |
      | FR-2 | From the table. |

      ### FR-1: From the heading

      | FR | Test |
      |---|---|
      | FR-2 | yes |
      `,
      `
      prd PRD-1 “checkout” document @3
        requirement PRD-1/FR-3 “only here” list @7
        requirement PRD-1/FR-2 “From the table.” table @12
        requirement PRD-1/FR-1 “From the heading” heading @14
      `,
    );
  });
});

describe("texts of all sorts", () => {
  it("with a byte order mark, Windows lines, no last newline", () => {
    reads(
      "\uFEFF---\r\ntype: prd\r\nid: PRD-1\r\n...\r\n# Bezahlen — schnell 😀\r\n\r\n- **FR-1:** Zahlt",
      "prd PRD-1 “Bezahlen — schnell 😀” document @3\n  requirement PRD-1/FR-1 “Zahlt” list @7",
    );
  });

  it("in code, quotes and comments define nothing", () => {
    reads(
      "---\ntype: prd\nid: PRD-1\n---\n```\n## FEAT-1: x\n- **FR-1:** x\n```\n<!--\n## FEAT-2: x\n-->\n    - **FR-3:** x\n",
      "prd PRD-1 “checkout” document @3",
    );
  });
});
