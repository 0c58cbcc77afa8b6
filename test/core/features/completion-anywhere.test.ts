import assert from "node:assert/strict";
import fc from "fast-check";
import type { CompletionList } from "vscode-languageserver";
import { documentOffset, documentPosition } from "../../../server/src/base/document.ts";
import { completion } from "../../../server/src/features/completion.ts";
import { featureState } from "../../feature-state.ts";

const text = `---
type: prd
id: PRD-1
title: "Faster: checkout"
owner: @ana
goals: [GOAL-1, {id: KPI-1, target: 3 %}]
features:
  - id: FEAT-1
    title: Pay
    kpis:
      - KPI-1
  - [[x|y]]
status:x
---
# Faster
Owner: ana
- **Status:** draft

See [[GOAL-1]], [it](../goals/growth.md#a) and PRD-1/FR-1.

| Metric | Direction | Target |
|---|---|---|
| Pay | up | 3 |

- [ ] **FR-1:** Fast
### FEAT-2: Wallet
\`\`\`
GOAL-1
\`\`\`
`;
const { state: plain, uri } = featureState(
  `//- goals/growth.md\n---\ntype: goal\nid: GOAL-1\n---\n//- prds/a.md\n${text}$0`,
);
const inserts = fc.constantFrom(
  "",
  ":",
  "[",
  "[[",
  "{",
  '"',
  "'",
  "- ",
  "\n",
  "\t",
  "#",
  "](",
  "|",
  "GO",
  "FR-",
  "@",
  "\\",
  "---\n",
  "```\n",
  "é",
  "😀",
);

describe("completion anywhere", () => {
  it("throws nothing, and replaces a part of the line that holds the cursor", () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(6), inserts, fc.boolean(), (at, length, insert, isWindows) => {
        const spoilt = text.slice(0, at) + insert + text.slice(at + length);
        const written = isWindows ? spoilt.replaceAll("\n", "\r\n") : spoilt;
        const offset =
          at + insert.length + (isWindows ? spoilt.slice(0, at + insert.length).split("\n").length - 1 : 0);
        const document = { uri, text: written };
        plain.engine.apply([{ type: "open", uri, text: written }]);
        const state = { ...plain, document: () => document };
        const position = documentPosition(document, offset);
        for (const context of [{ triggerKind: 1 }, { triggerKind: 2, triggerCharacter: "\n" }]) {
          const params = { textDocument: { uri }, position, context };
          const answer = completion.requests["textDocument/completion"]!(
            params as never,
            state,
            {} as never,
          ) as CompletionList | null;
          for (const { textEdit, label } of answer?.items ?? []) {
            assert.ok(textEdit !== undefined && "range" in textEdit && label !== "");
            const { start, end } = textEdit.range;
            assert.deepEqual([start.line, end.line], [position.line, position.line]);
            assert.ok(documentOffset(document, start) <= offset && offset <= documentOffset(document, end));
          }
        }
      }),
      { numRuns: 120, examples: [[99, 0, "```\n", false]] },
    );
  });
});
