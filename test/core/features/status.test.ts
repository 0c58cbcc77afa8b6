import { equal } from "node:assert/strict";
import type { State } from "../../../server/src/features/feature.ts";
import { statusText } from "../../../server/src/features/status.ts";
import { defaultSettings } from "../../../server/src/settings.ts";
import { engineOver } from "../../check.ts";

describe("the status of the server", () => {
  it("says what it holds, for whom, and how long things took", () => {
    const engine = engineOver(`//- throughline.yaml
rules: {}
//- a.md
---
type: goal
id: GOAL-1
kpis: [KPI-1]
---
# Sell more
//- README.md
# Nothing of ours
`);
    const state: State = {
      engine,
      workspace: engine.workspace,
      client: {},
      options: {},
      document: () => undefined,
      version: () => undefined,
      settings: () => defaultSettings,
      taken: () => [],
      takenSoFar: () => [],
      tell: String,
      figures: () => ({
        status: { state: "ready", files: 2, specs: 1, items: 1, errors: 1, warnings: 0, note: "Not all was read." },
        encoding: "utf-16",
        diagnostics: "pull",
        open: 1,
        scan: { files: 3, listed: 1.4, read: 2.6, checked: 10 },
      }),
    };
    const rules = engine.counts(engine.workspace.projects()[0]!).rules;
    equal(
      statusText(state),
      `# Throughline

- State: ready (Not all was read.)
- Problems: 1 errors, 0 warnings
- Open documents: 1
- Positions: utf-16; diagnostics: pull
- Last scan: 3 files; listed in 1 ms, read in 3 ms, checked in 10 ms

| Project | Configuration | Files | Documents | Items | Links | Rules |
|---|---|--:|--:|--:|--:|--:|
| <file:///w> | <file:///w/throughline.yaml> | 2 | 1 | 1 | 1 | ${rules} |
`,
    );
  });
});
