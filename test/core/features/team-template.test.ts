import assert from "node:assert/strict";
import { checkProblems, root } from "../../check.ts";
import { featureState } from "../../feature-state.ts";
import { ask, choicesIn, make } from "../../new-documents.ts";

describe("a team's own template", () => {
  const team = (template: string, more = "") => `
//- throughline.yaml
templates:
  rfc: templates/rfc.md
  kit: { file: templates/kit, kind: launch, says: What a launch needs. }
${more}
//- templates/kit/launch-day.md
# The day
//- templates/rfc.md
${template}
//- plan.md
---
type: prd
id: PRD-4
---
# Pl$0an
`;

  it("is filled in, and what it leaves empty is a tab stop", () => {
    const source = team(`---
type: prd
id: {id}
title: {title}
owner: {owner} # who answers
status:
created: "{today}"
timeframe: {quarter}
tags: [{id}, {{x}}]
---
# {id}: {title}

Asked by {owner} on {today}. {{title}} and {other} stay.
`);
    const { path, text, snippet } = make(source, { template: "rfc", title: "Bills: split" });
    assert.equal(path, "bills-split.md");
    assert.equal(
      text,
      `---
type: prd
id: PRD-5
title: "Bills: split"
owner: tbd # who answers
status: 
created: 2026-11-22
timeframe: 2026-Q4
tags: [PRD-5, {{x}}]
---
# PRD-5: Bills: split

Asked by tbd on 2026-11-22. {{title}} and {other} stay.
`,
    );
    assert.match(snippet, /^owner: \$\{1:tbd\} # who answers\nstatus: \$\{2\}$/m);
    assert.match(snippet, /Asked by \$\{3:tbd\} on/);
    assert.match(make(source, { template: "rfc", owner: "Ana: Li" }).text, /^owner: "Ana: Li" # who answers$/m);
  });

  it("gets what it has no place for: the kind, the id, the title", () => {
    const { text } = make(team("# RFC\n\nWhy?\n", "  note: { file: templates/rfc.md, kind: decision }"), {
      template: "note",
    });
    assert.equal(text, "---\ntype: decision\nid: DEC-1\n---\n\n# Split bills\n\nWhy?\n");
  });

  it("gets an id of its own, whatever number it carries", () => {
    const { text } = make(team("---\ntitle: PRD template\nid: PRD-000\ntype: prd\n---\nWhy?\n"), { template: "rfc" });
    assert.equal(text, "---\ntitle: Split bills\nid: PRD-5\ntype: prd\n---\nWhy?\n");
  });

  it("may be a folder, of which each document is one", () => {
    const [first, second] = choicesIn(team("---\ntype: prd\n---\n"));
    assert.deepEqual(
      [first?.label, first?.id, second?.template, second?.label, second?.detail, second?.id],
      ["Rfc", "PRD-5", "launch-day", "Launch day", "What a launch needs.", "LAUNCH-1"],
    );
    assert.match(make(team(""), { template: "launch-day" }).text, /^type: launch$/m);
  });

  it("is no part of the plan", () => {
    const { engine } = featureState(team("---\ntype: prd\nid: PRD-4\n---\n"));
    assert.deepEqual(
      engine.problems(`${root}/plan.md`).filter(({ rule }) => rule === "duplicate-id"),
      [],
    );
  });

  it("takes the place of ours of its name", () => {
    const named = choicesIn(team("", "  prd: { file: templates/rfc.md, kind: prd }")).filter(
      ({ template }) => template === "prd",
    );
    assert.deepEqual(
      named.map(({ own }) => own),
      [true],
    );
  });

  it("that is broken says what to do", () => {
    const refusal = (source: string, template: string) => {
      const answer = ask(source, { template });
      return "refusal" in answer ? answer.refusal : "";
    };
    assert.match(
      refusal(team("# No kind\n"), "rfc"),
      /does not say what it makes: give templates\/rfc\.md a line such as/,
    );
    assert.match(refusal(team(" \n"), "rfc"), /is empty/);
    assert.match(refusal(team("", "  gone: templates/gone.md"), "gone"), /there is no document at templates\/gone\.md/);
    assert.match(refusal(team(""), "rcf"), /There is no template “rcf”\./);
  });
});

describe("a template that is not there", () => {
  it("is a finding on its path", () =>
    checkProblems(
      `
      //- throughline.yaml
      templates:
        rfc: templates/rcf.md
             ^^^^^^^^^^^^^^^^ warning unmatched-pattern "There is no document at “templates/rcf.md”"
        kit: templates
        note: { file: templates/rfc.md, kind: nte }
                                              ^^^ error config-invalid "There is no kind \`nte\`."
        up: ../rfc.md
            ^^^^^^^^^ error config-invalid "Templates lie in the project's folder"
      //- templates/rfc.md
      # {title}
      //- prd.md
      ---
      type: vision
      id: VIS-1
      owner: ana
      ---
      # Plan
      `,
    ));
});
