import { progressOf } from "../../../server/src/workspace/progress.ts";
import { engineOver } from "../../check.ts";
import { checkText, dedent } from "../../fixture.ts";

function checkProgress(source: string, expected: string): void {
  const { query } = engineOver(source).workspace.projects()[0]!;
  const lines = query.items().flatMap((found) => {
    if (found.item.id === undefined || found.item.kind === "requirement") return [];
    const progress = progressOf(query, found);
    const words = progress === undefined ? "nobody can tell" : `${progress.done} of ${progress.all} ${progress.of}`;
    return [`${found.item.id} ${words}`];
  });
  checkText(`${lines.join("\n")}\n`, dedent(expected));
}

describe("progress", () => {
  it("counts children that are done, each once, and none that are dropped", () => {
    checkProgress(
      `
      //- goal.md
      ---
      type: goal
      id: GOAL-1
      ---
      //- part.md
      ---
      type: goal
      id: GOAL-2
      status: achieved
      parent: GOAL-1
      ---
      //- prd.md
      ---
      type: prd
      id: PRD-1
      status: active
      goals: GOAL-1
      features:
        - { id: FEAT-1, title: One, status: shipped }
        - { id: FEAT-2, title: Two, status: cancelled }
        - { id: FEAT-3, title: Three }
        - FEAT-4
      ---
      - [x] FR-1 It counts nothing beside children
      //- 4.md
      ---
      type: feature
      id: FEAT-4
      status: live
      parent: PRD-1
      goals: GOAL-1
      ---
      //- decision.md
      ---
      type: decision
      id: DEC-1
      status: accepted
      goals: GOAL-1
      ---
      `,
      `
      FEAT-4 nobody can tell
      DEC-1 nobody can tell
      GOAL-1 3 of 5 children
      GOAL-2 nobody can tell
      PRD-1 2 of 3 children
      FEAT-1 nobody can tell
      FEAT-2 nobody can tell
      FEAT-3 nobody can tell
      `,
    );
  });

  it("counts requirements that hold where there are no children", () => {
    checkProgress(
      `
      //- boxes.md
      ---
      type: prd
      id: PRD-1
      ---
      - [x] FR-1 It pays
      - [ ] FR-2 It refunds
      - FR-3 Without a box nobody can tell
      //- words.md
      ---
      type: prd
      id: PRD-2
      status: shipped
      ---
      | ID | Requirement | Status |
      |---|---|---|
      | FR-1 | It pays | Shipped |
      | FR-2 | It refunds | Planned |
      | FR-3 | It sings | Dropped |
      //- open.md
      ---
      type: prd
      id: PRD-3
      ---
      - [ ] FR-1 Nothing holds yet
      //- dropped.md
      ---
      type: prd
      id: PRD-4
      features:
        - { id: FEAT-1, title: One, status: cancelled }
      ---
      - [x] FR-1 It pays
      `,
      `
      PRD-1 1 of 2 requirements
      PRD-4 1 of 1 requirements
      FEAT-1 nobody can tell
      PRD-3 0 of 1 requirements
      PRD-2 1 of 2 requirements
      `,
    );
  });

  it("is nothing, and not 0 %, where nobody can tell", () => {
    checkProgress(
      `
      //- empty.md
      ---
      type: prd
      id: PRD-1
      status: active
      ---
      //- plain.md
      ---
      type: prd
      id: PRD-2
      status: done
      ---
      - FR-1: It pays
      `,
      `
      PRD-1 nobody can tell
      PRD-2 nobody can tell
      `,
    );
  });
});
