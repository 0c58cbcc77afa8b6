import assert from "node:assert/strict";
import { join } from "node:path";
import { until } from "../until.ts";
import { messages, openFile, pick, runCommand } from "./actions.ts";
import { squiggles } from "./editor.ts";
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

  it("has git asked for nothing, and says so to whoever wants to know what changed", async () => {
    await runCommand(window(), "Throughline: Roadmap Changes Since…");
    await pick(window(), "The Last Commit");
    await until("a word about it", async () =>
      (await messages(window())).some((text) => /only in a folder that you trust/.test(text)),
    );
  });
});
