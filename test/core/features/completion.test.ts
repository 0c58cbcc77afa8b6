import assert from "node:assert/strict";
import { type CompletionOptions, complete as completeIn } from "../../check-completion.ts";

/** `accept` answers the cursor's line alone. */
function complete(source: string, client: CompletionOptions["client"] = {}) {
  const completed = completeIn(source, { client });
  const before = source.slice(0, source.indexOf("$0"));
  const line = before.slice(before.lastIndexOf("//- ")).split("\n").length - 2;
  return { ...completed, accept: (label: string) => completed.accept(label).split("\n")[line]! };
}

const goals = `
//- goals/growth.md
---
type: goal
id: GOAL-1
title: Growth
owner: ana
status: active
---
//- goals/trust.md
---
type: goal
id: GOAL-2
title: Trust
---
//- kpis/completion.md
---
type: kpi
id: KPI-1
title: Checkout completion
---
`;

const prd = (block: string): string => `//- prd.md\n---\ntype: prd\n${block}\n---\n${goals}`;

describe("completion in the block at the top", () => {
  it("offers nothing in a list below no key", () => {
    assert.deepEqual(complete("//- a.md\n---\n- $0\ntype: prd\n---\n").labels, []);
  });

  it("offers the fields that the document lacks, what it is asked for first", () => {
    const { labels, accept } = complete(prd("id: PRD-1\n$0\nowner: ana"));
    assert.ok(labels.indexOf("goals") < labels.indexOf("tags"));
    assert.ok(!labels.includes("owner") && !labels.includes("id"), "nothing that stands there already");
    assert.equal(accept("goals"), "goals: ");
  });

  it("offers fields at a half-typed name above another one", () => {
    const { accept } = complete(prd("st$0\ntitle: Faster checkout"));
    assert.equal(accept("status"), "status: ");
  });

  it("offers statuses behind the colon, with their phase", () => {
    const { items, accept } = complete(prd("status: in$0"));
    assert.equal(items.find(({ label }) => label === "in-progress")?.detail, "active");
    assert.equal(accept("in-progress"), "status: in-progress");
  });

  it("puts in the space that is missing behind the colon", () => {
    assert.equal(complete(prd("status:$0")).accept("planned"), "status: planned");
  });

  it("offers the items that a link may lead to, with title, status and owner", () => {
    const { labels, items } = complete(prd("goals: $0"));
    assert.deepEqual(labels, ["GOAL-1", "GOAL-2"]);
    assert.equal(items[0]!.detail, "Growth · active · ana");
  });

  it("says so in each row where the editor can", () => {
    const client = { textDocument: { completion: { completionItem: { labelDetailsSupport: true } } } };
    const [growth] = complete(prd("goals: $0"), client).items;
    assert.deepEqual(growth?.labelDetails, { detail: " Growth", description: "active · ana" });
  });

  it("finds an item by its title", () => {
    assert.equal(complete(prd("goals: Tr$0")).items[1]!.filterText, "GOAL-2 Trust");
  });

  for (const [what, block, expected] of [
    ["in a list that is open", "goals: [GOAL-1, $0\nowner: ana", "goals: [GOAL-1, GOAL-2"],
    ["in an open quote", 'goals: "GO$0', 'goals: "GOAL-2'],
    ["behind a comma", "goals: GOAL-1, $0", "goals: GOAL-1, GOAL-2"],
    ["behind a dash", "goals:\n  - $0\nowner: ana", "  - GOAL-2"],
    ["behind a dash at the key's column", "goals:\n- GO$0", "- GOAL-2"],
    ["behind the second dash", "goals:\n  - GOAL-1\n  - $0", "  - GOAL-2"],
  ] as const) {
    it(`offers links ${what}`, () => assert.equal(complete(prd(block)).accept("GOAL-2"), expected));
  }

  it("knows the kind of what is defined in a list", () => {
    const { labels } = complete(prd("features:\n  - title: Wallet\n    $0"));
    assert.ok(labels.includes("depends-on") && !labels.includes("requirements"));
    assert.ok(complete(prd("features:\n  - title: Wallet\n    kpis: $0")).labels.includes("KPI-1"));
    assert.ok(complete(prd("kpis:\n  - title: Time to pay\n    direction: $0")).labels.includes("down"));
  });

  it("offers kinds behind type, where a project has documents", () => {
    assert.ok(complete(`//- new.md\n---\ntype: $0\n---\n${goals}`).labels.includes("prd"));
    assert.deepEqual(complete("//- note.md\n---\ntype: $0\n---\n").labels, []);
  });

  it("works in a block that has no end", () => {
    assert.ok(complete(`//- prd.md\n---\ntype: prd\nstatus: $0\n${goals}`).labels.includes("draft"));
  });

  it("offers the type first, where a project has documents and the block has nothing yet", () => {
    const { labels, accept } = complete(`//- prd.md\n---\n$0\n---\n${goals}`);
    assert.deepEqual(labels, ["type"]);
    assert.equal(accept("type"), "type: ");
    assert.deepEqual(complete(`//- prd.md\n---\nty$0\n${goals}`).labels, ["type"]);
    assert.deepEqual(complete(`//- post.md\n---\ndate: 2026-11-01\n$0\n---\n${goals}`).labels, []);
    assert.deepEqual(complete("//- note.md\n---\n$0\n---\n").labels, []);
  });

  it("offers people, times and dates", () => {
    assert.deepEqual(complete(`//- throughline.yaml\npeople: [bo]\n${prd("owner: $0")}`).labels, ["bo"]);
    assert.deepEqual(complete(prd("timeframe: $0")).labels.slice(0, 2), ["2026-Q4", "2027-Q1"]);
    assert.deepEqual(complete(prd("created: $0")).labels, ["2026-11-22"]);
  });

  it("keeps out of comments, the body and other people's documents", () => {
    assert.deepEqual(complete(prd("owner: ana # $0")).labels, []);
    assert.deepEqual(complete(`${prd("owner: ana").replace("---\n\n", "---\nText\n\nstatus: $0\n")}`).labels, []);
    assert.deepEqual(complete(`//- post.md\n---\ntype: post\nstatus: $0\n---\n${goals}`).labels, []);
  });
});
