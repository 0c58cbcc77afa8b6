import assert from "node:assert/strict";
import type { WorkspaceEdit } from "vscode-languageserver";
import { documentOffset } from "../../../server/src/base/document.ts";
import { applyEdits } from "../../../server/src/base/span.ts";
import { itemFieldsFeature } from "../../../server/src/features/item-fields.ts";
import type { EditAnswer } from "../../../server/src/protocol.ts";
import { type ItemField, type ItemFields, itemFields, setField } from "../../../server/src/write-protocol.ts";
import { featureState } from "../../feature-state.ts";
import { checkText, dedent } from "../../fixture.ts";

function ask<Answer>(request: string, params: unknown, { state }: ReturnType<typeof featureState>): Answer {
  return itemFieldsFeature.requests[request]!(params as never, state, {} as never) as Answer;
}

/** What *Set Field…* knows about a field of the item that the cursor is in. */
function fieldIn(source: string, field: string): ItemField | undefined {
  const at = featureState(source);
  const answer = ask<ItemFields | null>(itemFields, { uri: at.uri, position: at.position, field }, at);
  return answer?.fields[0];
}

/** The document with the cursor after a field of the item there was set, or why it was not. */
function set(source: string, field: string, values: readonly string[]): string {
  const at = featureState(source);
  const { item } = ask<ItemFields>(itemFields, { uri: at.uri, position: at.position }, at);
  const { edit, refusal } = ask<EditAnswer>(setField, { item, field, values }, at);
  if (edit === undefined) return refusal!;
  const document = at.state.document(at.uri)!;
  const edits = (edit as WorkspaceEdit).changes![at.uri]!.map(({ range, newText }) => ({
    span: { start: documentOffset(document, range.start), end: documentOffset(document, range.end) },
    newText,
  }));
  return applyEdits(document.text, edits);
}

const goal = `
  ---
  type: goal
  id: GOAL-1
  ti$0tle: Growth
  kpis:
    # The one that counts.
    - id: KPI-1
      target: 65% # as agreed
    - KPI-2 # for now
  ---
  `;

const prd = `
  ---
  type: prd
  id: PRD-1
  ti$0tle: Checkout
  features:
    - id: FEAT-2
      title: Autofill
      owner: ana
    - title: Cards, twice
    - FEAT-9
  ---
  `;

describe("Set Field… on a list of links", () => {
  it("knows all that is in it, however it is written", () => {
    assert.equal(fieldIn(goal, "kpis")?.current, "KPI-1, KPI-2");
    assert.equal(fieldIn(prd, "features")?.current, `FEAT-2, "Cards, twice", FEAT-9`);
  });

  it("adds one, and leaves the others with their values and comments", () =>
    checkText(
      set(goal, "kpis", ["KPI-2", "KPI-1", "KPI-8"]),
      dedent(goal.replace("$0", "").replace("for now\n", "for now\n    - KPI-8\n")),
    ));

  it("takes one out, and leaves the others", () => {
    const left = goal.replace("$0", "");
    checkText(set(goal, "kpis", ["KPI-1"]), dedent(left.replace("    - KPI-2 # for now\n", "")));
    checkText(
      set(goal, "kpis", ["KPI-2", "KPI-3"]),
      dedent(
        left.replace("    - id: KPI-1\n      target: 65% # as agreed\n", "").replace("now\n", "now\n    - KPI-3\n"),
      ),
    );
    checkText(set(goal, "kpis", ["KPI-3"]), dedent(left.replace(/ {4}- id[\s\S]*now\n/, "    - KPI-3\n")));
  });

  it("works in brackets, too", () =>
    checkText(
      set(goal.replace(/kpis:[\s\S]*now/, "kpis: [{ id: KPI-1, target: 65% }, KPI-2]"), "kpis", ["KPI-1", "KPI-8"]),
      dedent(goal.replace("$0", "").replace(/kpis:[\s\S]*now/, "kpis: [{ id: KPI-1, target: 65% }, KPI-8]")),
    ));

  it("never loses an item that is written in it", () => {
    checkText(
      set(prd, "features", ["FEAT-2", "Cards, twice", "FEAT-7"]),
      dedent(prd.replace("$0", "").replace("FEAT-9", "FEAT-7")),
    );
    const refusal = (name: string) =>
      `${name} is written in this list, with all that is said about it. Take it out in the document.`;
    assert.equal(set(prd, "features", ["FEAT-9"]), refusal("FEAT-2"));
    assert.equal(set(prd, "features", []), refusal("FEAT-2"));
    assert.equal(set(prd, "features", ["FEAT-2", "FEAT-9"]), refusal("Cards, twice"));
  });

  it("leaves alone what it cannot change without loss", () =>
    assert.match(
      set(goal.replace(/kpis:[\s\S]*now/, "kpis: { id: KPI-1, target: 65% }"), "kpis", ["KPI-1", "KPI-2"]),
      /Change it in the document/,
    ));
});

describe("Set Field… on an owner", () => {
  const owned = (owner: string) => fieldIn(goal.replace("kpis:", `owner: ${owner}\n  kpis:`), "owner");

  it("asks for the one who takes over, and for several where there are several", () => {
    assert.equal(owned("ana")?.many, false);
    assert.equal(owned("tbd")?.many, false);
    assert.equal(owned("ana, bo")?.many, true);
  });
});

describe("Set Field… on a status", () => {
  const field = (status: string, more = "") =>
    fieldIn(
      `${goal.replace("type: goal", "type: prd").replace("kpis:", `status: ${status}\n  kpis:`)}${more}`,
      "status",
    )!;
  const few = (from: ItemField) => from.options.filter(({ rare }) => !rare);

  it("offers few words under their phases, and finds the others by typing", () => {
    const groups = few(field("draft")).map(({ group, label }) => `${group}: ${label}`);
    assert.deepEqual(groups, [
      ...["Draft: draft", "Draft: proposed", "Draft: on-hold"],
      ...["Active: planned", "Active: in-progress", "Active: blocked"],
      ...["Done: shipped", "Dropped: cancelled"],
    ]);
    assert.ok(field("draft").options.some(({ label, rare }) => label === "backlog" && rare));
  });

  it("knows the word that stands there, however it is written", () => {
    const current = few(field("In Progress")).filter((option) => option.current);
    assert.deepEqual(current, [{ value: "In Progress", label: "In Progress", group: "Active", current: true }]);
    assert.deepEqual(
      few(field("backlog"))
        .filter((option) => option.current)
        .map(({ label }) => label),
      ["backlog"],
    );
    assert.deepEqual(few(field("thinking hard"))[0], { value: "thinking hard", label: "thinking hard", current: true });
  });

  it("spells words as the project does, its own among them", () => {
    const others = ["QA Check", "In Progress", "In Progress"].map(
      (status, n) => `//- other-${n}.md\n  ---\n  type: prd\n  status: ${status}\n  ---\n  `,
    );
    const config = `//- throughline.yaml\n  kinds: { prd: { status: { QA Check: active, Dog Food: active } } }\n  `;
    const words = few(field("draft", `${others.join("")}${config}`)).map(({ label }) => label);
    assert.ok(words.includes("In Progress") && words.includes("QA Check") && words.includes("Dog Food"), words.join());
    assert.ok(!words.includes("in-progress"), words.join());
  });
});

describe("Set Field… on other fields", () => {
  it("knows what stands there in other words", () => {
    const current = (name: string, text: string) =>
      fieldIn(goal.replace("type: goal", "type: prd").replace("kpis:", `${name}: ${text}\n  kpis:`), name)!
        .options.filter((option) => option.current)
        .map(({ value, label }) => `${label} = ${value}`);
    assert.deepEqual(current("timeframe", "Q1 2027"), ["2027-Q1 = Q1 2027"]);
    assert.deepEqual(current("timeframe", "2031"), ["2031 = 2031"]);
    assert.deepEqual(current("health", "At-risk: the contract"), ["at risk = At-risk: the contract"]);
    assert.deepEqual(current("owner", "Ana"), ["Ana = Ana"]);
  });
});

describe("Set Field… on a title", () => {
  const doc = (top: string, body: string) => `
    ---
    type: prd
    ${top}owner: $0ana
    ---

    ${body}

    Text.
    `;

  it("starts from the heading, and changes the heading", () => {
    const source = doc("", "# Old *name*");
    assert.equal(fieldIn(source, "title")?.current, "Old name");
    checkText(set(source, "title", ["New name"]), dedent(doc("", "# New name").replace("$0", "")));
  });

  it("keeps the id in the heading", () => {
    checkText(
      set(doc("", "# PRD-7: Old name"), "title", ["New name"]),
      dedent(doc("", "# PRD-7: New name").replace("$0", "")),
    );
    checkText(
      set(doc("", "### FEAT-2: O$0ld").replace("$0ana", "ana"), "title", ["New"]),
      dedent(doc("", "### FEAT-2: New").replace("$0", "")),
    );
  });

  it("changes the field and a heading that says the same, and leaves one that says something else", () => {
    checkText(
      set(doc("title: Old\n    ", "# Old"), "title", ["New"]),
      dedent(doc("title: New\n    ", "# New").replace("$0", "")),
    );
    checkText(
      set(doc("title: Old\n    ", "# Specification"), "title", ["New"]),
      dedent(doc("title: New\n    ", "# Specification").replace("$0", "")),
    );
  });

  it("takes no heading away", () =>
    assert.equal(
      set(doc("", "# Old"), "title", []),
      "The title is the heading “Old”. Write another one, or take the heading out.",
    ));
});

describe("Set Field… on what stands below the title", () => {
  it("changes it there", () => {
    const source = (status: string) => `
      ---
      type: prd
      ---

      # A $0title

      - Status: ${status}
      - Owner: ana
      `;
    checkText(set(source("draft"), "status", ["planned"]), dedent(source("planned").replace("$0", "")));
    const table = (owner: string) =>
      source("draft").replace("- Status: draft\n      - Owner: ana", `| Owner | ${owner} |\n      |---|---|`);
    checkText(set(table("ana"), "owner", ["bo", "emre"]), dedent(table("bo, emre").replace("$0", "")));
  });
});

describe("Set Field… where two projects have the same id", () => {
  const source = `
    //- throughline.yaml
    people: [ana]
    //- goal.md
    ---
    type: goal
    id: GOAL-1
    title: Outer
    ---
    //- a/throughline.yaml
    people: [ana]
    //- a/goal.md
    ---
    type: goal
    id: GOAL-1
    title: In$0ner
    ---
    `;

  it("changes the one that is meant", () => {
    const at = featureState(source);
    const fields = ask<ItemFields>(itemFields, { item: "GOAL-1", uri: at.uri, position: at.position }, at);
    assert.equal(fields.title, "Inner");
    const { item, uri } = fields;
    const { edit } = ask<EditAnswer>(setField, { item, uri, field: "owner", values: ["ana"] }, at);
    assert.deepEqual(Object.keys((edit as WorkspaceEdit).changes!), [at.uri]);
  });
});
