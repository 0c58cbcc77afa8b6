import assert from "node:assert/strict";
import { join } from "node:path";
import type { Locator } from "playwright-core";
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

  /** Now and then VS Code goes back to its list of walkthroughs, where steps stand but are off; a person goes on from there. */
  async function openStep(id: string): Promise<void> {
    const entry = window()
      .page.locator(".getting-started-category", { hasText: "Get Started with Throughline" })
      .first();
    const click = (on: Locator) =>
      on.click({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    await until(`the step “${id}”`, async () => {
      if ((await step(id).isVisible()) && (await step(id).isEnabled())) return await click(step(id));
      if (await entry.isVisible()) await click(entry);
      return false;
    });
  }

  async function showEach(theme: string): Promise<void> {
    for (const id of steps) {
      await openStep(id);
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
    await openStep("track");
    for (const id of steps) await step(id).waitFor();
    await runCommand(window(), "View: Toggle Primary Side Bar Visibility");
    await showEach("light");
    await chooseTheme(window(), "dark");
    await showEach("dark");
  });

  it("ticks off what was done", async () => {
    await openStep("roadmap");
    await window().page.locator(".monaco-button", { hasText: "Open Roadmap" }).locator("visible=true").first().click();
    await step("roadmap").locator(".codicon.complete, .complete").first().waitFor();
    await picture(window(), "walkthrough-done");
  });
});
