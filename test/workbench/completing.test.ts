import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../until.ts";
import { chooseTheme, openFile, runCommand } from "./actions.ts";
import { openSuggestions, placeCursor, shownSuggestions } from "./editor.ts";
import { keepWindow } from "./keep-window.ts";
import { picture, projectRoot } from "./workbench.ts";

const PRD = "prds/faster-checkout.md";

describe("completing while somebody writes", () => {
  const window = keepWindow({ folder: join(projectRoot, "examples"), extension: projectRoot });
  const keyboard = () => window().page.keyboard;
  const written = () => readFileSync(join(window().folder, PRD), "utf8");
  const before = () => readFileSync(join(projectRoot, "examples", PRD), "utf8");
  const settings = () => join(window().folder, ".vscode", "settings.json");

  /** Undoes all that was typed, so that each test begins with the file as it lies there. */
  async function restore(): Promise<void> {
    await keyboard().press("Escape");
    await runCommand(window(), "File: Revert File");
  }

  async function saved(): Promise<string> {
    const old = written();
    await runCommand(window(), "File: Save");
    await until("the file is saved", () => written() !== old);
    return written();
  }

  it("takes a field and then its value with Enter, and writes exactly these bytes", async () => {
    await openFile(window(), PRD);
    await until("the server is there", async () =>
      window()
        .page.locator(".codelens-decoration a", { hasText: /^4 features/ })
        .isVisible(),
    );
    await placeCursor(window(), 2, 100);
    await keyboard().press("Enter");
    await keyboard().type("prio");
    assert.equal((await openSuggestions(window()))[0], "priority");
    await keyboard().press("Enter");
    await keyboard().type("High");
    await keyboard().press("Escape");
    await keyboard().press("Enter");
    // VS Code closes a bracket by itself only where it has coloured the line already; what is typed over is there once.
    await keyboard().type("guardrails: []");
    await keyboard().press("ArrowLeft");
    await keyboard().type("KPI-");
    await until("ids", async () => (await shownSuggestions(window())).length > 2);
    await picture(window(), "ids-dark");
    const [first] = await shownSuggestions(window());
    await keyboard().press("Enter");
    await until("the list is closed", async () => (await shownSuggestions(window())).length === 0);
    const lines = before().split("\n");
    lines.splice(2, 0, "priority: High", `guardrails: [${first}]`);
    assert.equal(await saved(), lines.join("\n"));
  });

  it("shows titles, status and owner beside ids, in the light too", async () => {
    await chooseTheme(window(), "light");
    await placeCursor(window(), 2, 100);
    await keyboard().press("Enter");
    await keyboard().type("audience:");
    await until("ids", async () => (await shownSuggestions(window())).length > 0);
    await picture(window(), "ids-light");
    await restore();
  });

  it("says what it writes to turn lists on, and they open in the block alone", async () => {
    assert.equal(existsSync(settings()), false);
    await runCommand(window(), "Throughline: Suggest While Typing…");
    const dialog = window().page.locator(".monaco-dialog-box");
    await dialog.waitFor();
    assert.match((await dialog.textContent()) ?? "", /"strings":\s"on"/);
    await picture(window(), "suggest-while-typing");
    await dialog.locator(".monaco-button", { hasText: "Turn On" }).click();
    await until(
      "the settings are written",
      () => existsSync(settings()) && readFileSync(settings(), "utf8").includes("on"),
    );
    assert.deepEqual(JSON.parse(readFileSync(settings(), "utf8")), {
      "[markdown]": { "editor.quickSuggestions": { other: "off", comments: "off", strings: "on" } },
    });
    await openFile(window(), PRD);
    await placeCursor(window(), 2, 100);
    await keyboard().press("Enter");
    await keyboard().type("summ", { delay: 60 });
    await until("a list by itself", async () => (await shownSuggestions(window()))[0] === "summary");
    await restore();
    const body = before().split("\n").length;
    await placeCursor(window(), body, 1);
    await keyboard().press("Enter");
    await keyboard().type("Some words in the text", { delay: 30 });
    await window().page.waitForTimeout(800);
    assert.deepEqual(await shownSuggestions(window()), []);
    await restore();
  });
});
