import assert from "node:assert/strict";
import { semanticTokens } from "../../../server/src/features/semantic-tokens.ts";
import { checkTokens } from "../../check-tokens.ts";

const plan = `
//- gone.md
---
type: feature
id: FEAT-1
title: Given up
status: dropped
---
//- kpi.md
---
type: kpi
id: KPI-1
title: Completion
---
`;

describe("semantic tokens", () => {
  it("colour fields, words with a meaning, and names that lead somewhere", () => {
    checkTokens(
      `//- prd.md
---
type: prd
id: PRD-1$0
status: planned
due: 2027-Q1
depends-on: [FEAT-1, FEAT-9]
kpis:
  - KPI-1
  - { id: KPI-2, title: Time, target: 3 s, measurements: [{ date: 2026-11-01, value: 5 s }] }
sta
---
# PRD-1: One-tap pay
Owner: ana

KPI-1 and [[FEAT-1]], not KPI-9.

\`\`\`
KPI-1
\`\`\`
${plan}`,
      `id:property PRD-1:variable+definition
status:property planned:enumMember
due:property 2027-Q1:number
depends-on:property FEAT-1:variable+deprecated
kpis:property
KPI-1:variable
id:property KPI-2:variable+definition title:property target:property 3 s:number measurements:property 2026-11-01:number 5 s:number
PRD-1:variable
Owner:property
KPI-1:variable FEAT-1:variable+deprecated
`,
    );
  });

  it("colour nothing in ordinary Markdown", () =>
    checkTokens(`//- note.md\n---\nstatus: done\n---\nKPI-1$0\n${plan}`, ""));

  it("are packed from the one before, with a bit for each modifier", () => {
    const token = (line: number, start: number, end: number, type: string, modifiers: readonly string[] = []) => ({
      range: { start: { line, character: start }, end: { line, character: end } },
      type,
      modifiers,
    });
    const tokens = [token(2, 0, 2, "property"), token(2, 4, 9, "variable", ["definition"]), token(5, 1, 3, "number")];
    assert.deepEqual(semanticTokens.pack?.(tokens as never), {
      data: [2, 0, 2, 0, 0, 0, 4, 5, 3, 1, 3, 1, 2, 2, 0],
    });
  });

  it("are left to the grammar where a client has one", () => {
    const client = { textDocument: { semanticTokens: {} } } as never;
    assert.equal(semanticTokens.capabilities(client, { withoutSemanticTokens: true }), undefined);
    assert.notEqual(semanticTokens.capabilities(client, {}), undefined);
    assert.equal(semanticTokens.capabilities({}, {}), undefined);
  });
});
