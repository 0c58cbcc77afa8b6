import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../until.ts";
import { messages, openFile, pick, runCommand } from "./actions.ts";
import { hoverAtCursor, placeCursor, squiggles, visibleLines } from "./editor.ts";
import { keepWindow } from "./keep-window.ts";
import { problemRows } from "./problems.ts";
import { projectRoot } from "./workbench.ts";

describe("a folder in Restricted Mode", () => {
  const window = keepWindow({
    folder: join(projectRoot, "examples"),
    extension: projectRoot,
    trusted: false,
    settings: { "security.workspace.trust.startupPrompt": "never" },
  });

  it("gets the same findings", async () => {
    await window().page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor();
    await openFile(window(), "goals/sell-abroad.md");
    await until("a warning under the text", async () => (await squiggles(window(), "warning")) > 0);
    assert.match((await problemRows(window())).join("\n"), /KPI/);
  });

  it("shows titles over a link as text, whatever they look like", async () => {
    const goal = join(window().folder, "goals/sell-abroad.md");
    const evil = "<command:workbench.action.quit> [x](command:workbench.action.quit)";
    writeFileSync(goal, readFileSync(goal, "utf8").replace(/^title: .*$/m, `title: "${evil}"`));
    await openFile(window(), "prds/selling-across-the-border.md");
    const line = (await visibleLines(window())).findIndex((text) => text.startsWith("goals: GOAL-3")) + 1;
    await until("the new title", async () => (await visibleLines(window()))[line - 1]!.includes("<command:"));
    await placeCursor(window(), line, 9);
    assert.match(await hoverAtCursor(window()), /Follow link/);
    assert.equal(await window().page.locator('.monaco-hover a[data-href^="command:"]').count(), 0);
    await window().page.keyboard.press("Escape");
  });

  it("has git asked for nothing, and says so to whoever wants to know what changed", async () => {
    await runCommand(window(), "Throughline: Roadmap Changes Since…");
    await pick(window(), "The Last Commit");
    await until("a word about it", async () =>
      (await messages(window())).some((text) => /only in a folder that you trust/.test(text)),
    );
  });
});
