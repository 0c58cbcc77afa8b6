import assert from "node:assert/strict";
import { newDocumentFeature } from "../../../server/src/features/new-document.ts";
import { type NewDocument, type NewDocumentParams, newDocument } from "../../../server/src/protocol.ts";
import { checkProblems } from "../../check.ts";
import { featureState } from "../../feature-state.ts";
import { dedent } from "../../fixture.ts";

/** The text of a new PRD as it is when every tab stop keeps what it says. */
function newPrd(source: string, title = "Split bills"): string {
  const { state } = featureState(source);
  const params: NewDocumentParams = { kind: "prd", title };
  const { snippet } = newDocumentFeature.requests[newDocument]!(params as never, state, {} as never) as NewDocument;
  const stops = [...snippet.matchAll(/\$\{(\d+):/g)].map((match) => Number(match[1]));
  assert.deepEqual(
    stops,
    [...stops].sort((a, b) => a - b),
  );
  return snippet
    .replace(/\$\{\d+:([^{}]*)\}/g, "$1")
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
      goals: tbd
      timeframe: tbd
      ---

      # Split bills

      ## Problem

      What hurts, whom, and how do we know?

      ## Success metrics

      | Metric | Baseline | Target |
      |---|---|---|
      | TBD | tbd | tbd |

      ## Requirements

      - [ ] **FR-1:** What must be true.
      `;
    assert.equal(newPrd(beforeAnything), dedent(expected));
  });

  it("links to KPIs where there are some", () => {
    const text = newPrd(withKpis);
    assert.match(text, /^kpis: tbd$/m);
    assert.doesNotMatch(text, /Success metrics/);
  });

  it("keeps signs of a title that mean something elsewhere", () =>
    assert.match(newPrd(beforeAnything, "Pay $5: {now} \\ later"), /^# Pay \$5: \{now\} \\ later$/m));

  it("is a draft that says what is still to come, and nothing twice", () => {
    const found: Readonly<Record<string, string>> = {
      "id: PRD-1": "    ^^^^^ hint missing-kpi",
      "owner: tbd": "^^^^^ hint missing-owner",
      "goals: tbd": "^^^^^ hint missing-goal",
      "timeframe: tbd": "^^^^^^^^^ hint missing-timeframe",
      "| TBD | tbd | tbd |": "  ^^^ information placeholder-left",
    };
    const text = newPrd(beforeAnything)
      .split("\n")
      .flatMap((line) => [line, ...(found[line] === undefined ? [] : [found[line]])])
      .join("\n");
    checkProblems(`//- prd.md\n${text}`);
  });
});
