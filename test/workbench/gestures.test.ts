import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { until } from "../until.ts";
import { answer, chooseFromMenu, chooseTheme, openFile, openMenu, pick, runCommand } from "./actions.ts";
import { lineThatReads, visibleLines } from "./editor.ts";
import { keepWindow } from "./keep-window.ts";
import { clickRow, expand, rowLocator, showContainer, treeRow, treeRows } from "./views.ts";
import { picture, projectRoot } from "./workbench.ts";

/** A row that stands in the roadmap by goal alone. */
const VISION = "Every small shop gets paid as easily as a big one";

describe("changing the plan by hand", () => {
  const settings = { "files.autoSave": "off" };
  const window = keepWindow({ folder: join(projectRoot, "examples"), extension: projectRoot, settings });
  const onDisk = (path: string) => readFileSync(join(window().folder, path), "utf8");
  const row = (label: string) => rowLocator(window(), "Roadmap", label);
  const isSelected = (one: Locator) => one.evaluate((element) => element.classList.contains("selected"));
  const box = () => window().page.locator(".quick-input-widget");

  async function groupBy(name: string, first: string): Promise<void> {
    await runCommand(window(), "Throughline: Group By…");
    await pick(window(), name);
    await treeRow(window(), "Roadmap", first);
    await restingTree();
  }

  /** Rows that move while a tree is filled bring another one under the pointer. */
  async function restingTree(): Promise<void> {
    let before = "";
    await until("the tree rests", async () => {
      const [last, now] = [before, JSON.stringify(await treeRows(window(), "Roadmap"))];
      before = now;
      await window().page.waitForTimeout(500);
      return last === now;
    });
  }

  /** As a hand does it: pressed, moved a little, then there, where it rests before it lets go. */
  async function drag(from: Locator, to: Locator, key?: "Shift"): Promise<void> {
    const { mouse, keyboard } = window().page;
    await restingTree();
    await from.scrollIntoViewIfNeeded();
    await from.hover();
    await mouse.down();
    const box = (await to.boundingBox())!;
    const [x, y] = [box.x + Math.min(80, box.width / 2), box.y + box.height / 2];
    await mouse.move(x, y - 6, { steps: 8 });
    if (key !== undefined) await keyboard.down(key);
    await mouse.move(x, y, { steps: 4 });
    await window().page.waitForTimeout(300);
    await picture(window(), `drag-${key ?? "row"}`);
    // What has not moved for a while is no longer over anything.
    await mouse.move(x, y - 2);
    await mouse.move(x, y);
    await mouse.up();
    if (key !== undefined) await keyboard.up(key);
  }

  it("a row is dragged to another quarter, and the file says so", async () => {
    await showContainer(window(), "Throughline");
    await treeRow(window(), "Roadmap", "Wallet");
    await groupBy("Timeline", "Q3 2027");
    await drag(row("Wallet"), row("Q2 2027"));
    await until("the file has it", () => onDisk("features/wallet.md").includes("\ntimeframe: 2027-Q2\n"));
    await until("the row moved", async () => {
      const labels = (await treeRows(window(), "Roadmap")).map(({ label }) => label);
      const [there, quarter] = [labels.indexOf("Wallet"), labels.indexOf("Q2 2027")];
      return quarter >= 0 && there > quarter && (labels.indexOf("Q3 2027") < 0 || there < labels.indexOf("Q3 2027"));
    });
  });

  it("what cannot be is said below, and nothing happens", async () => {
    const before = onDisk("features/wallet.md");
    await groupBy("Goal", VISION);
    await expand(window(), "Roadmap", "Faster checkout");
    await drag(row("Faster checkout"), row("One-tap pay"));
    await window().page.locator(".statusbar-item", { hasText: "One-tap pay is a part of Faster checkout." }).waitFor();
    assert.equal(onDisk("features/wallet.md"), before);
  });

  it("several rows are changed at once by F2", async () => {
    const [one, other] = [row("Wallet"), row("Back for a second purchase")];
    // A tree that is filled anew in between forgets the second one.
    await until("both are selected", async () => {
      await clickRow(window(), "Roadmap", "Wallet");
      await restingTree();
      await other.click({ modifiers: ["ControlOrMeta"] });
      await window().page.waitForTimeout(300);
      return (await isSelected(one)) && (await isSelected(other));
    });
    await window().page.keyboard.press("F2");
    await box().locator(".quick-input-title", { hasText: "2 items" }).waitFor();
    await picture(window(), "several-dark");
    await answer(window(), "Assign");
    await box().locator(".quick-input-title", { hasText: "Owner of 2 items" }).waitFor();
    await answer(window(), "chiara");
    await until("the file has it", () => onDisk("prds/second-purchase.md").includes("\nowner: chiara\n"));
    // What is open stays for its author to save.
    await lineThatReads(window(), "owner: chiara");
    await runCommand(window(), "File: Revert File");
  });

  it("F2 is for the row that the arrow keys have reached, and for no other", async () => {
    await clickRow(window(), "Roadmap", "Wallet");
    await restingTree();
    const labels = (await treeRows(window(), "Roadmap")).map(({ label }) => label);
    const below = labels[labels.indexOf("Wallet") + 1]!;
    await window().page.keyboard.press("ArrowDown");
    for (const time of ["at first", "again"]) {
      await window().page.keyboard.press("F2");
      await until(`${below} ${time}`, async () => (await box().textContent())?.includes(below));
      await window().page.keyboard.press("Escape");
      await box().waitFor({ state: "hidden" });
    }
  });

  it("a row that is dropped into a document becomes a link", async () => {
    await clickRow(window(), "Roadmap", "Wallet");
    await openFile(window(), "goals/money-on-time.md");
    const line = window().page.locator(".editor-group-container.active .view-line", { hasText: "What counts" }).first();
    await line.waitFor();
    const isThere = async () =>
      (await visibleLines(window())).some((text) => text.includes("[Wallet](../features/wallet.md)"));
    // A hint that comes up under the pointer takes what is dropped on it.
    await until("a link to it", async () => {
      await drag(row("Wallet"), line, "Shift");
      return until("", isThere, 5000).catch(() => false);
    });
    await runCommand(window(), "File: Revert File");
  });

  it("a row that is changed is taken back by Undo in its document", async () => {
    await openFile(window(), "features/local-payment-methods.md");
    const before = onDisk("features/local-payment-methods.md");
    await groupBy("Timeline", "Q3 2027");
    await drag(row("Local ways to pay"), row("Q3 2027"));
    await lineThatReads(window(), "timeframe: 2027-Q3");
    await runCommand(window(), "Undo");
    await runCommand(window(), "File: Save");
    assert.equal(onDisk("features/local-payment-methods.md"), before);
  });

  it("the menu of a row has all of it", async () => {
    await groupBy("Goal", VISION);
    const wanted = [
      "Open to the Side",
      "Open Link…",
      "Find References",
      "Show in Roadmap Panel",
      "Set Field…",
      "Copy Id",
      "Copy Markdown Link",
    ];
    await restingTree();
    const menu = await openMenu(window(), row("Wallet"));
    for (const entry of wanted) assert.ok(menu.includes(entry), menu.join(", "));
    await picture(window(), "menu-dark");
    await window().page.keyboard.press("Escape");
  });

  it("references are shown where the item is defined", async () => {
    await openMenu(window(), row("Wallet"));
    await chooseFromMenu(window(), "Find References");
    await window().page.locator(".reference-zone-widget .monaco-list-row").first().waitFor();
    await picture(window(), "row-references");
    await window().page.keyboard.press("Escape");
  });

  it("looks right in the other themes", async () => {
    for (const theme of ["light", "contrast"] as const) {
      await chooseTheme(window(), theme);
      await clickRow(window(), "Roadmap", "Wallet");
      await window().page.keyboard.press("F2");
      await box().locator(".quick-input-list .monaco-list-row", { hasText: "Move To" }).first().waitFor();
      await picture(window(), `gestures-${theme}`);
      await window().page.keyboard.press("Escape");
    }
  });
});
