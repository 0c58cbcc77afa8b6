import assert from "node:assert/strict";
import { actionsAt, checkAction } from "../../check-action.ts";

const plan = `
  //- kpi.md
  ---
  type: kpi
  id: KPI-1
  title: Completion
  baseline: 61%
  target: 68%
  ---
  //- docs/plan.md
  # Plan
`;

describe("reports in the editor", () => {
  it("are brought up to date where the cursor is", () => {
    checkAction(
      "Update this report",
      `${plan}
  <!-- throughline: kpis fields:title,target -->

  o$0ld

  <!-- /throughline -->

  <!-- throughline: trace -->
  <!-- /throughline -->
  `,
      `
  //- docs/plan.md
  # Plan

  <!-- throughline: kpis fields:title,target -->

  | Title | Target |
  |---|---|
  | [Completion](../kpi.md) | 68 % |

  1 KPI

  <!-- /throughline -->

  <!-- throughline: trace -->
  <!-- /throughline -->
  `,
    );
  });

  it("are brought up to date all at once", () => {
    checkAction(
      "Update 2 reports of this file",
      `${plan}
  <!-- throughline: kpis where:"title:nothing" -->
  <!-- /throughline -->

  <!-- throughline: trace where:"title:nothing" -->
  $0
  <!-- /throughline -->
  `,
      `
  //- docs/plan.md
  # Plan

  <!-- throughline: kpis where:"title:nothing" -->

  There is no KPI.

  <!-- /throughline -->

  <!-- throughline: trace where:"title:nothing" -->

  There is nothing to trace.

  <!-- /throughline -->
  `,
    );
  });

  it("are left alone where they are up to date", () => {
    const { actions, resolve } = actionsAt(
      `${plan}\n  <!-- throughline: kpis where:"title:x" -->\n\n  There is no KPI.$0\n\n  <!-- /throughline -->\n`,
    );
    assert.deepEqual(
      actions.map((action) => [action.title, resolve(action).edit]),
      [["Update this report", undefined]],
    );
  });

  it("are left alone elsewhere, and where they are broken or for git to know", () => {
    const offered = (text: string) => actionsAt(`${plan}\n${text}`).actions.map(({ title }) => title);
    assert.deepEqual(offered("  <!-- throughline: kpis -->\n  <!-- /throughline -->\n\n  He$0re\n"), []);
    assert.deepEqual(offered("  <!-- throughline: kpi -->\n  $0\n  <!-- /throughline -->\n"), []);
    assert.deepEqual(offered("  <!-- throughline: changes since:v1 -->\n  $0\n  <!-- /throughline -->\n"), []);
    assert.deepEqual(offered("  ```\n  <!-- throughline: kpis -->\n  $0\n  <!-- /throughline -->\n  ```\n"), []);
  });

  it("get the end that they lack, and the word that was meant", () => {
    checkAction(
      "End the report here",
      `${plan}
  <!-- throughline: kp$0is -->
  `,
      `
  //- docs/plan.md
  # Plan

  <!-- throughline: kpis -->

  <!-- /throughline -->
  `,
    );
    checkAction(
      "Change to “owner”",
      `${plan}
  <!-- throughline: roadmap where:"title:x ow$0nr:y" -->
  <!-- /throughline -->
  `,
      `
  //- docs/plan.md
  # Plan

  <!-- throughline: roadmap where:"title:x owner:y" -->
  <!-- /throughline -->
  `,
    );
  });
});
