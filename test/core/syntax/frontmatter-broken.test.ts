import { checkBlock, HALF_TYPED } from "./carets.ts";

describe("a block that is unfinished or broken keeps every field", () => {
  describe("lines that are being typed", () => {
    it("a name without its colon", () => {
      checkBlock("st\n^^ error\ntitle: x\nid: PRD-1\n", { st: HALF_TYPED, title: "x", id: "PRD-1" });
      checkBlock("id: PRD-1\nst\n^^ error\ntitle: x\n", { id: "PRD-1", st: HALF_TYPED, title: "x" });
      checkBlock("id: PRD-1\nst\n^^ error\n", { id: "PRD-1", st: HALF_TYPED }, "id: PRD-1\nst:\n");
      checkBlock("st\n^^ error\n", { st: HALF_TYPED });
    });
    it("a name without its colon above a list, or in one", () => {
      checkBlock("goal\n^^^^ error\n- GOAL-1\nid: PRD-1\n", { goal: ["GOAL-1"], id: "PRD-1" });
      checkBlock("goal\n^^^^ error\n  - GOAL-1\nid: PRD-1\n", { goal: ["GOAL-1"], id: "PRD-1" });
      checkBlock("features:\n  - id: FEAT-1\n    own\n    ^^^ error\n    title: x\nid: PRD-1\n", {
        features: [{ id: "FEAT-1", own: HALF_TYPED, title: "x" }],
        id: "PRD-1",
      });
      checkBlock("features:\n  - own\n    ^^^ error\n    title: x\nid: PRD-1\n", {
        features: [{ own: HALF_TYPED, title: "x" }],
        id: "PRD-1",
      });
    });
    it("a name without a value", () => {
      checkBlock("status:\ntitle: x\n", { status: "", title: "x" });
      checkBlock("status: \ntitle: x\nteam:\n", { status: "", title: "x", team: "" });
    });
    it("a colon without its space", () => {
      checkBlock(
        `
        status:x
              ^ warning
        goals:[GOAL-1]
             ^ warning
        links:
          - https://x.example
          - a:b
        id: PRD-1
        `,
        { status: "x", goals: ["GOAL-1"], links: ["https://x.example", "a:b"], id: "PRD-1" },
        `
        status: x
        goals: [GOAL-1]
        links:
          - https://x.example
          - a:b
        id: PRD-1
        `,
      );
    });
    it("a special space behind the colon", () => {
      checkBlock(
        "status:\u00a0x\n       ^ warning\nid: PRD-1\n",
        { status: "x", id: "PRD-1" },
        "status: x\nid: PRD-1\n",
      );
    });
    it("a lone dash", () => {
      checkBlock("goals:\n- \nid: PRD-1\n", { goals: [""], id: "PRD-1" });
      checkBlock("goals:\n  - GOAL-1\n  -\nid: PRD-1\n", { goals: ["GOAL-1", ""], id: "PRD-1" });
    });
    it("an entry without its dash", () => {
      checkBlock(
        "goals:\n  - GOAL-1\n  GOAL-2\n  ^^^^^^ error\nid: PRD-1\n",
        { goals: ["GOAL-1", "GOAL-2"], id: "PRD-1" },
        "goals:\n  - GOAL-1\n  - GOAL-2\nid: PRD-1\n",
      );
    });
    it("prose", () => {
      checkBlock(
        "id: PRD-1\nSome words that say, well, nothing.\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error\ntitle: x\n",
        {
          id: "PRD-1",
          "Some words that say, well, nothing.": HALF_TYPED,
          title: "x",
        },
      );
    });
    it("a list whose name is gone", () => {
      checkBlock("owner: ana\n\n  - GOAL-1\n  ^ error\nid: PRD-1\n", { owner: "ana", id: "PRD-1" });
      checkBlock("- GOAL-1\n^ error\nid: PRD-1\n", { id: "PRD-1" });
    });
  });

  describe("indentation", () => {
    it("a field too far right", () => {
      checkBlock(
        "title: x\n  owner: ana\n^^ warning\nid: PRD-1\n",
        { title: "x", owner: "ana", id: "PRD-1" },
        "title: x\nowner: ana\nid: PRD-1\n",
      );
      checkBlock(" title: x\n^ warning\nid: PRD-1\n", { title: "x", id: "PRD-1" }, "title: x\nid: PRD-1\n");
    });
    it("a field too far right, with the list below it", () => {
      checkBlock(
        `
        authors:
        - ana
          reviewers:
        ^^ warning
        - bo
        - cy
        id: PRD-1
        `,
        { authors: ["ana"], reviewers: ["bo", "cy"], id: "PRD-1" },
        `
        authors:
        - ana
        reviewers:
        - bo
        - cy
        id: PRD-1
        `,
      );
    });
    it("fields of an entry out of line", () => {
      checkBlock(
        `
        features:
          - id: FEAT-1
             title: a
        ^^^^^ warning
          - id: FEAT-2
          title: b
        ^^ error
        id: PRD-1
        `,
        {
          features: [
            { id: "FEAT-1", title: "a" },
            { id: "FEAT-2", title: "b" },
          ],
          id: "PRD-1",
        },
        `
        features:
          - id: FEAT-1
            title: a
          - id: FEAT-2
            title: b
        id: PRD-1
        `,
      );
    });
    it("entries of a list out of line", () => {
      checkBlock(
        `
        goals:
          - GOAL-1
           - GOAL-2
        ^^^ warning
          - GOAL-3
        - GOAL-4
        ^ warning
        kpis:
            - KPI-1
          - id: KPI-2
        ^^ warning
            unit: s
        id: PRD-1
        `,
        {
          goals: ["GOAL-1", "GOAL-2", "GOAL-3", "GOAL-4"],
          kpis: ["KPI-1", { id: "KPI-2", unit: "s" }],
          id: "PRD-1",
        },
        `
        goals:
          - GOAL-1
          - GOAL-2
          - GOAL-3
          - GOAL-4
        kpis:
            - KPI-1
            - id: KPI-2
              unit: s
        id: PRD-1
        `,
      );
    });
    it("a list below a value, which YAML joins to one text", () => {
      checkBlock(
        `
        goals: GOAL-1
          - GOAL-2
          ^ warning
        kpis: KPI-1
        - KPI-2
        ^ warning
        id: PRD-1
        `,
        { goals: ["GOAL-1", "GOAL-2"], kpis: ["KPI-1", "KPI-2"], id: "PRD-1" },
        `
        goals:
          - GOAL-1
          - GOAL-2
        kpis:
        - KPI-1
        - KPI-2
        id: PRD-1
        `,
      );
    });
    it("tabs", () => {
      checkBlock(
        "goals:\n\t- GOAL-1\n^ warning\n\t- GOAL-2\n^ warning\n\tid: PRD-1\n^ warning\ntitle:\tx\n",
        { goals: ["GOAL-1", "GOAL-2"], id: "PRD-1", title: "x" },
        "goals:\n  - GOAL-1\n  - GOAL-2\nid: PRD-1\ntitle:\tx\n",
      );
    });
    it("special spaces, which YAML takes for letters", () => {
      checkBlock("id: PRD-1\n\u00a0title: x\n^ warning\n", { id: "PRD-1", title: "x" }, "id: PRD-1\ntitle: x\n");
    });
  });

  describe("names given twice", () => {
    it("the first counts, and the second goes", () => {
      checkBlock(
        "owner: ana\nid: PRD-1\nowner: bo # later\n^^^^^ error duplicate-key\ntitle: x\n",
        { owner: "ana", id: "PRD-1", title: "x" },
        "owner: ana\nid: PRD-1\ntitle: x\n",
      );
    });
    it("an empty one goes before a full one", () => {
      checkBlock(
        "owner:\nid: PRD-1\nowner: bo\n^^^^^ error duplicate-key\n",
        { owner: "", id: "PRD-1" },
        "id: PRD-1\nowner: bo\n",
      );
    });
    it("in entries and brackets", () => {
      checkBlock(
        "features:\n  - id: A\n    id: B\n    ^^ error duplicate-key\n  - { id: C, id: D }\n             ^^ error duplicate-key\n",
        { features: [{ id: "A" }, { id: "C" }] },
        "features:\n  - id: A\n  - { id: C }\n",
      );
    });
  });

  describe("merges that nobody finished", () => {
    it("the first version counts", () => {
      checkBlock(
        `
        id: PRD-1
        <<<<<<< HEAD
        ^^^^^^^ error
        title: Mine
        owner: ana
        =======
        title: Theirs
        owner: bo
        >>>>>>> theirs
        team: web
        `,
        { id: "PRD-1", title: "Mine", owner: "ana", team: "web" },
        `
        id: PRD-1
        title: Mine
        owner: ana
        team: web
        `,
      );
    });
    it("with the version both came from", () => {
      checkBlock("<<<<<<< a\n^^^^^^^ error\nid: A\n||||||| base\nid: B\n=======\nid: C\n>>>>>>> b\ntitle: x\n", {
        id: "A",
        title: "x",
      });
    });
    it("without its end", () => {
      checkBlock("<<<<<<< a\n^^^^^^^ error\nid: A\ntitle: x\n", { id: "A", title: "x" });
      checkBlock("<<<<<<< a\n^^^^^^^ error\nid: A\n=======\nid: B\n", { id: "A" });
    });
    it("inside a list", () => {
      checkBlock("goals:\n  - A\n<<<<<<< a\n^^^^^^^ error\n  - B\n=======\n  - C\n>>>>>>> b\n  - D\n", {
        goals: ["A", "B", "D"],
      });
    });
  });

  it("reports what only the library sees, on its place", () => {
    checkBlock("]name: x\n^ error\nid: PRD-1\n", { "]name": "x", id: "PRD-1" });
  });
});
