import assert from "node:assert/strict";
import { join } from "node:path";
import { until } from "../until.ts";
import { chooseTheme, openFile, pick, runCommand } from "./actions.ts";
import { keepWindow } from "./keep-window.ts";
import { picture, projectRoot } from "./workbench.ts";

describe("the walkthrough", () => {
  const window = keepWindow({ folder: join(projectRoot, "examples"), extension: projectRoot, theme: "light" });
  const step = (id: string) => window().page.locator(`[data-step-id="throughline.throughline#start#${id}"]`).first();
  const steps = ["track", "mend", "roadmap", "share"];
  /** VS Code loads each picture into a frame of its own. */
  const isDrawn = async () => {
    const counts = window()
      .page.frames()
      .map((frame) =>
        frame
          .locator('svg[viewBox="0 0 520 340"]')
          .count()
          .catch(() => 0),
      );
    return (await Promise.all(counts)).some((count) => count > 0);
  };

  async function showEach(theme: string): Promise<void> {
    for (const id of steps) {
      await step(id).click();
      await until("its picture", isDrawn);
      // It fades in.
      await window().page.waitForTimeout(700);
      await picture(window(), `walkthrough-${id}-${theme}`);
    }
  }

  it("does not open by itself", async () => {
    await openFile(window(), "prds/faster-checkout.md");
    await window().page.locator(".codelens-decoration", { hasText: "4 features" }).waitFor();
    assert.equal(await window().page.locator(".gettingStartedContainer").count(), 0);
  });

  it("shows four steps when it is asked for", async () => {
    await runCommand(window(), "Welcome: Open Walkthrough...");
    await pick(window(), "Get Started with Throughline");
    const entry = window()
      .page.locator(".getting-started-category", { hasText: "Get Started with Throughline" })
      .first();
    // Now and then VS Code stops at its list of walkthroughs; a person goes on from there.
    await until("its steps", async () => {
      if (await step("track").isVisible()) return true;
      if (await entry.isVisible()) await entry.click();
      return false;
    });
    for (const id of steps) await step(id).waitFor();
    await runCommand(window(), "View: Toggle Primary Side Bar Visibility");
    await showEach("light");
    await chooseTheme(window(), "dark");
    await showEach("dark");
  });

  it("ticks off what was done", async () => {
    await step("roadmap").click();
    await window().page.locator(".monaco-button", { hasText: "Open Roadmap" }).locator("visible=true").first().click();
    await step("roadmap").locator(".codicon.complete, .complete").first().waitFor();
    await picture(window(), "walkthrough-done");
  });
});
