import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../until.ts";
import { answer, openFile, runCommand } from "./actions.ts";
import { keepWindow } from "./keep-window.ts";
import { clickRow, rowLocator, showContainer, treeRow } from "./views.ts";
import { picture, projectRoot } from "./workbench.ts";

describe("changing the plan without knowing how it is written", () => {
  const settings = { "files.autoSave": "off" };
  const window = keepWindow({ folder: join(projectRoot, "examples"), extension: projectRoot, settings });
  const onDisk = (path: string) => readFileSync(join(window().folder, path), "utf8");
  const tabs = () => window().page.locator(".tabs-container .tab").count();

  async function setStatus(words: string): Promise<void> {
    const box = window().page.locator(".quick-input-widget");
    await box.locator(".quick-input-list .monaco-list-row", { hasText: "Status" }).first().waitFor();
    await answer(window(), "Status");
    await box.locator(".quick-input-title", { hasText: "Status of Wallet" }).waitFor();
    await answer(window(), words);
  }

  /** The pencil of a row. A row that is just being drawn anew takes a click along, and a person clicks again. */
  async function clickPencil(label: string): Promise<void> {
    const row = rowLocator(window(), "Roadmap", label);
    const fields = window().page.locator(".quick-input-widget .quick-input-list .monaco-list-row");
    await until("the list of fields is there", async () => {
      await row.hover();
      await row.locator('[aria-label^="Set Field"]').click();
      return await fields
        .first()
        .waitFor({ timeout: 5_000 })
        .then(
          () => true,
          () => false,
        );
    });
  }

  it("a field set in the tree is saved in a document that is not open", async () => {
    await showContainer(window(), "Throughline");
    await treeRow(window(), "Roadmap", "Wallet");
    await clickPencil("Wallet");
    // The first letters of a word find it, although other words are allowed too.
    await setStatus("block");
    await until("the file has it", () => onDisk("features/wallet.md").includes("\nstatus: blocked\n"));
    await until("no tab is left", async () => (await tabs()) === 0);
  });

  it("a status is chosen from few words, where the one of now is the one that Enter keeps", async () => {
    await clickPencil("Wallet");
    const box = window().page.locator(".quick-input-widget");
    await box.locator(".quick-input-list .monaco-list-row", { hasText: "Status" }).first().waitFor();
    await answer(window(), "Status");
    await box.locator(".quick-input-title", { hasText: "Status of Wallet" }).waitFor();
    const focused = box.locator(".monaco-list-row.focused .label-name").first();
    await until("the word of now is at hand", async () => (await focused.textContent()) === "blocked");
    assert.ok((await box.locator(".monaco-list-row").count()) < 16);
    await picture(window(), "set-status");
    await window().page.keyboard.press("Escape");
  });

  it("a title is changed in the heading that it comes from", async () => {
    await openFile(window(), "goals/money-on-time.md");
    await runCommand(window(), "Throughline: Set Field…");
    const box = window().page.locator(".quick-input-widget");
    await box.locator(".quick-input-list .monaco-list-row", { hasText: "Status" }).first().waitFor();
    await answer(window(), "Title");
    await box.locator(".quick-input-title", { hasText: "Title of" }).waitFor();
    assert.notEqual(await box.locator("input").first().inputValue(), "");
    await answer(window(), "Cash on Monday");
    await treeRow(window(), "Roadmap", "Cash on Monday");
    await runCommand(window(), "File: Revert File");
  });

  it("F2 in the tree does the same, and what is open stays for its author to save", async () => {
    await openFile(window(), "features/wallet.md");
    await until("the tree has the focus", async () => {
      await clickRow(window(), "Roadmap", "Wallet");
      return await rowLocator(window(), "Roadmap", "Wallet").evaluate((row) => row.classList.contains("focused"));
    });
    await window().page.keyboard.press("F2");
    await setStatus("planned");
    await window().page.locator(".tab.dirty", { hasText: "wallet.md" }).waitFor();
    assert.match(onDisk("features/wallet.md"), /\nstatus: blocked\n/);
    await runCommand(window(), "File: Revert File");
  });
});
