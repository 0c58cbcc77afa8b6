import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { until } from "../until.ts";
import { answer, chooseTheme, openFile, pick, runCommand } from "./actions.ts";
import { placeCursor, visibleLines } from "./editor.ts";
import { keepWindow } from "./keep-window.ts";
import { picture, projectRoot, type Workbench } from "./workbench.ts";

const files: Readonly<Record<string, string>> = {
  "throughline.yaml": "kinds:\n  feature: { prefix: [BET] }\n",
  "prd.md":
    "---\ntype: prd\nid: PRD-1\nowner: ana\nfeatures:\n  - FEAT-1\n  - { id: FEAT-2, title: Vault }\n---\n\n# Checkout\n\n## FEAT-2: Vault\n\nSee [the vault](#feat-2-vault) and FEAT-1.\n",
  "features/feat-1-wallet.md":
    "---\r\ntype: feature\r\nid: FEAT-1 # ours\r\ndepends-on: [FEAT-2, ../prd.md#feat-2-vault]\r\n---\r\n\r\n# Wallet\r\n\r\n[plan](../prd.md#feat-2-vault)\r\n",
  "notes.md": "FEAT-1 and [it](features/feat-1-wallet.md).\n",
};

function made(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "renaming-")), "plan");
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe("renaming", () => {
  const folder = made();
  const window = keepWindow({ folder, extension: projectRoot });
  after(() => rmSync(dirname(folder), { recursive: true }));
  const onDisk = (path: string) => readFileSync(join(window().folder, path), "utf8");

  it("an id with F2 changes it in every document, and links to its heading with it", async () => {
    await openFile(window(), "prd.md");
    // The title behind the bare id: until the server is there, VS Code renames headings by itself.
    await window().page.locator(".view-line", { hasText: "Wallet" }).first().waitFor();
    await placeCursor(window(), 12, 6);
    const input = await renameInput(window());
    assert.equal(await input.inputValue(), "FEAT-2");
    await input.fill("FEAT-20");
    await picture(window(), "rename-id");
    await window().page.keyboard.press("Enter");
    await until("the closed document has it", () => onDisk("features/feat-1-wallet.md").includes("[FEAT-20,"));
    assert.equal(
      onDisk("features/feat-1-wallet.md"),
      files["features/feat-1-wallet.md"]!.replaceAll("FEAT-2", "FEAT-20").replaceAll("feat-2-", "feat-20-"),
    );
    const wanted = files["prd.md"]!.replaceAll("FEAT-2", "FEAT-20").replaceAll("feat-2-", "feat-20-");
    await until("the open one has it", async () =>
      (await visibleLines(window())).join("\n").includes("#feat-20-vault"),
    );
    await until("it is saved with the others", () => onDisk("prd.md") === wanted);
  });

  it("says why something else cannot be renamed", async () => {
    await placeCursor(window(), 4, 9);
    await window().page.keyboard.press("F2");
    const message = window().page.locator(".monaco-editor-overlaymessage");
    await message.waitFor();
    assert.match((await message.textContent()) ?? "", /Only ids can be renamed, and “ana” is none\./);
    await picture(window(), "rename-refused");
    await window().page.keyboard.press("Escape");
  });

  it("refuses an id that is taken, in words", async () => {
    await placeCursor(window(), 14, 40);
    const input = await renameInput(window());
    await input.fill("FEAT-20");
    await window().page.keyboard.press("Enter");
    await runCommand(window(), "Notifications: Show Notifications");
    const said = window().page.locator(".notification-list-item-message", {
      hasText: "FEAT-20 is taken by Vault (FEAT-20)",
    });
    await picture(window(), "rename-taken");
    await said.first().waitFor();
    await runCommand(window(), "Notifications: Clear All Notifications");
  });

  it("an id takes the name of its file along, and ordinary Markdown is left alone", async () => {
    await placeCursor(window(), 6, 7);
    const input = await renameInput(window());
    await input.fill("FEAT-7");
    await window().page.keyboard.press("Enter");
    await until("the file has moved", () => existsSync(join(window().folder, "features/feat-7-wallet.md")));
    await until("and says so", () => onDisk("features/feat-7-wallet.md").includes("id: FEAT-7 # ours\r\n"));
    await until("links follow", () => onDisk("prd.md").includes("  - FEAT-7\n"));
    assert.equal(existsSync(join(window().folder, "features/feat-1-wallet.md")), false);
    assert.equal(onDisk("notes.md"), files["notes.md"]);
  });

  it("a file in the Explorer takes the links to it along, and its own", async () => {
    await openFile(window(), "prd.md");
    await runCommand(window(), "File: Reveal Active File in Explorer View");
    const row = window().page.locator(".explorer-folders-view .monaco-list-row", { hasText: "prd.md" }).first();
    await row.click();
    await window().page.keyboard.press("F2");
    const input = window().page.locator(".explorer-folders-view .explorer-item-edited input");
    await input.waitFor();
    await input.fill("specs/my checkout.md");
    await window().page.keyboard.press("Enter");
    // VS Code asks by itself before an extension changes texts with a file, and can show them first.
    const question = window().page.locator(".monaco-dialog-box", {
      hasText: "refactoring changes with this file move",
    });
    await question.locator(".monaco-button", { hasText: "OK" }).click();
    await until("the file has moved", () => existsSync(join(window().folder, "specs/my checkout.md")));
    // They are changed as everything is that an editor changes, and saved when the person saves.
    await window().page.locator(".tab", { hasText: "feat-7-wallet.md" }).click();
    await window().page.locator(".tab.active", { hasText: "feat-7-wallet.md" }).waitFor();
    await window().page.keyboard.press("Control+S");
    await until("links follow", () =>
      onDisk("features/feat-7-wallet.md").includes("[plan](../specs/my%20checkout.md#feat-20-vault)"),
    );
    assert.match(
      onDisk("features/feat-7-wallet.md"),
      /depends-on: \[FEAT-20, \.\.\/specs\/my%20checkout\.md#feat-20-vault\]/,
    );
    await picture(window(), "rename-file");
  });

  it("an id can stay as a former one", async () => {
    await openFile(window(), "feat-7-wallet.md");
    await placeCursor(window(), 3, 6);
    await runCommand(window(), "Throughline: Rename and Keep the Former Id…");
    await window().page.locator(".quick-input-title", { hasText: "Rename FEAT-7" }).waitFor();
    await picture(window(), "rename-keeping");
    await answer(window(), "FEAT-8");
    await until("the file has moved", () => existsSync(join(window().folder, "features/feat-8-wallet.md")));
    await until("and keeps the former id", () =>
      /id: FEAT-8 # ours\r\naliases: FEAT-7\r\n/.test(onDisk("features/feat-8-wallet.md")),
    );
    await until("links follow", () => onDisk("specs/my checkout.md").includes("  - FEAT-8\n"));
  });

  it("all ids of a prefix change together", async () => {
    await chooseTheme(window(), "light");
    await runCommand(window(), "Throughline: Change Prefix…");
    await pick(window(), "FEAT-");
    await window().page.locator(".quick-input-title", { hasText: "Change FEAT-" }).waitFor();
    await answer(window(), "BET");
    await window().page.locator(".quick-input-title", { hasText: "FEAT- becomes BET-: 2 ids in 2 files" }).waitFor();
    await picture(window(), "change-prefix");
    await pick(window(), "Change All");
    await until("the file has moved", () => existsSync(join(window().folder, "features/bet-8-wallet.md")));
    await until("ids are others", () =>
      onDisk("specs/my checkout.md").includes("  - BET-8\n  - { id: BET-20, title: Vault }\n"),
    );
    assert.match(onDisk("specs/my checkout.md"), /## BET-20: Vault\n\nSee \[the vault\]\(#bet-20-vault\) and BET-8\./);
    await until("links to headings, too", () =>
      onDisk("features/bet-8-wallet.md").includes("my%20checkout.md#bet-20-vault)"),
    );
  });

  it("is taken back by one undo, files and all", async () => {
    await openFile(window(), "my checkout.md");
    await window().page.keyboard.press("Control+Z");
    await until("the file is back", () => existsSync(join(window().folder, "features/feat-8-wallet.md")));
    await until("ids are as before", async () =>
      (await visibleLines(window())).some((line) => line.startsWith("  - FEAT-8")),
    );
    await picture(window(), "rename-undone");
  });
});

/** Presses F2 in the editor and answers the box that it opens. */
async function renameInput({ page }: Workbench) {
  const input = page.locator(".monaco-editor.rename-box input");
  await until("the box for the new name", async () => {
    if (await input.isVisible()) return true;
    await page.keyboard.press("F2");
    return await input.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
  });
  return input;
}
