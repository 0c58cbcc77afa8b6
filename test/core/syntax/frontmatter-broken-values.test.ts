import { checkBlock } from "./carets.ts";

describe("a value that YAML would take for something else keeps its text", () => {
  describe("values that YAML takes for something else", () => {
    it("a colon and a space in a value", () => {
      checkBlock(
        `
        id: PRD-1
        title: Foo: bar
                  ^ warning
        owner: ana
        `,
        { id: "PRD-1", title: "Foo: bar", owner: "ana" },
        `
        id: PRD-1
        title: "Foo: bar"
        owner: ana
        `,
      );
    });
    it("several colons, and one at the end", () => {
      checkBlock(
        `
        title: Azure: Internal: Clusters
                    ^ warning
        summary: To do:
                      ^ warning
        links: https://x.example/a: b # kept
                                  ^ warning
        id: PRD-1
        `,
        { title: "Azure: Internal: Clusters", summary: "To do:", links: "https://x.example/a: b", id: "PRD-1" },
        `
        title: "Azure: Internal: Clusters"
        summary: "To do:"
        links: "https://x.example/a: b" # kept
        id: PRD-1
        `,
      );
    });
    it("a colon in the second line of a long text", () => {
      checkBlock(
        `
        summary: This goes on
          and says: it ends here
                  ^ warning
        id: PRD-1
        `,
        { summary: "This goes on and says: it ends here", id: "PRD-1" },
      );
    });
    it("a handle, alone and in lists", () => {
      checkBlock(
        `
        owner: @ana
               ^ warning
        reviewers:
          - @bo
            ^ warning
          - "@cy"
        team: [@dan, web]
               ^ warning
        id: PRD-1
        `,
        { owner: "@ana", reviewers: ["@bo", "@cy"], team: ["@dan", "web"], id: "PRD-1" },
        `
        owner: "@ana"
        reviewers:
          - "@bo"
          - "@cy"
        team: ["@dan", web]
        id: PRD-1
        `,
      );
    });
    it("a backtick, a percent sign, a bracket that closes, a comma", () => {
      checkBlock(
        `
        title: \`checkout\` page
               ^ warning
        target: %5
                ^ warning
        a: ] x
           ^ warning
        b: , x
           ^ warning
        id: PRD-1
        `,
        { title: "`checkout` page", target: "%5", a: "] x", b: ", x", id: "PRD-1" },
      );
    });
    it("targets that look like long texts to YAML", () => {
      checkBlock(
        `
        target: >= 99.9 %
                ^ warning
        baseline: > 95
                  ^ warning
        current: >5
                 ^ warning
        source: | a | b |
                ^ warning
        id: KPI-1
        `,
        { target: ">= 99.9 %", baseline: "> 95", current: ">5", source: "| a | b |", id: "KPI-1" },
      );
    });
    it("a dash or a question mark for what is not known", () => {
      checkBlock(
        `
        owner: -
               ^ warning
        team: ?
              ^ warning
        id: PRD-1
        `,
        { owner: "-", team: "?", id: "PRD-1" },
      );
    });
    it("emphasis, references to nothing, and marks of nobody's", () => {
      checkBlock(
        `
        title: *Fast* pay
               ^ warning
        status: **draft**|done
                ^ warning
        owner: *
               ^ warning
        team: & friends
              ^ warning
        summary: !Important note
                 ^ warning
        id: PRD-1
        `,
        {
          title: "*Fast* pay",
          status: "**draft**|done",
          owner: "*",
          team: "& friends",
          summary: "!Important note",
          id: "PRD-1",
        },
      );
    });
    it("the same where nothing else is wrong", () => {
      checkBlock("status: *draft*\n        ^ warning\nid: PRD-1\n", { status: "*draft*", id: "PRD-1" });
      checkBlock("status: !draft\n        ^ warning\nid: PRD-1\n", { status: "!draft", id: "PRD-1" });
      checkBlock("target: >5\n        ^ warning\nid: PRD-1\n", { target: ">5", id: "PRD-1" });
    });
    it("[[X]] and {{x}} are the texts they look like", () => {
      checkBlock(
        `
        goals: [[Growth]]
        kpis:
          - [[KPI-1|Conversion]]
          - [[Notes, all]]
        features: [[[A]], [[B#Part]]]
        owner: {{owner}}
        id: PRD-1
        `,
        {
          goals: "[[Growth]]",
          kpis: ["[[KPI-1|Conversion]]", "[[Notes, all]]"],
          features: ["[[A]]", "[[B#Part]]"],
          owner: "{{owner}}",
          id: "PRD-1",
        },
      );
    });
    it("a list in a list stays one", () => {
      checkBlock("matrix: [[1, 2], [3, 4]]\n", {
        matrix: [
          ["1", "2"],
          ["3", "4"],
        ],
      });
    });
    it("texts that only start with a bracket", () => {
      checkBlock(
        `
        title: [WIP] Checkout
               ^ warning
        goals: [[A]], [[B]]
               ^ warning
        see-also:
          - [the other one](../other.md)
            ^ warning
        owner: {{first}} {{last}}
               ^ warning
        id: PRD-1
        `,
        {
          title: "[WIP] Checkout",
          goals: "[[A]], [[B]]",
          "see-also": ["[the other one](../other.md)"],
          owner: "{{first}} {{last}}",
          id: "PRD-1",
        },
      );
    });
    it("a list on the line of its name", () => {
      checkBlock(
        `
        goals: - GOAL-1
               ^ warning
          - GOAL-2
        kpis: - KPI-1
              ^ warning
        id: PRD-1
        `,
        { goals: ["GOAL-1", "GOAL-2"], kpis: ["KPI-1"], id: "PRD-1" },
        `
        goals:
          - GOAL-1
          - GOAL-2
        kpis:
          - KPI-1
        id: PRD-1
        `,
      );
    });
  });

  describe("quotes", () => {
    it("one that is never closed ends with its line", () => {
      checkBlock(
        `
        title: "Foo
               ^ error
        owner: 'ana
               ^ error
        goals:
          - "GOAL-1
            ^ error
          - GOAL-2
        kpis: ["KPI-1, KPI-2]
               ^ error
        id: PRD-1
        `,
        { title: "Foo", owner: "ana", goals: ["GOAL-1", "GOAL-2"], kpis: ["KPI-1", "KPI-2"], id: "PRD-1" },
        `
        title: "Foo"
        owner: 'ana'
        goals:
          - "GOAL-1"
          - GOAL-2
        kpis: ["KPI-1", KPI-2]
        id: PRD-1
        `,
      );
    });
    it("one that a later line seems to close", () => {
      checkBlock('title: "Foo\n       ^ error\nowner: ana\nteam: "web"\n', { title: "Foo", owner: "ana", team: "web" });
      checkBlock('title: "Foo\n       ^ error\nowner: ana"\n', { title: "Foo", owner: 'ana"' });
    });
    it("one whose text goes on below", () => {
      checkBlock('summary: "This\n         ^ error\n  goes on\nid: PRD-1\n', { summary: "This goes on", id: "PRD-1" });
    });
    it("curly ones", () => {
      checkBlock(
        `
        owner: "@ana”
                    ^ warning
        team: “web”
        id: PRD-1
        `,
        { owner: "@ana", team: "“web”", id: "PRD-1" },
        `
        owner: "@ana"
        team: “web”
        id: PRD-1
        `,
      );
    });
    it("text behind them", () => {
      checkBlock(
        `
        title: "Allow" policy
                       ^^^^^^ warning
        team: 'a' # comment
        id: PRD-1
        `,
        { title: '"Allow" policy', team: "a", id: "PRD-1" },
        `
        title: '"Allow" policy'
        team: 'a' # comment
        id: PRD-1
        `,
      );
    });
    it("a backslash that means nothing", () => {
      checkBlock('source: "C:\\data"\n           ^^ warning\nid: KPI-1\n', { source: "C:\\data", id: "KPI-1" });
    });
  });

  describe("brackets", () => {
    it("a list that is never closed", () => {
      checkBlock(
        "goals: [GOAL-1, \n              ^ error\nkpis: [KPI-1, { id: KPI-2\n                        ^ error\nid: PRD-1\n",
        { goals: ["GOAL-1"], kpis: ["KPI-1", { id: "KPI-2" }], id: "PRD-1" },
        "goals: [GOAL-1,] \nkpis: [KPI-1, { id: KPI-2}]\nid: PRD-1\n",
      );
    });
    it("nothing but the bracket", () => {
      checkBlock("goals: [\n       ^ error\nid: PRD-1\n", { goals: [], id: "PRD-1" });
    });
    it("over several lines", () => {
      checkBlock("goals: [\n  GOAL-1,\n  GOAL-2\n       ^ error\nid: PRD-1\n", {
        goals: ["GOAL-1", "GOAL-2"],
        id: "PRD-1",
      });
    });
    it("too many commas, or too few", () => {
      checkBlock(
        `
        goals: [GOAL-1,, GOAL-2]
                       ^ warning
        kpis: ["KPI-1" "KPI-2"]
                       ^ warning
        id: PRD-1
        `,
        { goals: ["GOAL-1", "GOAL-2"], kpis: ["KPI-1", "KPI-2"], id: "PRD-1" },
        `
        goals: [GOAL-1, GOAL-2]
        kpis: ["KPI-1", "KPI-2"]
        id: PRD-1
        `,
      );
    });
    it("the wrong one", () => {
      checkBlock("goals: [GOAL-1}]\n              ^ warning\nid: PRD-1\n", { goals: ["GOAL-1"], id: "PRD-1" });
    });
    it("a colon in a value", () => {
      checkBlock(
        "features: [{ title: Pay: fast, id: FEAT-1 }]\n                       ^ warning\n",
        { features: [{ title: "Pay: fast", id: "FEAT-1" }] },
        'features: [{ title: "Pay: fast", id: FEAT-1 }]\n',
      );
    });
    it("nested too deeply", () => {
      const deep = "[".repeat(100);
      const inner = Array.from({ length: 64 }).reduce((value) => [value], deep.slice(64) as unknown);
      checkBlock(`id: PRD-1\ngoals: ${deep}\n${" ".repeat(7 + 64)}^ error\ntitle: x\n`, {
        id: "PRD-1",
        goals: inner,
        title: "x",
      });
    });
  });
});
