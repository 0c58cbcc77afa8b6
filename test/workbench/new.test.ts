import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../until.ts";
import { answer, chooseFromMenu, openFile, openMenu, pick, runCommand } from "./actions.ts";
import { visibleLines } from "./editor.ts";
import { keepWindow } from "./keep-window.ts";
import { showContainer, treeRow } from "./views.ts";
import { picture, projectRoot } from "./workbench.ts";

describe("New…", () => {
  const window = keepWindow({ folder: join(projectRoot, "examples"), extension: projectRoot, theme: "light" });
  const press = (key: string) => window().page.keyboard.press(key);
  const onDisk = (path: string) => readFileSync(join(window().folder, path), "utf8");
  const step = (title: string) => window().page.locator(".quick-input-widget", { hasText: title }).waitFor();

  it("begins a document with the keyboard alone, in the roadmap at once, with places to fill in", async () => {
    await openFile(window(), "prds/faster-checkout.md");
    await showContainer(window(), "Throughline");
    await treeRow(window(), "Roadmap", "Faster checkout");
    await runCommand(window(), "Throughline: New…");
    await step("New Document (1/3)");
    await until("the ids that they would get", async () =>
      /FEAT-/.test((await window().page.locator(".quick-input-list").textContent()) ?? ""),
    );
    await picture(window(), "new-choices");
    await pick(window(), "Feature");
    await step("New Feature (2/3)");
    await answer(window(), "Split bills");
    await step("New Feature (3/3)");
    await picture(window(), "new-place");
    await press("Enter");
    await window().page.locator(".tab.dirty", { hasText: "split-bills.md" }).waitFor();
    await treeRow(window(), "Roadmap", "Split bills");
    assert.match(onDisk("features/split-bills.md"), /^---\ntype: feature\nid: FEAT-\d+\nowner: tbd\nstatus: draft\n/);
    await window().page.keyboard.type("chi");
    await press("Escape");
    await press("Tab");
    await picture(window(), "new-tab-stops");
    await until("the owner is typed", async () => (await visibleLines(window())).includes("owner: chi"));
    await press("Escape");
    await runCommand(window(), "File: Save");
    await until("it is saved", () => /^owner: chi$/m.test(onDisk("features/split-bills.md")));
  });

  it("goes into the folder that was clicked in the Explorer", async () => {
    await showContainer(window(), "Explorer");
    const folder = window().page.locator(".explorer-folders-view .monaco-list-row", { hasText: "goals" }).first();
    const entries = await openMenu(window(), folder);
    assert.ok(entries.includes("New Product Document…"), entries.join(", "));
    await picture(window(), "new-explorer");
    await chooseFromMenu(window(), "New Product Document…");
    await step("New Document (1/3)");
    await pick(window(), "PR/FAQ");
    await answer(window(), "Pay by face");
    await step("New PR/FAQ (3/3)");
    await press("Enter");
    await until("it is there", () => existsSync(join(window().folder, "goals/pay-by-face.md")));
    await window().page.locator(".tab.dirty", { hasText: "pay-by-face.md" }).waitFor();
  });

  it("overwrites nothing", async () => {
    const before = onDisk("features/split-bills.md");
    await runCommand(window(), "Throughline: New…");
    await pick(window(), "Feature");
    await answer(window(), "Split bills");
    await step("New Feature (3/3)");
    await answer(window(), "features/split-bills.md");
    await step("There is a file of this name already.");
    await press("Escape");
    assert.equal(onDisk("features/split-bills.md"), before);
  });

  it("is among what VS Code itself offers as a new file", async () => {
    await runCommand(window(), "Create: New File...");
    await step("Product Document…");
    await picture(window(), "new-file");
    await press("Escape");
  });
});
