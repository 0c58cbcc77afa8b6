import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../until.ts";
import { openFile, runCommand } from "./actions.ts";
import { hoverAtCursor, openQuickFixes, placeCursor, squiggles, visibleLines } from "./editor.ts";
import { keepWindow } from "./keep-window.ts";
import { problemRows } from "./problems.ts";
import { picture, projectRoot } from "./workbench.ts";

describe("writing a PRD", () => {
  // Tall enough for every row of the Problems view.
  const window = keepWindow({ folder: join(projectRoot, "examples"), extension: projectRoot, height: 1400 });

  it("finds in the sample what its README says", async () => {
    await openFile(window(), "prds/faster-checkout.md");
    const truths = [
      "needs Wallet",
      "has no KPI",
      "though less is better",
      "was to land by Q3 2026",
      "on the way to 35 s",
    ];
    await until("all five truths in the Problems view", async () => {
      const rows = (await problemRows(window())).join("\n");
      return truths.every((truth) => rows.includes(truth));
    });
    await runCommand(window(), "View: Hide Panel");
  });

  it("underlines a wrong value while it is typed, and mends it with the keyboard", async () => {
    await openFile(window(), "prds/faster-checkout.md");
    await placeCursor(window(), 7, 20);
    const before = await squiggles(window(), "warning");
    await window().page.keyboard.type("s");
    await until("one squiggle more", async () => (await squiggles(window(), "warning")) > before);
    await placeCursor(window(), 7, 12);
    assert.match(await hoverAtCursor(window()), /in-progress/);
    await window().page.keyboard.press("Escape");
    assert.match((await openQuickFixes(window())).join("\n"), /in-progress/);
    await picture(window(), "quick-fix");
    await window().page.keyboard.press("Enter");
    await until("the line is mended", async () => (await visibleLines(window())).includes("status: in-progress"));
    await until("the squiggle is gone", async () => (await squiggles(window(), "warning")) === before);
  });

  it("changes nothing in the file until it is saved", () => {
    const path = "prds/faster-checkout.md";
    const [here, there] = [window().folder, join(projectRoot, "examples")].map((folder) =>
      readFileSync(join(folder, path), "utf8"),
    );
    assert.equal(here, there);
  });
});
