import assert from "node:assert/strict";
import { newDocumentFeature } from "../../../server/src/features/new-document.ts";
import {
  type NewChoice,
  type NewDocument,
  type NewDocumentParams,
  type NewRefusal,
  newChoices,
  newDocument,
} from "../../../server/src/protocol.ts";
import { checkProblems, root } from "../../check.ts";
import { featureState } from "../../feature-state.ts";
import { dedent } from "../../fixture.ts";

type Asked = Partial<Omit<NewDocumentParams, "folder">> & {
  readonly folder?: string;
  readonly taken?: readonly string[];
};

interface Made {
  readonly path: string;
  readonly text: string;
  readonly snippet: string;
}

/** What is made in a workspace; `folder` is a path in it. */
function make(source: string, { taken, folder, ...asked }: Asked = {}): Made {
  const answer = ask(source, { taken, folder, ...asked });
  if ("refusal" in answer) throw new Error(answer.refusal);
  return { ...answer, path: decodeURI(answer.uri.slice(root.length + 1)) };
}

function ask(source: string, { taken, folder, ...asked }: Asked): NewDocument | NewRefusal {
  const { state } = featureState(source, { taken });
  const params: NewDocumentParams = {
    ...{ template: "prd", title: "Split bills", ...asked },
    ...(folder === undefined ? {} : { folder: folder === "" ? root : `${root}/${folder}` }),
  };
  return newDocumentFeature.requests[newDocument]!(params as never, state, {} as never) as NewDocument | NewRefusal;
}

function choicesIn(source: string): readonly NewChoice[] {
  return newDocumentFeature.requests[newChoices]!({} as never, featureState(source).state, {} as never) as NewChoice[];
}

/** The text of a new document when every tab stop keeps what it says. */
function filled(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1")
    .replace(/\$\{\d+(?::((?:\\.|[^{}\\])*))?\}/g, "$1")
    .replace("$0", "")
    .replace(/\\(.)/g, "$1");
}

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
