import assert from "node:assert/strict";
import { readTarget } from "../../../server/src/model/read-target.ts";
import type { Resolution } from "../../../server/src/workspace/query.ts";
import { engineOver } from "../../check.ts";

const plan = `
//- goals/growth.md
---
type: goal
id: GOAL-1
title: Growth
aliases: [GOAL-0, OBJ-1]
---
- **FR-9:** A goal has none, but it may.
//- prds/pay.md
---
type: prd
id: PRD-1
features:
  - { id: FEAT-1, title: Wallet }
  - { title: Refunds }
---
- **FR-1:** It pays.

## FEAT-3: Guest checkout
//- prds/child.md
---
type: prd
id: PRD-2
parent: PRD-1
---
- **FR-2:** It grows.
//- features/wallet.md
---
type: feature
id: FEAT-1
title: The wallet itself
---
//- twins/a/prd.md
---
type: prd
---
//- twins/b/prd.md
---
type: prd
---
//- notes.md
Notes.
//- pay/README.md
---
type: prd
id: PRD-3
---
`;

const { query } = engineOver(plan).workspace.projects()[0]!;

function show(resolution: Resolution): string {
  switch (resolution.type) {
    case "item":
      return `${resolution.found.item.key} in ${resolution.found.file.path}`;
    case "ambiguous":
      return `${resolution.found.map(({ file }) => file.path).join(" or ")}`;
    case "file":
      return `the file ${resolution.path}`;
    default:
      return resolution.type;
  }
}

/** From a document, what a text leads to. */
function leads(from: string, text: string, expected: string): void {
  it(`${text} in ${from}: ${expected}`, () => {
    const target = readTarget(text, from, query.config.schema);
    assert.equal(show(query.resolve(query.file(from)!, target)), expected);
  });
}

describe("a link", () => {
  const goal = "GOAL-1 in goals/growth.md";
  describe("by id, former id or file name, in any case", () => {
    leads("prds/pay.md", "GOAL-1", goal);
    leads("prds/pay.md", "goal-1", goal);
    leads("prds/pay.md", "GOAL-0", goal);
    leads("prds/pay.md", "obj-1", goal);
    leads("prds/pay.md", "growth", goal);
    leads("prds/pay.md", "PRD-1#refunds", "PRD-1#refunds in prds/pay.md");
    leads("goals/growth.md", "FEAT-3", "FEAT-3 in prds/pay.md");
    leads("goals/growth.md", "notes", "the file notes.md");
    leads("goals/growth.md", "nothing", "nothing");
  });

  describe("by path, from the file or from the root", () => {
    leads("prds/pay.md", "../goals/growth.md", goal);
    leads("prds/pay.md", "goals/growth.md", goal);
    leads("prds/pay.md", "/goals/growth.md", goal);
    leads("prds/pay.md", "/goals/growth", goal);
    leads("prds/pay.md", "../goals/growth.md#why", goal);
    leads("prds/pay.md", "child.md", "PRD-2 in prds/child.md");
    leads("prds/pay.md", "../notes.md", "the file notes.md");
    leads("prds/pay.md", "../../goals/growth.md", "nothing");
    leads("prds/pay.md", "../goals/gone.md", "nothing");
  });

  describe("in any spelling of a link", () => {
    leads("prds/pay.md", "[[growth]]", goal);
    leads("prds/pay.md", "[[GOAL-1|Growth]]", goal);
    leads("prds/pay.md", "[[goals/growth#why]]", goal);
    leads("prds/pay.md", "[Growth](../goals/growth.md)", goal);
    leads("prds/pay.md", "[Growth](<../goals/growth.md> 'why')", goal);
    leads("prds/pay.md", "Growth: ../goals/growth.md", goal);
    leads("prds/pay.md", "https://example.com/GOAL-1", "external");
    leads("prds/pay.md", "[x](https://example.com)", "external");
    leads("prds/pay.md", "mailto:ana@example.com", "external");
  });

  describe("leads to the strongest site", () => {
    leads("prds/pay.md", "FEAT-1", "FEAT-1 in features/wallet.md");
  });

  describe("that several files answer to", () => {
    leads("prds/pay.md", "pay", "pay/README.md or prds/pay.md");
    leads("prds/pay.md", "prd", "twins/a/prd.md or twins/b/prd.md");
    leads("prds/pay.md", "../twins/b/prd.md", "prd in twins/b/prd.md");
  });

  describe("to a requirement", () => {
    leads("prds/pay.md", "FR-1", "PRD-1/FR-1 in prds/pay.md");
    leads("prds/child.md", "FR-2", "PRD-2/FR-2 in prds/child.md");
    leads("prds/child.md", "FR-1", "PRD-1/FR-1 in prds/pay.md");
    leads("prds/pay.md", "FR-2", "nothing");
    leads("features/wallet.md", "FR-1", "PRD-1/FR-1 in prds/pay.md");
    leads("goals/growth.md", "FR-1", "nothing");
    leads("features/wallet.md", "PRD-1/FR-1", "PRD-1/FR-1 in prds/pay.md");
    leads("features/wallet.md", "[[PRD-1/FR-1]]", "PRD-1/FR-1 in prds/pay.md");
  });
});
