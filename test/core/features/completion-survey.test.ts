import assert from "node:assert/strict";
import { checkCompletion, complete } from "../../check-completion.ts";

/** What stands beside the document in each state. */
const plan = `//- goals/growth.md
---
type: goal
id: GOAL-1
title: Growth
owner: ana
status: active
kpis: KPI-1
---
//- goals/trust.md
---
type: goal
id: GOAL-2
title: Trust
owner: Bo Li
---
//- kpis/completion.md
---
type: kpi
id: KPI-1
title: Checkout completion
---
`;

/** A state that somebody's block goes through while they type, what is offered first, and the block once the first is accepted. */
interface HalfTyped {
  readonly state: string;
  readonly block: string;
  readonly first: readonly string[];
  readonly after: string;
}

const states: readonly HalfTyped[] = [
  {
    state: "a half-typed key above another one",
    block: "type: prd\nst$0\ntitle: Faster checkout",
    first: ["status"],
    after: "type: prd\nstatus: \ntitle: Faster checkout",
  },
  {
    state: "a value that touches its colon",
    block: "type: prd\nstatus:dr$0\ntitle: x",
    first: ["draft", "dropped"],
    after: "type: prd\nstatus: draft\ntitle: x",
  },
  {
    state: "a key with its colon alone",
    block: "type: prd\nstatus:$0\ntitle: x",
    first: ["draft"],
    after: "type: prd\nstatus: draft\ntitle: x",
  },
  {
    state: "an open quote",
    block: 'type: prd\ngoals: "GO$0\nowner: ana',
    first: ["GOAL-1", "GOAL-2"],
    after: 'type: prd\ngoals: "GOAL-1\nowner: ana',
  },
  {
    state: "a quote that the editor has closed",
    block: "type: prd\ngoals: '$0'\nowner: ana",
    first: ["GOAL-1", "GOAL-2"],
    after: "type: prd\ngoals: 'GOAL-1'\nowner: ana",
  },
  {
    state: "a second colon in the line above",
    block: "type: prd\ntitle: Faster: much faster\nowner: $0",
    first: ["Bo Li", "ana"],
    after: "type: prd\ntitle: Faster: much faster\nowner: Bo Li",
  },
  {
    state: "a handle with its sign",
    block: "type: prd\nowner: @an$0\ntitle: x",
    first: ["ana"],
    after: "type: prd\nowner: ana\ntitle: x",
  },
  {
    state: "an open wikilink",
    block: "type: prd\ngoals: [[GO$0\nowner: ana",
    first: ["GOAL-1", "GOAL-2"],
    after: "type: prd\ngoals: [[GOAL-1]]\nowner: ana",
  },
  {
    state: "a list in brackets that is open",
    block: "type: prd\ngoals: [GOAL-1, $0\nowner: ana",
    first: ["GOAL-2"],
    after: "type: prd\ngoals: [GOAL-1, GOAL-2\nowner: ana",
  },
  {
    state: "a list in brackets that was opened on a line above",
    block: "type: prd\ngoals: [\n  GOAL-1,\n  $0\n]\nowner: ana",
    first: ["GOAL-2"],
    after: "type: prd\ngoals: [\n  GOAL-1,\n  GOAL-2\n]\nowner: ana",
  },
  {
    state: "a word in brackets that is begun on the line above",
    block: "type: prd\ngoals: [GOAL-2, the\n  GO$0\nowner: ana",
    first: ["GOAL-1"],
    after: "type: prd\ngoals: [GOAL-2, the\n  GOAL-1\nowner: ana",
  },
  {
    state: "a list that touches its colon",
    block: "type: prd\ngoals:[GOAL-2, $0]\nowner: ana",
    first: ["GOAL-1"],
    after: "type: prd\ngoals: [GOAL-2, GOAL-1]\nowner: ana",
  },
  {
    state: "a second name behind a comma",
    block: "type: prd\ngoals: GOAL-2, $0\nowner: ana",
    first: ["GOAL-1"],
    after: "type: prd\ngoals: GOAL-2, GOAL-1\nowner: ana",
  },
  {
    state: "a lone dash",
    block: "type: prd\ngoals:\n  -$0\nowner: ana",
    first: ["GOAL-1", "GOAL-2"],
    after: "type: prd\ngoals:\n  - GOAL-1\nowner: ana",
  },
  {
    state: "a wrongly indented list",
    block: "type: prd\ngoals:\n     - GOAL-1\n   - $0\nowner: ana",
    first: ["GOAL-2"],
    after: "type: prd\ngoals:\n     - GOAL-1\n   - GOAL-2\nowner: ana",
  },
  {
    state: "a tab for indentation",
    block: "type: prd\ngoals:\n\t- $0\nowner: ana",
    first: ["GOAL-1"],
    after: "type: prd\ngoals:\n\t- GOAL-1\nowner: ana",
  },
  {
    state: "a key that stands there twice",
    block: "type: prd\nstatus: draft\nowner: ana\nstatus: $0",
    first: ["draft"],
    after: "type: prd\nstatus: draft\nowner: ana\nstatus: draft",
  },
  {
    state: "an empty line between keys",
    block: "type: prd\n$0\ntitle: x",
    first: ["owner", "goals", "kpis", "timeframe", "id"],
    after: "type: prd\nowner: \ntitle: x",
  },
  {
    state: "an empty line below a key that takes a list",
    block: "type: prd\ngoals:\n$0\nowner: ana",
    first: ["GOAL-1", "GOAL-2"],
    after: "type: prd\ngoals:\n  - GOAL-1\nowner: ana",
  },
  {
    state: "an indented line below a key that takes a list",
    block: "type: prd\ngoals:\n  $0\nowner: ana",
    first: ["GOAL-1", "GOAL-2"],
    after: "type: prd\ngoals:\n  - GOAL-1\nowner: ana",
  },
  {
    state: "an empty line where a list goes on",
    block: "type: prd\ngoals:\n  - GOAL-2\n  $0\nowner: ana",
    first: ["GOAL-1"],
    after: "type: prd\ngoals:\n  - GOAL-2\n  - GOAL-1\nowner: ana",
  },
  {
    state: "a field of an item that is defined in a list",
    block: "type: prd\nfeatures:\n  - title: Wallet\n    st$0\nowner: ana",
    first: ["status"],
    after: "type: prd\nfeatures:\n  - title: Wallet\n    status: \nowner: ana",
  },
  {
    state: "a value of an item that is defined in a list",
    block: "type: prd\nkpis:\n  - title: Time to pay\n    direction: $0\nowner: ana",
    first: ["up", "down"],
    after: "type: prd\nkpis:\n  - title: Time to pay\n    direction: up\nowner: ana",
  },
  {
    state: "a link with values of its own, in braces",
    block: "type: prd\nkpis: [{ id: KPI-1, ta$0 }]\nowner: ana",
    first: ["target"],
    after: "type: prd\nkpis: [{ id: KPI-1, target: }]\nowner: ana",
  },
  {
    state: "a measurement",
    block: "type: kpi\nmeasurements:\n  - date: $0\n    value: 3",
    first: ["2026-11-22"],
    after: "type: kpi\nmeasurements:\n  - date: 2026-11-22\n    value: 3",
  },
];

describe("half-typed states of the block at the top", () => {
  for (const { state, block, first, after } of states) {
    for (const [ending, end] of [
      ["", "\n"],
      [", with Windows' line ends", "\r\n"],
    ] as const) {
      it(`${state}${ending}`, () => {
        const text = (inner: string) => `---\n${inner}\n---\n# Heading\n`.replaceAll("\n", end);
        checkCompletion(`//- prd.md\n${text(block)}${plan}`, first, text(after));
      });
    }

    it(`${state}, in a block that has no end`, () => {
      checkCompletion(`//- prd.md\n---\n${block}\n\n# Heading\n${plan}`, first, `---\n${after}\n\n# Heading\n`);
    });
  }

  it("an empty block", () => {
    checkCompletion(`//- prd.md\n---\n$0\n---\n${plan}`, ["type"], "---\ntype: \n---\n");
    checkCompletion(`//- prd.md\n---\n$0\n${plan}`, ["type"], "---\ntype: \n");
  });

  it("an empty block of a file whose kind its path tells", () => {
    const config = "//- throughline.yaml\nkinds: { feature: { match: [features/*.md] } }\n";
    checkCompletion(`${config}//- features/pay.md\n---\n$0\n---\n${plan}`, ["owner"], "---\nowner: \n---\n");
  });

  it("a block that is begun above the text of a document", () => {
    checkCompletion(`//- prd.md\n---\nty$0\n\n# Faster\n${plan}`, ["type"], "---\ntype: \n\n# Faster\n");
  });

  it("a fence that is being typed is none", () => {
    for (const fence of ["-", "--", "---"]) {
      assert.deepEqual(complete(`//- prd.md\n---\ntype: prd\n${fence}$0\n\n# Heading\n${plan}`).labels, [], fence);
    }
  });
});
