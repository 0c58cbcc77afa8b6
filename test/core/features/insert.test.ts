import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { documentOffset } from "../../../server/src/base/document.ts";
import type { State } from "../../../server/src/features/feature.ts";
import { insertFeature } from "../../../server/src/features/insert.ts";
import { insertChoicesFeature } from "../../../server/src/features/insert-choices.ts";
import {
  type InsertAnswer,
  type InsertChoice,
  type InsertChoicesParams,
  insert,
  insertChoices,
} from "../../../server/src/write-protocol.ts";
import { root } from "../../check.ts";
import { featureState } from "../../feature-state.ts";
import { dedent } from "../../fixture.ts";

/** The document with what is inserted into it. */
function inserted(source: string, what: string, value?: string): string {
  const { state, uri } = featureState(source, { taken: ["FEAT-8"] });
  const params = { uri, what, ...(value === undefined ? {} : { value }) };
  const answer = insertFeature.requests[insert]!(params as never, state, {} as never) as InsertAnswer;
  if ("refusal" in answer) return answer.refusal;
  const { text } = state.document(uri)!;
  const stops = [...answer.snippet.matchAll(/\$\{?(\d+)/g)].map((match) => Number(match[1]));
  assert.deepEqual(stops, [...stops.slice(0, -1).map((_, at) => at + 1), 0], answer.snippet);
  return (
    text.slice(0, documentOffset({ uri, text }, answer.range.start)) +
    answer.text +
    text.slice(documentOffset({ uri, text }, answer.range.end))
  );
}

const choicesOf = (params: InsertChoicesParams, state: State) =>
  insertChoicesFeature.requests[insertChoices]!(params as never, state, {} as never) as readonly InsertChoice[];

const check = (what: string, before: string, after: string, value?: string) =>
  assert.equal(inserted(`//- prd.md\n${dedent(before).replace("---\n", "---$0\n")}`, what, value), dedent(after));

describe("Insert…", () => {
  it("adds a requirement below the last one, as the document writes them", () => {
    const forms = [
      ["- [x] **FR-007:** Pay.", "- [ ] **FR-008:** What must be true when this is done."],
      ["* FR-1: Pay.", "* FR-2: What must be true when this is done."],
      ["1. `NFR-3` – Fast.", "2. `NFR-4` – What must be true when this is done."],
    ];
    for (const [before, after] of forms) {
      const text = (more: string) => `
        ---
        type: prd
        id: PRD-1
        ---
        # Pay

        ## Requirements

        ${before}${more}

        ## Later

        Nothing.
        `;
      check("requirement", text(""), text(`\n        ${after}`));
    }
  });

  it("adds a row to the table of requirements", () =>
    check(
      "requirement",
      `
      ---
      type: prd
      id: PRD-1
      ---
      | ID | Requirement | Priority |
      |---|---|---|
      | FR-1 | Pay | Must |

      Below.
      `,
      `
      ---
      type: prd
      id: PRD-1
      ---
      | ID | Requirement | Priority |
      |---|---|---|
      | FR-1 | Pay | Must |
      | FR-2 | What must be true when this is done | tbd |

      Below.
      `,
    ));

  it("adds the first requirement where a reader looks for it", () => {
    check(
      "requirement",
      `
      ---
      type: prd
      ---
      # Pay

      ## Requirements

      These hold.

      ## Later
      `,
      `
      ---
      type: prd
      ---
      # Pay

      ## Requirements

      These hold.

      - [ ] **FR-1:** What must be true when this is done.

      ## Later
      `,
    );
    check(
      "requirement",
      "---\ntype: prd\n---\n# Pay\n",
      "---\ntype: prd\n---\n# Pay\n\n## Requirements\n\n- [ ] **FR-1:** What must be true when this is done.\n",
    );
  });

  it("adds a KPI to the table of metrics, or to the block at the top", () => {
    check(
      "kpi",
      `
      ---
      type: prd
      ---
      | Metric | Baseline | Target |
      |---|---|---|
      | KPI-4: Time to pay | 74 s | 35 s |
      `,
      `
      ---
      type: prd
      ---
      | Metric | Baseline | Target |
      |---|---|---|
      | KPI-4: Time to pay | 74 s | 35 s |
      | KPI-5: TBD | tbd | tbd |
      `,
    );
    check(
      "kpi",
      `
      ---
      type: prd
      kpis:
      - KPI-1 # the one
      owner: ana
      ---
      `,
      `
      ---
      type: prd
      kpis:
      - KPI-1 # the one
      - id: KPI-1
        title: TBD
        baseline: tbd
        target: tbd
      owner: ana
      ---
      `,
    );
  });

  it("adds a feature as the others are: a section of the same level with fields in the same form, or an entry", () => {
    const section = (fields: string) => `
      ---
      type: prd
      id: PRD-1
      ---
      #### FEAT-2: Wallet

      ${fields}

      Pays.
      `;
    const added = (fields: string) => `${dedent(section(fields)).trimEnd()}\n`;
    const forms = [
      ["- Status: idea", "- Status: draft"],
      ["- **Status:** idea", "- **Status:** draft"],
      ["**Status:** idea", "**Status:** draft"],
      [
        "| Field | Value |\n      |---|---|\n      | Status | idea |",
        "| Field | Value |\n|---|---|\n| Status | draft |",
      ],
    ];
    for (const [before, after] of forms) {
      const source = `//- prd.md\n${dedent(section(before!)).replace("---\n", "---$0\n")}`;
      const expected = `${added(before!)}\n#### FEAT-9: TBD\n\n${after}\n\nWhat people can do with it.\n`;
      assert.equal(inserted(source, "feature"), expected);
    }
    check(
      "feature",
      "---\ntype: prd\nfeatures:\n  - id: FEAT-1\n    title: Wallet\n---\n",
      "---\ntype: prd\nfeatures:\n  - id: FEAT-1\n    title: Wallet\n  - id: FEAT-9\n    title: TBD\n    status: draft\n---\n",
    );
    check(
      "feature",
      "---\ntype: prd\n---\n# Pay\n",
      "---\ntype: prd\n---\n# Pay\n\n## Features\n\n### FEAT-9: TBD\n\n- Status: draft\n\nWhat people can do with it.\n",
    );
  });

  it("adds a link to what there is, to a list of any form", () => {
    for (const [before, after] of [
      ["goals: GOAL-1", "goals:\n  - GOAL-1\n  - GOAL-2"],
      ["goals: [GOAL-1]", "goals: [GOAL-1, GOAL-2]"],
      ["goals: a, b", "goals: a, b, GOAL-2"],
      ["objectives:\n  - GOAL-1", "objectives:\n  - GOAL-1\n  - GOAL-2"],
      ["owner: ana", "owner: ana\ngoals: GOAL-2"],
    ])
      check("goals", `---\ntype: prd\n${before}\n---\n`, `---\ntype: prd\n${after}\n---\n`, "GOAL-2");
  });

  it("keeps the line endings of the document", () => {
    const { state, uri } = featureState("//- prd.md\n---$0\ntype: prd\n---\n# Pay\n");
    state.engine.apply([{ type: "open", uri, text: "---\r\ntype: prd\r\n---\r\n# Pay\r\n" }]);
    const answer = insertFeature.requests[insert]!({ uri, what: "requirement" } as never, state, {} as never) as {
      text: string;
    };
    assert.doesNotMatch(answer.text, /(?<!\r)\n/);
  });

  it("offers what the kind of the document can have, and links to what is not linked yet", () => {
    const { state, uri } = featureState(`
      //- prd.md
      ---$0
      type: prd
      id: PRD-1
      goals: GOAL-1
      ---
      //- g.md
      ---
      type: goal
      id: GOAL-1
      ---
      //- h.md
      ---
      type: goal
      id: GOAL-2
      title: Trust
      ---
      //- f.md
      ---
      type: feature
      id: FEAT-1
      ---
      `);
    assert.deepEqual(
      choicesOf({ uri }, state).map(({ what, label, isLink, options }) => [what, label, isLink ?? false, options]),
      [
        ["requirement", "Requirement", false, undefined],
        ["kpi", "KPI", false, undefined],
        ["feature", "Feature", false, undefined],
        ["goals", "Goals", true, undefined],
        ["depends-on", "Depends on", true, undefined],
      ],
    );
    const [goals, ...others] = choicesOf({ uri, what: "goals" }, state);
    assert.deepEqual(goals?.options, [{ value: "GOAL-2", label: "GOAL-2", detail: "Trust · draft" }]);
    assert.deepEqual(others, []);
  });

  it("says why where there is no place", () => {
    assert.match(inserted("//- notes.md\nNothing$0.\n", "requirement"), /^This document has no place for it\./);
    assert.match(inserted("//- prd.md\n---$0\ntype: prd\n---\n", "vision"), /^This document has no place for it\./);
  });
});

describe("what is inserted into the sample product", () => {
  const paths = readdirSync("examples", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
  const source = paths.map((path) => `//- ${path}\n${readFileSync(`examples/${path}`, "utf8")}`).join("");

  it("is an item more, and no error", () => {
    let count = 0;
    for (const path of paths) {
      const { state, engine } = featureState(`${source}//- other.md\nO$0ther.\n`);
      const uri = `${root}/${path}`;
      const { text } = state.document(uri)!;
      for (const { what, isLink } of choicesOf({ uri }, state)) {
        const options = isLink === true ? choicesOf({ uri, what }, state)[0]!.options! : undefined;
        const params = { uri, what, ...(options === undefined ? {} : { value: options[0]!.value }) };
        const answer = insertFeature.requests[insert]!(params as never, state, {} as never) as InsertAnswer;
        if ("refusal" in answer) continue;
        count++;
        const { start, end } = answer.range;
        const [from, to] = [start, end].map((place) => documentOffset({ uri, text }, place));
        const itemsBefore = engine.workspace.projects()[0]!.summary(path)!.items.length;
        engine.apply([{ type: "open", uri, text: text.slice(0, from) + answer.text + text.slice(to) }]);
        const itemsAfter = engine.workspace.projects()[0]!.summary(path)!.items.length;
        const errors = engine.problems(uri).filter(({ level }) => level === "error");
        assert.deepEqual(
          errors.map(({ message }) => String(message)),
          [],
          `${what} into ${path}`,
        );
        assert.equal(itemsAfter - itemsBefore, options === undefined ? 1 : 0, `${what} into ${path}: ${answer.text}`);
        engine.apply([{ type: "open", uri, text }]);
      }
    }
    assert.ok(count > 40, `${count} insertions`);
  });
});
