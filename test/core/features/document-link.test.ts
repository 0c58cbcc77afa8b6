import type { DocumentLink } from "vscode-languageserver";
import { ask, shownPlace } from "../../check-places.ts";
import { featureState } from "../../feature-state.ts";
import { checkText, dedent } from "../../fixture.ts";

/** The links of the document with the cursor: their places, and where they lead. */
function checkLinks(source: string, expected: string): void {
  const asked = featureState(source);
  const links = ask<readonly DocumentLink[]>("textDocument/documentLink", asked);
  const lines = links.map(({ range, target }) => `${shownPlace(asked.state, asked.uri, range)} → ${target}\n`);
  checkText(lines.join(""), dedent(expected));
}

const plan = `
//- throughline.yaml
links:
  jira: https://j.example/browse/{key}
//- goals/growth.md
---
type: goal
id: GOAL-1
title: Growth
kpis: [{ id: KPI-1, title: Sales }]
---
//- notes/call.md
# A call
`;

describe("links in a document", () => {
  it("lead from keys to the tracker, from the block at the top to what is defined elsewhere", () =>
    checkLinks(
      `${dedent(`
      //- prd.md
      ---
      type: prd
      $0jira: [SHOP-12, "SHOP-7"]
      figma: https://figma.example/a
      goals: [GOAL-1, GOAL-9, "[[growth]]"]
      kpis:
        - { id: KPI-1, target: 3% }
        - { id: KPI-2, title: Speed }
      insights: notes/call.md
      ---
      # Pay

      **Ticket:** SHOP-3

      GOAL-1 and [the goal](goals/growth.md)
      `)}${plan}`,
      `
      prd.md:3 jira: [«SHOP-12», "SHOP-7"] → https://j.example/browse/SHOP-12
      prd.md:3 jira: [SHOP-12, "«SHOP-7»"] → https://j.example/browse/SHOP-7
      prd.md:5 goals: [«GOAL-1», GOAL-9, "[[growth]]"] → file:///w/goals/growth.md#L3
      prd.md:5 goals: [GOAL-1, GOAL-9, "«[[growth]]»"] → file:///w/goals/growth.md#L3
      prd.md:7 - { id: «KPI-1», target: 3% } → file:///w/goals/growth.md#L5
      prd.md:9 insights: «notes/call.md» → file:///w/notes/call.md
      prd.md:13 **Ticket:** «SHOP-3» → https://j.example/browse/SHOP-3
      `,
    ));

  it("are none in ordinary Markdown", () =>
    checkLinks(`//- notes.md\n---\njira: SHOP-12\n---\n$0# Notes\n${plan}`, ""));
});
