import assert from "node:assert/strict";
import { checkCompletion, complete } from "../../check-completion.ts";

const plan = `//- goals/growth.md
---
type: goal
id: GOAL-1
title: Growth
owner: ana
status: active
---
//- goals/trust us.md
---
type: goal
id: GOAL-2
title: Trust
status: dropped
---
# Trust
## What counts
//- prds/other.md
---
type: prd
id: PRD-2
title: Other
---
## Requirements

- [ ] **FR-1:** It is fast.
- [ ] **FR-2:** It is safe.

### KPI-7: Refunds
`;

/** The document in which somebody writes, with its text below the block. */
const prd = (body: string) => `//- prds/prd.md\n---\ntype: prd\nid: PRD-1\n---\n${body}\n${plan}`;
const written = (body: string) => `---\ntype: prd\nid: PRD-1\n---\n${body}\n`;

function check(body: string, first: readonly string[], after: string, options?: Parameters<typeof checkCompletion>[3]) {
  checkCompletion(prd(body), first, written(after), options);
}

function labels(body: string, options?: Parameters<typeof complete>[1]): readonly string[] {
  return complete(prd(body), options).shown;
}

const snippets = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };

describe("completion in the text of a document", () => {
  it("offers ids behind a prefix, what is dropped last", () => {
    check("It serves GOAL-$0.", ["GOAL-1", "GOAL-2"], "It serves GOAL-1.");
    check("It serves GO$0", ["GOAL-1", "GOAL-2"], "It serves GOAL-1");
    check("Not GOAL-$02 but another", ["GOAL-1"], "Not GOAL-1 but another");
    assert.deepEqual(labels("In code, `GOAL-$0"), ["GOAL-1", "GOAL-2"]);
  });

  it("offers the requirements of the document, and those of another one behind its id", () => {
    const list = "- [ ] **FR-4:** It is small.\n\nSee ";
    check(`${list}FR-$0`, ["FR-4"], `${list}FR-4`);
    check("See PRD-2/FR-$0", ["FR-1", "FR-2"], "See PRD-2/FR-1");
    check("See PRD-2/$0", ["FR-1", "FR-2"], "See PRD-2/FR-1");
    assert.deepEqual(labels("See PRD-9/FR-$0"), []);
  });

  it("offers the next free id where something new begins with one", () => {
    const list = "- [ ] **FR-4:** It is small.\n";
    check(`${list}- [ ] **FR-$0`, ["FR-5", "FR-4"], `${list}- [ ] **FR-5:** What must be true when this is done.`);
    check(`${list}- FR-$0`, ["FR-5"], `${list}- FR-5: What must be true when this is done.`);
    check("## Features\n\n### FEAT-$0", ["FEAT-1"], "## Features\n\n### FEAT-1: New feature");
    check("### K$0", ["KPI-8", "KPI-7"], "### KPI-8: New KPI");
    check("- [ ] **FR-$0** is half there", ["FR-1"], "- [ ] **FR-1** is half there");
  });

  it("offers items in double brackets, and closes them", () => {
    check("See [[$0", ["GOAL-1"], "See [[GOAL-1]]");
    check("See [[gr$0]].", ["GOAL-1"], "See [[GOAL-1]].");
    check("See [[GOAL-$02|it]].", ["GOAL-1"], "See [[GOAL-1|it]].");
    assert.deepEqual(labels("See [[GOAL-1#$0"), []);
  });

  it("offers where a link leads, by name and by path, and its anchors", () => {
    check("[it](GO$0)", ["GOAL-1", "GOAL-2"], "[it](../goals/growth.md)");
    check("[it](tru$0)", ["GOAL-2"], "[it](../goals/trust%20us.md)");
    check("[it](../goals/$0)", ["../goals/growth.md", "../goals/trust us.md"], "[it](../goals/growth.md)");
    check("[it](/goals/tr$0)", ["/goals/trust us.md"], "[it](/goals/trust%20us.md)");
    check("[it](KPI-$0)", ["KPI-7"], "[it](other.md#kpi-7-refunds)");
    check("# Faster\n\n[it](#$0)", ["faster"], "# Faster\n\n[it](#faster)");
    check("[it](../goals/trust%20us.md#$0)", ["trust", "what-counts"], "[it](../goals/trust%20us.md#trust)");
    check("[it]: ../goals/g$0", ["../goals/growth.md"], "[it]: ../goals/growth.md");
    assert.deepEqual(labels("[it](https://example.org/$0)"), []);
  });

  it("leaves paths and anchors to an editor that completes them itself, not names", () => {
    const options = { options: { withoutPathCompletion: true } };
    check("[it](GO$0)", ["GOAL-1", "GOAL-2"], "[it](../goals/growth.md)", options);
    assert.deepEqual(labels("[it](../goals/$0)", options), []);
    assert.deepEqual(labels("# Faster\n\n[it](#$0)", options), []);
    assert.ok(!labels("[it]($0)", options).some((label) => label.includes(".md")));
  });

  it("offers fields and their values in the lines below the title", () => {
    check("# Faster\n\nStatus: $0", ["draft", "proposed"], "# Faster\n\nStatus: draft");
    check("# Faster\n\n- **Owner:**$0", ["ana"], "# Faster\n\n- **Owner:** ana");
    check("# Faster\n\nGoals: GOAL-2, $0", ["GOAL-1"], "# Faster\n\nGoals: GOAL-2, GOAL-1");
    check("# Faster\n\nOw$0", ["Owner"], "# Faster\n\nOwner: ");
    const bold = "# Faster\n\n- **Status:** draft\n";
    check(`${bold}- Ow$0`, ["Owner"], `${bold}- **Owner:** `);
    check(`${bold}- **Ow$0`, ["Owner"], `${bold}- **Owner:** `);
    assert.ok(!labels(`${bold}- St$0`).includes("Status"), "what stands there already");
    assert.deepEqual(labels("# Faster\n\nSome words.\n\nStatus: $0"), []);
    check("### FEAT-3: Pay\n\n- Timeframe: $0", ["2026-Q4", "2027-Q1"], "### FEAT-3: Pay\n\n- Timeframe: 2026-Q4");
  });

  it("offers what a cell may hold", () => {
    const table = (cell: string) => `# Faster\n\n| Field | Value |\n|---|---|\n| Status | ${cell}`;
    check(table("$0 |"), ["draft"], table("draft |"));
    const metrics = (cell: string) =>
      `## Metrics\n\n| Metric | Direction | Target |\n|---|---|---|\n| Pay | ${cell} | 3 |`;
    check(metrics("$0"), ["up", "down"], metrics("up"));
    const requirements = (cell: string) => `| ID | Text | Priority |\n|---|---|---|\n| FR-1 | Fast | ${cell} |`;
    check(requirements("M$0"), ["Must"], requirements("Must"));
    assert.deepEqual(labels("| Metric | Note |\n|---|---|\n| Pay | $0 |"), []);
    assert.deepEqual(labels("| Metric | Dir$0"), []);
  });

  it("offers whole items for who types the word for one, on a line of its own", () => {
    const feature =
      "\n## Parts\n\n### FEAT-1: What people can do\n\n- Owner: tbd\n- Status: idea\n- Timeframe: tbd\n- KPIs: tbd\n";
    check("\n## Parts\n\nfeat$0", ["FEAT-1"], feature);
    check("epi$0", ["FEAT-1"], feature.slice("\n## Parts\n\n".length).replace("###", "##"));
    check("req$0", ["FR-1"], "- [ ] **FR-1:** What must be true when this is done.");
    const decision = complete(prd("deci$0"), { client: snippets }).items.find(({ label }) => label === "DEC-1");
    assert.equal(decision?.insertTextFormat, 2);
    assert.equal(
      decision?.textEdit?.newText,
      `## DEC-1: \${1:What we decided}

- Status: \${2|proposed,accepted,rejected|}
- Date: \${3:2026-11-22}
- Decider: \${4:tbd}$0
`,
    );
    assert.deepEqual(labels("The feat$0"), []);
    assert.deepEqual(labels("Line\nfeat$0"), []);
    assert.deepEqual(labels("$0"), [], "nobody asked");
    assert.ok(labels("$0", { context: { triggerKind: 1 } }).includes("GOAL-3"));
  });

  it("keeps out of code, HTML, comments, addresses and ordinary words", () => {
    for (const body of [
      "```\nGOAL-$0\n```",
      "```\nGOAL-$0",
      "    GOAL-$0",
      "<!-- GOAL-$0 -->",
      "<div>\nGOAL-$0\n</div>",
      "See https://example.org/GOAL-$0",
      "UTF-$0",
      "XGOAL-$0",
      "The G$0",
      "`[[ -f $0`",
      "Some words $0",
      "It costs - $0",
    ]) {
      assert.deepEqual(complete(prd(body)).labels, [], body);
    }
  });

  it("keeps out of documents that are none of ours", () => {
    assert.equal(complete(`//- README.md\nSee GOAL-$0\n${plan}`).answer, null);
    assert.equal(complete(`//- post.md\n---\ntype: post\n---\nSee [[$0\n${plan}`).answer, null);
  });

  it("begins nothing on a new line", () => {
    const context = { triggerKind: 2, triggerCharacter: "\n" } as const;
    assert.equal(complete(prd("Words.\n\n$0"), { context }).answer, null);
  });

  it("shows the card of an item beside it", () => {
    assert.match(complete(prd("GOAL-$0")).words("GOAL-1"), /^\*\*Growth\*\* {2}\nGoal · active · GOAL-1/);
    assert.match(complete(prd("See PRD-2/FR-$0")).words("FR-2"), /It is safe/);
    assert.match(complete(prd("# Faster\n\nStatus: $0")).words("planned"), /Counts as \*\*active\*\*/);
  });
});
