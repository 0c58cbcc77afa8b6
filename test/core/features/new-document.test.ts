import assert from "node:assert/strict";
import { checkProblems, root } from "../../check.ts";
import { featureState } from "../../feature-state.ts";
import { dedent } from "../../fixture.ts";
import { choicesIn, filled, make } from "../../new-documents.ts";

const beforeAnything = `
  //- notes.md
  No$0thing yet.
  `;

const withKpis = `
  //- kpi.md
  ---
  type: kpi
  id: KPI-1
  title: C$0ompletion
  ---
  `;

describe("a new PRD", () => {
  it("asks once for what it is measured by: in a table before there are KPIs", () => {
    const expected = `
      ---
      type: prd
      id: PRD-1
      owner: tbd
      status: draft
      timeframe: tbd
      goals: tbd
      ---

      # Split bills

      ## Problem

      Who has which problem, when, and how we know.

      ## What we want

      What is different for them when this is done.

      ## Success metrics

      | Metric | Baseline | Target |
      |---|---|---|
      | TBD | tbd | tbd |

      ## Requirements

      - [ ] **FR-1:** What must be true when this is done.

      ## Not in this document

      - What a reader may expect and will not find.
      `;
    assert.equal(make(beforeAnything).text, dedent(expected));
  });

  it("links to KPIs where there are some", () => {
    const { text } = make(withKpis);
    assert.match(text, /^kpis: tbd$/m);
    assert.doesNotMatch(text, /Success metrics/);
    assert.match(text, /^What is different for them when this is done\.\n\n## Requirements$/m);
  });

  it("keeps signs of a title that mean something elsewhere", () => {
    const { text, snippet } = make(beforeAnything, { title: "Pay $5: {now} \\ «later|» $1" });
    assert.match(text, /^# Pay \$5: \{now\} \\ «later\|» \$1$/m);
    assert.equal(filled(snippet), text);
  });

  it("is a draft that says what is still to come, and nothing twice", () => {
    const found: Readonly<Record<string, string>> = {
      "id: PRD-1": "    ^^^^^ hint missing-kpi",
      "owner: tbd": "^^^^^ hint missing-owner",
      "goals: tbd": "^^^^^ hint missing-goal",
      "timeframe: tbd": "^^^^^^^^^ hint missing-timeframe",
      "| TBD | tbd | tbd |": "  ^^^ information placeholder-left",
    };
    const text = make(beforeAnything)
      .text.split("\n")
      .flatMap((line) => [line, ...(found[line] === undefined ? [] : [found[line]])])
      .join("\n");
    checkProblems(`//- prd.md\n${text}`);
  });
});

describe("every template that comes with Throughline", () => {
  const names = choicesIn(beforeAnything).map(({ template }) => template);

  it("is offered, the PRD first", () => {
    const all = "prd one-pager pr-faq feature goal kpi vision audience insight launch decision";
    assert.deepEqual(names, all.split(" "));
  });

  for (const name of names) {
    it(`${name}: its tab stops go from the first to the last, and leave the text as it is`, () => {
      const { text, snippet } = make(withKpis, { template: name, owner: "ana" });
      const stops = [...snippet.matchAll(/\$\{?(\d+)/g)].map((match) => Number(match[1]));
      assert.deepEqual(stops, [...stops.slice(0, -1).map((_, at) => at + 1), 0]);
      assert.equal(filled(snippet), text);
    });

    it(`${name}: is a document of the plan without an error or a warning`, () => {
      const { path, text } = make(withKpis, { template: name, owner: "ana" });
      const { engine } = featureState(`${dedent(withKpis)}\n//- ${path}\n${text}`);
      const problems = engine.problems(`${root}/${path}`);
      assert.deepEqual(
        problems.filter(({ level }) => level === "error" || level === "warning").map(({ message }) => String(message)),
        [],
      );
      assert.equal(engine.workspace.projects()[0]!.summary(path)?.items[0]?.title, "Split bills");
    });
  }
});

describe("where a new document lies", () => {
  const plan = `
    //- prds/checkout.md
    ---
    type: prd
    id: PRD-007
    ---
    # Ch$0eckout
    //- prds/archive/old.md
    ---
    type: prd
    id: PRD-3
    aliases: PRD-9
    ---
    //- prds/split-bills.md
    ---
    type: prd
    id: PRD-2
    ---
    `;

  it("is where most of its kind are, under a name that is free, with an id that nobody had", () => {
    const { path, text } = make(plan);
    assert.equal(path, "prds/split-bills-2.md");
    assert.match(text, /^id: PRD-010$/m);
  });

  it("is the folder that was asked for, the project's own too", () => {
    assert.equal(make(plan, { folder: "later/on" }).path, "later/on/split-bills.md");
    assert.equal(make(plan, { folder: "" }).path, "split-bills.md");
  });

  it("is a folder named after the kind for the first of it", () =>
    assert.equal(make(plan, { template: "kpi", title: "Überweisungen" }).path, "kpis/überweisungen.md"));

  it("is where the configuration has documents looked for", () => {
    const lies = (config: string): string =>
      make(`${dedent(plan)}//- throughline.yaml\n${config}\n`, { template: "kpi", title: "Sales" }).path;
    assert.equal(lies("files: [prds/**]"), "prds/kpis/sales.md");
    assert.equal(lies("files: [prds/*.md]"), "prds/sales.md");
    assert.equal(lies("files: [prds/**, kpis/**]"), "kpis/sales.md");
    assert.equal(lies("files: [plan/**, prds/**]\nignore: [plan/kpis/**]"), "prds/kpis/sales.md");
  });

  it("skips ids that were taken on other branches", () => {
    const { text } = make(plan, { taken: ["PRD-12", "GOAL-40", "PRD-x", "PRD-1/FR-99"] });
    assert.match(text, /^id: PRD-013$/m);
  });

  it("is named as the others are, by their ids", () => {
    const source = `
      //- specs/feat-1-wallet.md
      ---
      type: feature
      id: FEAT-1
      ---
      # W$0allet
      //- specs/feat-2-gifts.md
      ---
      type: feature
      id: FEAT-2
      ---
      `;
    assert.equal(make(source, { template: "feature" }).path, "specs/feat-3-split-bills.md");
  });
});

describe("a new document of a team's own kind", () => {
  const config = `
    //- throughline.yaml
    kinds:
      rfc:
        extends: feature
        match: rfcs/*.md
        when: { layout: [rfc, proposal] }
        id: { file: "{n}-{slug}.md", format: "RFC-{n}" }
        required: [owner]
        status: { parked: draft, live: done }
        sections: [Motivation, Design]
      decision:
        match: adr/*.md
        id: { file: "{n}-{slug}.md", format: "ADR-{n}" }
      goal:
        id: { field: okr, format: "OKR-{n}" }
      kpi:
        match: kpis/*.kpi.md
      feature:
        match: features/*/README.md
        id: { file: "{slug}/README.md" }
    people: [ana, bo]
    //- adr/0007-use-postgres.md
    # Use Post$0gres
    //- goals/growth.md
    ---
    type: goal
    okr: 4
    kpis: tbd
    ---
    `;

  it("lies where its files are looked for, is known by its name, and says what `match` asks for instead of a type", () => {
    const { path, text, snippet } = make(config, { template: "rfc" });
    assert.equal(path, "rfcs/1-split-bills.md");
    const expected = `
      ---
      layout: rfc
      owner: tbd
      status: parked
      ---

      # Split bills

      ## Motivation

      What belongs here.

      ## Design

      What belongs here.
      `;
    assert.equal(text, dedent(expected));
    assert.match(snippet, /^owner: \$\{1\|tbd,ana,bo\|\}\nstatus: \$\{2\|parked,live\|\}$/m);
  });

  it("goes on counting as its file names do", () => {
    assert.equal(make(config, { template: "decision" }).path, "adr/0008-split-bills.md");
    assert.equal(make(config, { template: "decision", taken: ["ADR-0011"] }).path, "adr/0012-split-bills.md");
  });

  it("says its number in the field that has it", () => {
    const { path, text } = make(config, { template: "goal" });
    assert.equal(path, "goals/split-bills.md");
    assert.match(text, /^okr: "?5"?$/m);
    assert.doesNotMatch(text, /^id:/m);
  });

  it("has a name that its pattern matches, or the folder that is its name", () => {
    assert.equal(make(config, { template: "kpi" }).path, "kpis/split-bills.kpi.md");
    const { path, text } = make(config, { template: "feature" });
    assert.equal(path, "features/split-bills/README.md");
    assert.doesNotMatch(text, /^(id|type):/m);
  });

  it("says its type where its folder does not tell the kind", () =>
    assert.match(make(config, { template: "rfc", folder: "elsewhere" }).text, /^---\ntype: rfc\nlayout: rfc$/m));

  it("is offered before what comes with Throughline, with the id that it gets", () => {
    const [first] = choicesIn(config);
    assert.deepEqual([first?.template, first?.label, first?.id, first?.own], ["rfc", "RFC", "RFC-1", true]);
  });
});
