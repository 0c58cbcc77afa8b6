import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../until.ts";
import { answer, chooseTheme, pick, runCommand } from "./actions.ts";
import { keepWindow } from "./keep-window.ts";
import { resizeSidebar, showContainer, treeRow, treeRows } from "./views.ts";
import { picture, projectRoot } from "./workbench.ts";

describe("steering what the roadmap shows", () => {
  const window = keepWindow({
    folder: join(projectRoot, "examples"),
    extension: projectRoot,
    theme: "light",
    height: 900,
  });
  const labels = async () => (await treeRows(window(), "Roadmap")).map(({ label }) => label);
  const box = () => window().page.locator(".quick-input-widget");
  const rows = () => box().locator(".quick-input-list .monaco-list-row");
  const message = (text: RegExp) =>
    window().page.locator(".tree-explorer-viewlet-tree-view .message", { hasText: text }).waitFor();

  async function chooseRow(label: string): Promise<void> {
    await rows().filter({ hasText: label }).first().click();
  }

  /** Lists fade in: a picture of one is made when it stands. */
  async function shot(name: string): Promise<void> {
    await window().page.waitForTimeout(400);
    await picture(window(), name);
  }

  async function openFilter(): Promise<void> {
    await runCommand(window(), "Throughline: Filter…");
    await rows().filter({ hasText: "Owner…" }).first().waitFor();
  }

  it("groups by any field, and sorts", async () => {
    await showContainer(window(), "Throughline");
    await treeRow(window(), "Roadmap", "Faster checkout");
    await resizeSidebar(window(), 420);
    await runCommand(window(), "Throughline: Group By…");
    await rows().filter({ hasText: "RICE score" }).first().waitFor();
    await shot("group-by-light");
    await pick(window(), "Another Field…");
    await rows().filter({ hasText: "Audience" }).first().waitFor();
    await pick(window(), "Audience");
    await treeRow(window(), "Roadmap", "Shops near a border");
    await runCommand(window(), "Throughline: Group By…");
    await pick(window(), "RICE score");
    await until("the scores stand in the rows", async () =>
      (await treeRows(window(), "Roadmap")).some(({ description }) => / RICE [\d,]+/.test(description)),
    );
    await shot("by-audience-light");
  });

  it("narrows by sides with counts, several at once", async () => {
    await openFilter();
    await shot("filter-light");
    await chooseRow("Owner…");
    await box().locator(".quick-input-title", { hasText: "Owner" }).waitFor();
    for (const name of ["Bo Okafor", "Ana Li"])
      await rows().filter({ hasText: name }).locator(".monaco-checkbox").click();
    await box().locator(".quick-input-count", { hasText: "2" }).waitFor();
    await shot("filter-owner-light");
    await box().locator(".monaco-button", { hasText: "OK" }).click();
    await until("the query says so", async () =>
      /^owner:(ana,bo|bo,ana)$/.test(await box().locator("input").first().inputValue()),
    );
    await message(/“owner:(ana,bo|bo,ana)”: \d+ of \d+ shown/);
    await window().page.keyboard.press("Enter");
    await box().waitFor({ state: "hidden" });
    await message(/“owner:(ana,bo|bo,ana)”: \d+ of \d+ shown/);
  });

  it("says while one types what cannot be meant, and mends it", async () => {
    await openFilter();
    await box().locator("input").first().fill("kind:feature ownr:bo");
    const wrong = rows().filter({ hasText: "There is no field" }).first();
    await wrong.waitFor();
    await shot("filter-wrong-light");
    await window().page.keyboard.press("Escape");
    await chooseTheme(window(), "dark");
    await runCommand(window(), "Throughline: Clear Filter");
    await openFilter();
    await box().locator("input").first().fill("kind:feature ownr:bo");
    await wrong.waitFor();
    await shot("filter-wrong-dark");
    await wrong.click();
    await until(
      "it is mended",
      async () => (await box().locator("input").first().inputValue()) === "kind:feature owner:bo",
    );
    await window().page.keyboard.press("Enter");
    await message(/“kind:feature owner:bo”: \d+ of \d+ shown/);
  });

  it("keeps a view in throughline.yaml, and shows it again", async () => {
    await runCommand(window(), "Throughline: Group By…");
    await pick(window(), "Timeline");
    await until("quarters", async () => (await labels()).includes("Q1 2027"));
    await runCommand(window(), "Throughline: Group By…");
    await rows().filter({ hasText: "Save This View…" }).first().waitFor();
    await chooseRow("Save This View…");
    await box().locator(".quick-input-title", { hasText: "Save This View" }).waitFor();
    await answer(window(), "What Bo lands");
    const config = join(window().folder, "throughline.yaml");
    await until("the file has it", () => existsSync(config) && readFileSync(config, "utf8").includes("What Bo lands:"));
    assert.match(
      readFileSync(config, "utf8"),
      /\nviews:\n {2}What Bo lands:\n {4}group: timeline\n {4}sort: rice\n {4}where: kind:feature owner:bo\n/,
    );
    await runCommand(window(), "Throughline: Clear Filter");
    await runCommand(window(), "Throughline: Group By…");
    await pick(window(), "Goal");
    await until("all goals", async () => (await labels()).includes("Selling abroad is a switch, not a project"));
    await runCommand(window(), "Throughline: Group By…");
    await rows().filter({ hasText: "What Bo lands" }).first().waitFor();
    await shot("group-by-dark");
    await chooseRow("What Bo lands");
    await message(/“What Bo lands”: \d+ of \d+ shown/);
    await until("it is by time", async () => (await labels()).some((label) => /^Q\d 20\d\d$|^Overdue$/.test(label)));
    await shot("view-dark");
  });
});
